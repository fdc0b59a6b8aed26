using System.Text;

namespace Digest.Core.Decoding.Text;

/// <summary>
/// Joins the lines of a paragraph, and the words that were divided at their ends. A hyphen there may belong to the word ("well-\nknown"): it goes
/// where the text has the whole word elsewhere and nowhere the one with the hyphen.
/// </summary>
/// <param name="lines">The lines of the text.</param>
internal sealed class DividedWords(IReadOnlyList<TextLine> lines)
{
    private readonly Lazy<HashSet<string>> _words = new(() => WordsInside(lines));

    /// <summary>Sets a line behind those before it.</summary>
    /// <param name="text">The text so far.</param>
    /// <param name="before">The line that it ends with.</param>
    /// <param name="line">The words of the next line.</param>
    public void Join(StringBuilder text, TextLine before, string line)
    {
        if (text.Length > 0 && text[^1] == '-' && IsOneWord(before.Text, line))
        {
            text.Length--;
        }
        else if (text.Length > 0 && text[^1] != '-' && !before.IsDivided && !line.StartsWith(','))
        {
            text.Append(' ');
        }

        text.Append(line);
    }

    private bool IsOneWord(string before, string line)
    {
        var end = 0;
        while (end < line.Length && char.IsLetter(line[end]))
        {
            end++;
        }

        var rest = line[..end];
        var start = before[(before.LastIndexOf(' ') + 1)..^1].TrimStart('(', '"', '\'', '\u201C', '\u2018');
        return rest.Length > 1 && start.Length > 1 && start.All(char.IsLetter) && char.IsLower(rest[0])
            && _words.Value.Contains(start + rest) && !_words.Value.Contains($"{start}-{rest}");
    }

    /// <summary>The words that no end of a line divides, in lower case.</summary>
    private static HashSet<string> WordsInside(IReadOnlyList<TextLine> lines)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            var text = line.Text.AsSpan();
            for (var start = 0; start < text.Length;)
            {
                var length = text[start..].IndexOf(' ') is >= 0 and var blank ? blank : text.Length - start;
                var word = text.Slice(start, length);
                var isDivided = start + length == text.Length && word is [.., '-'];
                if (!isDivided)
                {
                    words.Add(Bare(word).ToString());
                }

                start += length + 1;
            }
        }

        return words;
    }

    /// <summary>The word without the marks around it and without what an apostrophe adds.</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word)
    {
        while (word.Length > 0 && !char.IsLetter(word[0]))
        {
            word = word[1..];
        }

        var end = 0;
        while (end < word.Length && (char.IsLetter(word[end]) || word[end] == '-'))
        {
            end++;
        }

        return word[..end];
    }
}
