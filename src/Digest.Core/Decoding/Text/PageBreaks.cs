using Digest.Core.Boilerplate;

namespace Digest.Core.Decoding.Text;

/// <summary>
/// Puts sentences together that the pages of a print or a PDF cut in two. Between the halves stand the foot of one page and the head of the
/// next: a few short lines with a page number among them.
/// </summary>
internal static class PageBreaks
{
    /// <summary>Foot and head of a page together, in lines.</summary>
    private const int MostLines = 4;

    /// <summary>Longest such line in words, notices of who downloaded the page among them.</summary>
    private const int LongestLine = 14;

    /// <summary>A half sentence that ends a page closes a paragraph of at least so many words: labels, mottoes and feet of other pages are shorter.</summary>
    private const int FewestWordsBefore = 12;

    /// <summary>A line that begins in lower case is the rest of a sentence where it ends one or has at least so many words.</summary>
    private const int FewestWordsAfter = 8;

    private const int MostDigits = 4;
    private const int LinesOfCaption = 3;

    /// <summary>Words with which captions begin: the number behind them is not the page's.</summary>
    private static readonly string[] Captions = ["Figure", "Fig.", "Fig", "Table", "Chart", "Box", "Map", "Exhibit", "Graph", "Part", "Chapter", "Photo"];

    /// <summary>Joins the halves; what stood between them comes after the whole.</summary>
    /// <param name="paragraphs">The paragraphs of a text, in order.</param>
    /// <returns>The paragraphs, and those of them that are feet and heads of pages.</returns>
    public static (List<IReadOnlyList<TextLine>> Paragraphs, HashSet<IReadOnlyList<TextLine>> Heads) Join(List<IReadOnlyList<TextLine>> paragraphs)
    {
        var joined = new List<IReadOnlyList<TextLine>>(paragraphs.Count);
        var heads = new HashSet<IReadOnlyList<TextLine>>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var whole = paragraphs[i].ToList();
            var between = new List<IReadOnlyList<TextLine>>();
            while (IsCutOff(paragraphs[i]) && LinesAfter(paragraphs, i) is > 0 and var count)
            {
                between.AddRange(paragraphs.GetRange(i + 1, count));
                i += count + 1;
                whole.AddRange(paragraphs[i]);
            }

            joined.Add(whole);
            joined.AddRange(between);
            heads.UnionWith(between.Where(lines => !IsCaption(lines)));
        }

        return (joined, heads);
    }

    /// <summary>How many lines of a page's foot and the next one's head part paragraph <paramref name="i"/> from the rest of its sentence; 0 when it has none.</summary>
    private static int LinesAfter(List<IReadOnlyList<TextLine>> paragraphs, int i)
    {
        var hasPage = false;
        for (var count = 1; count <= MostLines && i + count + 1 < paragraphs.Count; count++)
        {
            if (!IsCaption(paragraphs[i + count]))
            {
                if (paragraphs[i + count] is not [var line] || !IsShort(line.Text))
                {
                    return 0;
                }

                hasPage |= HasPage(line.Text);
            }

            if (hasPage && GoesOn(paragraphs[i + count + 1]))
            {
                return count;
            }
        }

        return 0;
    }

    private static bool IsCutOff(IReadOnlyList<TextLine> paragraph) =>
        paragraph[^1].Text[^1] is var last && (char.IsLetterOrDigit(last) || last is ',' or ';' or '-' or '–' or '—') && HasWords(paragraph, FewestWordsBefore);

    /// <summary>The rest of a sentence; not an address ("www.estuary.example") and not a byline.</summary>
    private static bool GoesOn(IReadOnlyList<TextLine> paragraph) =>
        paragraph[0].Text.Split(' ', 3) is [var first, .. var more]
        && (char.IsLower(first[0]) ? first.AsSpan(0, first.Length - 1).IndexOfAny("./@") is < 0
            && !(first == "by" && more is [{ Length: > 0 } name, ..] && char.IsUpper(name[0]))
            && (EndsAsSentence(paragraph) || HasWords(paragraph, FewestWordsAfter))
            : IsCount(first, more) && EndsAsSentence(paragraph) && HasWords(paragraph, FewestWordsAfter));

    /// <summary>"1,140 voyages": a number of something, not of a part or a note of the text.</summary>
    private static bool IsCount(string first, string[] more) =>
        first.Length > 1 && char.IsAsciiDigit(first[0]) && char.IsAsciiDigit(first[^1]) && more is [{ Length: > 0 } noun, ..] && char.IsLower(noun[0]);

    private static bool EndsAsSentence(IReadOnlyList<TextLine> paragraph) => paragraph[^1].Text[^1] is '.' or '!' or '?' or '"' or '”' or '’';

    private static bool HasWords(IReadOnlyList<TextLine> paragraph, int fewest)
    {
        var words = 0;
        for (var i = 0; i < paragraph.Count && words < fewest; i++)
        {
            words += PlainForm.CountWords(paragraph[i].Text);
        }

        return words >= fewest;
    }

    private static bool IsShort(string line) => line[^1] is not ('.' or '!' or '?' or ',' or ';' or ':') && PlainForm.CountWords(line) <= LongestLine;

    /// <summary>A number by itself, or one outside beside the words of a head.</summary>
    private static bool HasPage(string line)
    {
        if (BrowserPrint.IsFoot(line))
        {
            return true;
        }

        var words = line.Split(' ');
        return (IsNumber(words[0]) || IsNumber(words[^1]) || Array.Exists(words, word => word is "|" or "-" or "–" or "—" or "·")) && Array.Exists(words, IsNumber) && !Captions.Contains(words[0]);
    }

    /// <summary>"Figure 3. Attendance by alarm": pictures stand at the top of a page.</summary>
    private static bool IsCaption(IReadOnlyList<TextLine> paragraph) =>
        paragraph.Count <= LinesOfCaption && paragraph[0].Text.Split(' ', 3) is [var label, var number, ..] && Captions.Contains(label) && IsNumber(number.TrimEnd('.', ':'));

    private static bool IsNumber(string word) => word.Length <= MostDigits && word.All(char.IsAsciiDigit);
}
