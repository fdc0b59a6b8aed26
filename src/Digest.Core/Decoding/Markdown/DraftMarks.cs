using System.Text;

namespace Digest.Core.Decoding.Markdown;

/// <summary>
/// Reads a draft with the marks of those who work on it as it will be: CriticMarkup (<c>{--out--}</c>, <c>{++in++}</c>,
/// <c>{~~this~>that~~}</c>, <c>{==of this==}{&gt;&gt;a comment&lt;&lt;}</c>) and the comments (<c>%%so%%</c>) of note-taking programs.
/// Comments are kept apart, for the ledger; what was deleted is gone, as in Word.
/// </summary>
internal static class DraftMarks
{
    /// <summary>A mark that is not closed within so many characters is none.</summary>
    private const int Longest = 4_000;

    /// <summary>After so many of those the rest is not looked at.</summary>
    private const int MostUnclosed = 500;

    private static readonly (string Open, string Close)[] Marks = [("{--", "--}"), ("{++", "++}"), ("{~~", "~~}"), ("{==", "==}"), ("{>>", "<<}"), ("%%", "%%")];

    /// <summary>The text as it will be, every line with its number.</summary>
    /// <param name="markdown">The text, code left out.</param>
    /// <param name="comments">Takes the comments.</param>
    public static string Without(string markdown, List<string> comments)
    {
        if (!markdown.Contains('{', StringComparison.Ordinal) && !markdown.Contains("%%", StringComparison.Ordinal))
        {
            return markdown;
        }

        var text = new StringBuilder(markdown.Length);
        var (from, unclosed) = (0, 0);
        for (var at = Next(markdown, 0); at >= 0 && unclosed < MostUnclosed; at = Next(markdown, at))
        {
            var mark = Array.Find(Marks, m => string.CompareOrdinal(markdown, at, m.Open, 0, m.Open.Length) == 0);
            var inside = mark.Open is null ? 0 : at + mark.Open.Length;
            var end = mark.Open is null || !MayOpen(markdown, at, mark.Open) ? -1 : markdown.IndexOf(mark.Close, inside, Math.Min(Longest, markdown.Length - inside), StringComparison.Ordinal);
            if (end < 0)
            {
                unclosed += mark.Open is null ? 0 : 1;
                at++;
                continue;
            }

            var content = markdown[inside..end];
            text.Append(markdown, from, at - from).Append(Read(mark.Open!, content));
            if (mark.Open is "{>>" or "%%" && !string.IsNullOrWhiteSpace(content))
            {
                comments.Add(content.Trim());
            }

            from = at = end + mark.Close.Length;
        }

        return text.Append(markdown, from, markdown.Length - from).ToString();
    }

    private static int Next(string markdown, int from) => from >= markdown.Length ? -1 : markdown.AsSpan(from).IndexOfAny('{', '%') is >= 0 and var at ? from + at : -1;

    /// <summary>"100%%" opens nothing.</summary>
    private static bool MayOpen(string markdown, int at, string open) => open != "%%" || at == 0 || char.IsWhiteSpace(markdown[at - 1]);

    private static string Read(string open, string content) => open switch
    {
        "{++" or "{==" => content,
        "{~~" => content.IndexOf("~>", StringComparison.Ordinal) is >= 0 and var arrow ? content[(arrow + 2)..] : content,
        _ => new string('\n', content.Count(c => c == '\n')),
    };
}
