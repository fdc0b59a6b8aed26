using System.Globalization;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Essays;
using Spectre.Console;

namespace Digest.Cli.Extraction;

/// <summary>An essay and every decision on it, for a person at a terminal.</summary>
internal static class ReadingView
{
    /// <summary>Writes the reading; without colours where the output is no terminal.</summary>
    public static void Write(IAnsiConsole console, string name, EssayReading reading)
    {
        console.MarkupLineInterpolated($"[bold]{name}[/]");
        switch (reading.Result)
        {
            case ReadResult.Ready { Essay: var essay }:
                WriteHead(console, essay);
                WriteInsights(console, essay);
                break;
            case ReadResult.Rejected { Problem: var problem }:
                console.MarkupLineInterpolated($"[red]Problem ({problem.Code}):[/] {problem.Message}");
                break;
        }

        WriteBlocks(console, reading.Blocks);
    }

    private static void WriteHead(IAnsiConsole console, Essay essay)
    {
        console.WriteLine();
        Line("Title", essay.Title);
        Line("Kicker", essay.Kicker);
        Line("Dek", essay.Dek);
        if (essay.Byline is { } byline)
        {
            Line("Byline", string.Join(", ", byline.Names) + (byline.Source is { } source ? Place(source) : " (from the document's metadata)"));
            Line("Role", byline.Role);
            Line("Affiliation", byline.Affiliation);
        }
        else
        {
            Line("Byline", "none: the essay does not say who wrote it");
        }

        Line("Published", essay.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Line("Language", essay.Language);
        Line("Site", essay.Site);
        Line("Address", essay.Canonical?.AbsoluteUri);
        Line("Reading", string.Create(CultureInfo.InvariantCulture, $"{essay.ReadingMinutes} min"));
        Line("Rules", essay.RuleSetVersion);

        void Line(string label, string? value)
        {
            if (value is not null)
            {
                console.MarkupLineInterpolated($"[grey]{label,-12}[/] {value}");
            }
        }
    }

    private static void WriteInsights(IAnsiConsole console, Essay essay)
    {
        Section(console, "Summary", essay.Summary.Select(s => s.Text + Place(s.Source)));
        Section(console, "Key points", essay.KeyPoints.Select(s => s.Text + Place(s.Source)));
        Section(console, "Key figures", essay.KeyFigures.Select(f =>
            string.Create(CultureInfo.InvariantCulture, $"{Number(f.Value)}{(f.High is { } high ? $" to {Number(high)}" : "")} {f.Unit} \u2014 \u201C{f.Text}\u201D, importance {f.Importance}") + Place(f.Source)));
        Section(console, "People", essay.People.Select(p => $"{p.Name}{(p.Role is null ? "" : $", {p.Role}")} ({p.Mentions})"));
        Section(console, "Organisations", essay.Organisations.Select(o => $"{o.Name} ({o.Mentions})"));
    }

    /// <summary>With four places behind the point, or as many as tell a number from nothing: "3 in 100,000" is 0.00003.</summary>
    private static string Number(double value) =>
        value.ToString(value != 0 && Math.Abs(value) < 0.001 ? "0.##########" : "#,0.####", CultureInfo.InvariantCulture);

    private static void Section(IAnsiConsole console, string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{heading}[/]");
        foreach (var line in all)
        {
            console.MarkupLineInterpolated($"  {line}");
        }
    }

    private static void WriteBlocks(IAnsiConsole console, IReadOnlyList<ClassifiedBlock> blocks)
    {
        if (blocks.Count == 0)
        {
            return;
        }

        var stripped = blocks.Count(b => !b.IsKept);
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Blocks[/] [grey]({blocks.Count - stripped} kept, {stripped} stripped)[/]");
        foreach (var (block, verdict) in blocks)
        {
            if (verdict is Verdict.Strip strip)
            {
                console.MarkupLineInterpolated($"[red]{block.Ordinal,4} - {strip.RuleId,-18}[/] [strikethrough grey]{Shown(block)}[/]");
                console.MarkupLineInterpolated($"{"",26} [yellow]{strip.Why}[/] [grey]Matched \u201C{Cut(strip.Matched, 60)}\u201D at {block.Origin}.[/]");
            }
            else
            {
                console.MarkupLineInterpolated($"[green]{block.Ordinal,4} + kept              [/] {Shown(block)}");
            }
        }
    }

    private static string Shown(Block block) => block.Kind == BlockKind.Paragraph
        ? Cut(block.Text, 110)
        : $"[{block.Kind.ToString().ToLowerInvariant()}] {Cut(block.Text, 100)}";

    private static string Place(Passage? passage) => passage is { } p
        ? string.Create(CultureInfo.InvariantCulture, $" (block {p.Block}, characters {p.Start} to {p.End})")
        : "";

    private static string Cut(string text, int length)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= length)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[length - 1]) ? length - 1 : length;
        return line[..end].TrimEnd() + "\u2026";
    }
}
