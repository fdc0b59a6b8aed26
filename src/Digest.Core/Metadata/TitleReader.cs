using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>Finds the title: what the document declares, else its first line when that reads as a title.</summary>
internal sealed class TitleReader(Vocabulary vocabulary)
{
    private const int LongestTitle = 30;
    private const int LinesLookedAt = 15;
    private const int FallbackLength = 80;
    private const int LongestMasthead = 8;
    private const string IssueNumber = "issue-number";

    private readonly Regex _kicker = new(
        vocabulary.Expand("^(?<kicker>{kicker})(?: - | ?\\| ?| ?: )", "kickers"),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);

    /// <summary>Reads the title and takes its block, and its repetitions, out of the body.</summary>
    public (string Title, string? Kicker) Read(Manuscript m, DocumentMetadata declared)
    {
        var title = declared.Title?.Trim();
        if (string.IsNullOrEmpty(title))
        {
            title = FirstLine(m) is { } line ? m.Blocks[line].Text : null;
        }

        if (string.IsNullOrEmpty(title))
        {
            title = Fallback(m);
            if (m.NextOpen(-1) is >= 0 and var first && m.Blocks[first].Text.Trim() == title && !m.Forms[first].IsProse)
            {
                m.Strip(first, TextRemoval.Title, title);
            }

            return (title, null);
        }

        var kicker = _kicker.Match(PlainForm.Straight(title));
        var bare = kicker.Success && title.AsSpan(kicker.Length).ContainsAnyExcept(' ', '|', '-') ? title[kicker.Length..].Trim() : title;
        StripTitle(m, title, bare);
        return (bare, bare.Length == title.Length ? null : title[..kicker.Groups["kicker"].Length]);
    }

    private static void StripTitle(Manuscript m, string title, string bare)
    {
        var key = PlainForm.Key(title);
        var bareKey = PlainForm.Key(bare);
        var isFirst = true;
        for (var i = 0; i < m.Count; i++)
        {
            if (!m.IsOpen(i) || !(PlainForm.HasKey(m.Blocks[i].Text, key) || PlainForm.HasKey(m.Blocks[i].Text, bareKey)))
            {
                continue;
            }

            m.Strip(i, isFirst ? TextRemoval.Title : TextRemoval.RepeatedTitle, m.Blocks[i].Text);
            isFirst = false;
        }
    }

    private static int? FirstLine(Manuscript m)
    {
        var looked = 0;
        for (var i = 0; i < m.Count && looked < LinesLookedAt; i++)
        {
            if (!m.IsOpen(i))
            {
                continue;
            }

            looked++;
            if (m.Matching(i, RuleZone.Head, RuleZone.Ends, RuleZone.Anywhere) is { Rule.Effect: not RuleEffect.Keep })
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
