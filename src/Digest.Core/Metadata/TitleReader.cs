using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;
using Digest.Core.Boilerplate.Lines;
using Digest.Core.Judging;

namespace Digest.Core.Metadata;

/// <summary>Finds the title: what the document declares, else the first line that reads as one, unless another near the top is likelier.</summary>
internal sealed class TitleReader(Vocabulary vocabulary, TitleFeatures features)
{
    private const int LongestTitle = 30;
    private const int LinesLookedAt = 15;
    private const int FallbackLength = 80;
    private const int LongestMasthead = 8;
    private const string IssueNumber = "issue-number";

    /// <summary>
    /// Log odds by which another line has to lead the first of a file that shows no lines of a page behind its text; half of it
    /// where such lines stand there, nothing where a menu stands above. Measured on
    /// texts not trained on, the title is found in 99 % of 1,863 that begin with it, and in 90 % of 3,898 where it stands below other lines.
    /// </summary>
    private const double LeadOverFirst = 1.5;

    /// <summary>A line with initials, a place or a note stands behind many a clean text.</summary>
    private const int LinesBehindCleanText = 4;

    /// <summary>Log odds that a line needs where no line reads as a title by its form.</summary>
    private const double Least = -1.5;

    /// <summary>Log odds that a line needs where the first line reads as somebody's name.</summary>
    private const double LeastOverNames = -0.5;

    private static readonly Lazy<ShippedModel> Model = new(() => ShippedModel.Load("Digest.Core.Metadata.title-model.txt", TitleFeatures.Names));

    private readonly Regex _kicker = new(
        vocabulary.Expand("^(?<kicker>{kicker})(?: - | ?\\| ?| ?: )", "kickers"),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);

    /// <summary>Reads the title and takes its block, and its repetitions, out of the body.</summary>
    /// <returns>The title, the kind of piece that stood before it, and its block or -1.</returns>
    public (string Title, string? Kicker, int Line) Read(Manuscript m, DocumentMetadata declared)
    {
        var title = declared.Title?.Trim();
        if (string.IsNullOrEmpty(title))
        {
            title = TitleLine(m) is { } line ? m.Blocks[line].Text : null;
        }

        if (string.IsNullOrEmpty(title))
        {
            title = Fallback(m);
            if (m.NextOpen(-1) is >= 0 and var first && m.Blocks[first].Text.Trim() == title && !m.Forms[first].IsProse)
            {
                m.Strip(first, TextRemoval.Title, title);
            }

            return (title, null, -1);
        }

        var kicker = _kicker.Match(PlainForm.Straight(title));
        var bare = kicker.Success && title.AsSpan(kicker.Length).ContainsAnyExcept(' ', '|', '-') ? title[kicker.Length..].Trim() : title;
        var at = StripTitle(m, title, bare);
        return (bare, bare.Length == title.Length ? null : title[..kicker.Groups["kicker"].Length], at);
    }

    private static int StripTitle(Manuscript m, string title, string bare)
    {
        var key = PlainForm.Key(title);
        var bareKey = PlainForm.Key(bare);
        var first = -1;
        for (var i = 0; i < m.Count; i++)
        {
            if (!m.IsOpen(i) || !(PlainForm.HasKey(m.Blocks[i].Text, key) || PlainForm.HasKey(m.Blocks[i].Text, bareKey)))
            {
                continue;
            }

            m.Strip(i, first < 0 ? TextRemoval.Title : TextRemoval.RepeatedTitle, m.Blocks[i].Text);
            first = first < 0 ? i : first;
        }

        return first;
    }

    private int? TitleLine(Manuscript m)
    {
        if (m.ProseWords < LineReview.LeastProse)
        {
            return FirstLine(m);
        }

        var candidates = features.Of(m);
        return Choose(candidates, Model.Value.Trees.Probabilities(candidates.Rows), FirstLine(m));
    }

    /// <summary>The first line that reads as a title, unless another one is likelier: a pasted page begins with its menus.</summary>
    /// <param name="candidates">The lines to choose from.</param>
    /// <param name="judged">Their probabilities.</param>
    /// <param name="first">The first line that reads as a title.</param>
    internal static int? Choose(TitleCandidates candidates, float[] judged, int? first)
    {
        if (judged.Length == 0)
        {
            return first;
        }

        var odds = Array.ConvertAll(judged, static p => Math.Log(Math.Max(1e-6f, p) / Math.Max(1e-6f, 1 - p)));
        var best = Array.IndexOf(odds, odds.Max());
        if (first is not { } line || candidates.Lines.IndexOf(line) is not (>= 0 and var at))
        {
            return odds[best] >= (first is null ? Least : LeastOverNames) ? candidates.Lines[best] : first;
        }

        var lead = line > candidates.FirstMenuLine ? 0 : candidates.LinesBehindText <= LinesBehindCleanText ? LeadOverFirst : LeadOverFirst / 2;
        return odds[best] - odds[at] >= lead ? candidates.Lines[best] : first;
    }

    internal static int? FirstLine(Manuscript m)
    {
        var looked = 0;
        for (var i = 0; i < m.Count && looked < LinesLookedAt; i++)
        {
            if (!m.IsOpen(i))
            {
                continue;
            }

            looked++;
            if (TitleFeatures.IsSomethingElse(m, i))
            {
                continue;
            }

            if (m.NextOpen(i) is >= 0 and var next && m.Forms[i].Words <= LongestMasthead && m.Matching(next, RuleZone.Head) is { Rule.Id: IssueNumber })
            {
                m.Strip(i, TextRemoval.Masthead, m.Blocks[i].Text);
                continue;
            }

            var form = m.Forms[i];
            var readsAsTitle = form.Words is > 0 and <= LongestTitle
                && (m.Blocks[i].Kind == Blocks.BlockKind.Heading || !(form.Words > 12 && form.Straight.TrimEnd('"', '\'', ' ').EndsWith('.')));
            return readsAsTitle ? i : null;
        }

        return null;
    }

    /// <summary>An essay without a title is called by the beginning of its first sentence.</summary>
    private static string Fallback(Manuscript m)
    {
        var text = Enumerable.Range(0, m.Count).Where(m.IsOpen).Select(i => m.Blocks[i].Text.Trim()).FirstOrDefault(t => t.Any(char.IsLetterOrDigit)) ?? "Untitled";
        text = text.ReplaceLineEndings(" ");
        if (text.Length <= FallbackLength)
        {
            return text.TrimEnd('.', ' ') is { Length: > 0 } title ? title : text;
        }

        var cut = text.LastIndexOf(' ', FallbackLength);
        return text[..(cut > FallbackLength / 2 ? cut : FallbackLength)].TrimEnd(',', ';', ':', ' ') + "\u2026";
    }
}
