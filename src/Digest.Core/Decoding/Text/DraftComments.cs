using System.Text.RegularExpressions;

namespace Digest.Core.Decoding.Text;

/// <summary>
/// The comments on a draft that was written together and exported as plain text: Google Docs sets a mark in square brackets where
/// somebody commented ("told aloud.[a]") and lists all comments behind the text, each beginning with its mark and no blank ("[a]Is
/// this the standfirst?"), with what others answered on the lines below it.
/// </summary>
internal static class DraftComments
{
    private static readonly Regex Mark = new("\\[(?<label>[a-z]{1,3})\\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    /// <summary>Parts the text, without the marks, from the comments on it.</summary>
    /// <param name="lines">All lines of a file.</param>
    /// <returns>The lines of the text, and those of the comments: none when the file has no such list at its end.</returns>
    public static (List<TextLine> Text, List<TextLine> Comments) Part(List<TextLine> lines)
    {
        var first = lines.FindIndex(line => Begins(line, "a"));
        if (first < 0 || !lines.Take(first).Any(line => Mark.Matches(line.Text).Any(mark => mark.Value == "[a]" && IsSetBehindWords(line.Text, mark))))
        {
            return (lines, []);
        }

        var labels = new HashSet<string>(StringComparer.Ordinal) { "a" };
        var next = After("a");
        foreach (var line in lines.Skip(first + 1).Where(line => Begins(line, next)))
        {
            labels.Add(next);
            next = After(next);
        }

        return ([.. lines.Take(first).Select(Unmarked)], lines.FindAll(line => line.Number >= lines[first].Number && !line.IsBlank));

        TextLine Unmarked(TextLine line) => line.Text.Contains('[', StringComparison.Ordinal)
            ? line with { Text = Mark.Replace(line.Text, mark => labels.Contains(mark.Groups["label"].Value) && IsSetBehindWords(line.Text, mark) ? "" : mark.Value).TrimEnd() }
            : line;
    }

    /// <summary>"told aloud.[a]" has a mark; in "[a]nd so it was" and "said that [s]he" a letter of a quotation was changed.</summary>
    private static bool IsSetBehindWords(string text, Match mark) =>
        mark.Index > 0 && (char.IsLetterOrDigit(text[mark.Index - 1]) || text[mark.Index - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '"' or '\'' or '\u2019' or '\u201D')
        && (mark.Index + mark.Length == text.Length || !char.IsLetterOrDigit(text[mark.Index + mark.Length]));

    /// <summary>A note of the author's own has a blank behind its mark.</summary>
    private static bool Begins(TextLine line, string label) =>
        line.Text.Length > label.Length + 2 && line.Text[0] == '[' && line.Text.AsSpan(1).StartsWith(label) && line.Text[label.Length + 1] == ']' && line.Text[label.Length + 2] != ' ';

    /// <summary>"a" to "z", then "aa", "ab".</summary>
    private static string After(string label) =>
        label[^1] < 'z' ? $"{label[..^1]}{(char)(label[^1] + 1)}" : label.Length == 1 ? "aa" : $"{After(label[..^1])}a";
}
