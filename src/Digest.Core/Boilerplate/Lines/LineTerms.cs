using System.Text;

namespace Digest.Core.Boilerplate.Lines;

/// <summary>The terms by which the wording of a line is told: its words, each two words that follow one another, and the first word as such.</summary>
/// <remarks>Words with digits count by their shape: a number of four digits is <c>#4</c> whichever it is, anything else with digits in it <c>#x</c>.</remarks>
internal static class LineTerms
{
    /// <summary>How many words of a line are looked at: what it is shows at its beginning.</summary>
    public const int MostWords = 40;

    private const int LongestNumber = 5;

    /// <summary>The line as its terms are cut from it: "By Jane Doe, 2024" becomes "^by jane doe #4". Empty for a line without letters and digits.</summary>
    public static string Spell(string line)
    {
        var key = PlainForm.Key(line).AsSpan();
        var text = new StringBuilder(key.Length + 1);
        var words = 0;
        foreach (var range in key.Split(' '))
        {
            var word = key[range];
            if (word.IsEmpty || words++ == MostWords)
            {
                break;
            }

            text.Append(text.Length == 0 ? '^' : ' ');
            AppendShape(text, word);
        }

        return text.ToString();
    }

    /// <summary>Where the terms of a line stand in what <see cref="Spell"/> made of it, each once.</summary>
    public static void Find(ReadOnlySpan<char> spelled, List<Range> terms)
    {
        terms.Clear();
        var before = -1;
        for (var start = 1; start < spelled.Length;)
        {
            var length = spelled[start..].IndexOf(' ') is >= 0 and var space ? space : spelled.Length - start;
            if (before < 0)
            {
                terms.Add(0..(start + length));
            }
            else
            {
                Add(spelled, before..(start + length), terms);
            }

            Add(spelled, start..(start + length), terms);
            before = start;
            start += length + 1;
        }
    }

    private static void Add(ReadOnlySpan<char> spelled, Range term, List<Range> terms)
    {
        foreach (var other in terms)
        {
            if (spelled[other].SequenceEqual(spelled[term]))
            {
                return;
            }
        }

        terms.Add(term);
    }

    private static void AppendShape(StringBuilder text, ReadOnlySpan<char> word)
    {
        if (!word.ContainsAnyInRange('0', '9'))
        {
            text.Append(word);
        }
        else if (word.ContainsAnyExceptInRange('0', '9'))
        {
            text.Append("#x");
        }
        else
        {
            text.Append('#').Append((char)('0' + Math.Min(word.Length, LongestNumber)));
        }
    }
}
