using System.Diagnostics;
using System.Globalization;
using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Workflows;
using Spectre.Console;

namespace Digest.Cli.Up;

/// <summary>
/// What the screen says of each drop that has its result: one line, on a narrow terminal two, and one more where an editor
/// would otherwise wonder why no issue or no page shows the essay.
/// </summary>
internal sealed class EssayLines(IEssayStore essays, FindTwins findTwins, IAnsiConsole screen)
{
    private const int NameWidth = 26;
    private const int FactsWidth = 60;
    private const int WidestTitle = 70;

    /// <summary>A title cut to less says little: then it gets a line of its own.</summary>
    private const int LeastTitle = 40;

    private const string Indent = "    ";

    private readonly Lock _gate = new();
    private readonly HashSet<string> _printed = new(StringComparer.Ordinal);

    /// <summary>Whether the drop called <paramref name="name"/> has its lines.</summary>
    public bool HasPrinted(string name)
    {
        lock (_gate)
        {
            return _printed.Contains(name);
        }
    }

    /// <summary>Prints the lines of the drop called <paramref name="name"/>.</summary>
    /// <returns>True when it is an essay, false when it was rejected.</returns>
    public async Task<bool> PrintAsync(string name, CancellationToken cancellationToken)
    {
        var problem = await essays.FindProblemAsync(name, cancellationToken);
        var record = problem is null ? await essays.FindAsync(EssayId.FromSourceName(name), cancellationToken) : null;
        var note = record is null ? null : await NoteAsync(record, cancellationToken);
        lock (_gate)
        {
            _printed.Add(name);
            if (problem is not null)
            {
                screen.MarkupLineInterpolated($"  [red]✗[/] {Fit(OneLine.Of(name), NameWidth)}  {problem.Problem.Message}");
            }
            else if (record is not null)
            {
                Print(record, note is { LeftOut: true });
                if (note is not null)
                {
                    screen.MarkupLineInterpolated($"{Indent}[yellow]{note.Text}[/]");
                }
            }
        }

        return problem is null;
    }

    private async Task<Note?> NoteAsync(EssayRecord record, CancellationToken cancellationToken)
    {
        var id = record.Id;
        var pending = await essays.ListPendingAsync(cancellationToken).ToListAsync(cancellationToken);
        if (pending.Find(e => e.Id == id) is not { } entry)
        {
            return null;
        }

        if (entry.Placement == EssayPlacement.Withdrawn)
        {
            return new Note("it is withdrawn: no issue carries it until it is released", LeftOut: true);
        }

        if (entry.IssueId is not null)
        {
            return new Note("readers have it: its page changes within 15 minutes, or at once with digest assemble", LeftOut: false);
        }

        if (entry.Placement == EssayPlacement.Held)
        {
            return new Note(HeldDraft.Why(entry, record) ?? "it is held: no issue carries it until it is released", LeftOut: true);
        }

        var twins = await findTwins.RunAsync([.. pending.Where(e => e.IssueId is null)], cancellationToken);
        if (twins.TryGetValue(id, out var twin))
        {
            return new Note($"{twin.Words}: no issue carries it. {twin.Advice}", LeftOut: true);
        }

        // Of two that came in the same second the one read first may be the one left out.
        var (other, _) = twins.FirstOrDefault(t => t.Value.SameAs == id);
        return other is null
            ? null
            : new Note($"carried in place of {OneLine.Of(pending.Find(e => e.Id == other)!.SourceName)}, which is {twins[other].Similarity.ToString("P0", CultureInfo.InvariantCulture)} the same", LeftOut: false);
    }

    private void Print(EssayRecord record, bool leftOut)
    {
        var mark = leftOut ? "[yellow]=[/]" : "[green]✓[/]";
        var (title, name, facts) = (OneLine.Of(record.Essay.Title), OneLine.Of(record.SourceName), Facts(record));
        var room = screen.Profile.Width - (Indent.Length + NameWidth + 2 + 2 + FactsWidth);
        if (room < LeastTitle)
        {
            var width = screen.Profile.Width - Indent.Length;
            screen.MarkupLine($"  {mark} [bold]{Markup.Escape(Shorten(title, width))}[/]");
            screen.MarkupLine(Indent + Markup.Escape(Shorten($"{name} · {facts}", width)));
            return;
        }

        var titleWidth = Math.Min(room, WidestTitle);
        var rest = screen.Profile.Width - (Indent.Length + NameWidth + 2 + titleWidth + 2);
        screen.MarkupLine(
            $"  {mark} {Markup.Escape(Fit(name, NameWidth))}  [bold]{Markup.Escape(Fit(title, titleWidth))}[/]  {Markup.Escape(Shorten(facts, rest))}");
    }

    private static string Facts(EssayRecord record)
    {
        var essay = record.Essay;
        var took = (record.Stored - record.Received).TotalSeconds;
        List<string> facts =
        [
            essay.Byline is { } byline ? "by " + string.Join(", ", byline.Names) : "no byline",
            Amount.Of(essay.Stripped.Count, "block stripped", "blocks stripped"),
            Amount.Of(essay.KeyFigures.Count, "figure"),
        ];
        if (record.Revision > 1)
        {
            facts.Add($"revision {record.Revision}");
        }

        // Storage keeps time in whole seconds: a drop that was just written may seem to come from the future.
        if (took is >= 0 and < 600)
        {
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"{took:0.0} s"));
        }

        return string.Join(" · ", facts);
    }

    private sealed record Note(string Text, bool LeftOut);

    private static string Fit(string text, int width) => Shorten(text, width).PadRight(width);

    private static string Shorten(string text, int width)
    {
        Debug.Assert(width > 1, "There is room for an ellipsis.");
        return text.Length <= width ? text : text[..(width - 1)] + "…";
    }
}
