using System.Buffers;

namespace Digest.Core.Decoding.Text;

/// <summary>
/// Joins a title that is broken over two lines. Titles are often wrapped at a width of their own ("Nine metres of rope and a leap of / faith"), so that the width of
/// the text does not tell it, and come out of narrow columns in two pieces where the paragraphs do not.
/// </summary>
internal static class WrappedTitle
{
    /// <summary>Paragraphs above the text among which the title may stand.</summary>
    private const int MostParagraphs = 40;

    /// <summary>Paragraphs of so many lines or words are the text.</summary>
    private const int LinesOfText = 3;
    private const int WordsOfText = 40;

    /// <summary>A line this near to the widest one of the text counts as full.</summary>
    private const int Ragged = 18;

    private const int ShortestLine = 20;
    private const int LongestRest = 10;

    /// <summary>Shortest word that has a capital letter in every title that sets capitals.</summary>
    private const int ShortestMainWord = 4;

    private const int FewestMainWords = 2;

    /// <summary>Blanks in a subtitle that begins with a capital: three words may be a name.</summary>
    private const int FewestBlanks = 4;

    /// <summary>Signs between the entries of a menu.</summary>
    private static readonly SearchValues<char> Separators = SearchValues.Create("|·•>»/");

    /// <summary>Words with which no title ends.</summary>
    private static readonly string[] Determiners = ["a", "an", "and", "its", "nor", "or", "our", "than", "the", "their", "whose", "your"];

    /// <summary>Words with which a title ends now and then ("What dreams are made of").</summary>
    private static readonly string[] Prepositions = ["as", "at", "by", "for", "from", "in", "into", "of", "on", "to", "with"];

    /// <summary>Joins the two lines in place.</summary>
    /// <param name="paragraphs">The paragraphs of a text, in order.</param>
    public static void Join(List<IReadOnlyList<TextLine>> paragraphs)
    {
        var text = paragraphs.FindIndex(p => p.Count >= LinesOfText || p.Sum(line => line.Text.Count(c => c == ' ')) >= WordsOfText);
        if (text < 0)
        {
            return;
        }

        for (var i = 0; i + 1 < Math.Min(text, MostParagraphs); i++)
        {
            if (paragraphs[i] is [var first] && paragraphs[i + 1] is [var rest] && rest.Number == first.Number + 1 && !first.HasGap && !rest.HasGap
                && first.Text.Length >= ShortestLine && !first.Text.AsSpan().ContainsAny(Separators) && !rest.Text.AsSpan().ContainsAny(Separators) && MayBeRest(rest.Text) && first.Text.Any(char.IsLower) == rest.Text.Any(char.IsLower)
                && (EndsOpen(first.Text, rest.Text) || (IsSetOff(paragraphs, i) && EndsAtColon(first.Text, rest.Text)) || (paragraphs[text].Count >= LinesOfText && IsSetOff(paragraphs, i) && BreaksBehindColon(first, rest, paragraphs[text].Max(line => line.Width)))))
            {
                paragraphs[i] = [first, rest];
                paragraphs.RemoveAt(i + 1);
                return;
            }
        }
    }

    private static bool MayBeRest(string line) =>
        line[^1] is not ('.' or ':' or ',' or ';') && line.Count(c => c == ' ') < LongestRest && !line.StartsWith("by ", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The line ends as no title does; or with a small word that ends some, where the next begins with a small letter or the other words have capitals: such titles give one to their last.
    /// </summary>
    private static bool EndsOpen(string line, string rest)
    {
        var words = line.Split(' ');
        return Determiners.Contains(words[^1]) || (line[^1] == ',' && char.IsLower(rest[0])) || (Prepositions.Contains(words[^1]) && (char.IsLower(rest[0]) || IsInCapitals(words)));
    }

    /// <summary>"Tins for the Empire: / the Otama Rabbit Cannery, 1887-1921": behind the colon comes the subtitle, not somebody's name.</summary>
    private static bool EndsAtColon(string line, string rest) =>
        line[^1] == ':' && line.Contains(' ', StringComparison.Ordinal) && (char.IsLower(rest[0]) || rest.Count(c => c == ' ') >= FewestBlanks);

    private static bool IsInCapitals(string[] words)
    {
        var main = Array.FindAll(words, word => word.Length >= ShortestMainWord && !Prepositions.Contains(word) && !Determiners.Contains(word));
        return main.Length >= FewestMainWords && Array.TrueForAll(main, word => !char.IsLower(word[0]));
    }

    /// <summary>Title and subtitle stand on the first line, which is full: the second goes on with the subtitle, unless it begins anew ("A report to the board") or is a name or a day.</summary>
    private static bool BreaksBehindColon(TextLine first, TextLine rest, int width) =>
        first.Text.Contains(": ", StringComparison.Ordinal) && first.Text[^1] is not ('.' or '?' or '!') && first.Width >= width - Ragged && first.Width <= width && rest.Width < first.Width
        && rest.Text.Split(' ') is [var word, .. var others] && !Determiners.Contains(word, StringComparer.OrdinalIgnoreCase) && Array.Exists(others, Prepositions.Contains);

    private static bool IsSetOff(List<IReadOnlyList<TextLine>> paragraphs, int i) =>
        (i == 0 || paragraphs[i - 1][^1].Number < paragraphs[i][0].Number - 1) && paragraphs[i + 2][0].Number > paragraphs[i + 1][^1].Number + 1;
}
