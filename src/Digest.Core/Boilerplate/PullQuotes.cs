using Digest.Core.Blocks;

namespace Digest.Core.Boilerplate;

/// <summary>Takes out pull quotes: a sentence by itself whose words stand in a paragraph beside it once more.</summary>
internal static class PullQuotes
{
    private const int FewestWords = 5;
    private const int FewestQuotedWords = 4;

    /// <summary>With its speaker under it a quote may be as short as this.</summary>
    private const int FewestSignedWords = 2;

    private const int MostWords = 45;

    /// <summary>Longest line that tells whose words they are: "Ayesha Pillay, remote operator".</summary>
    private const int LongestSignature = 8;

    private const int LongestName = 5;

    /// <summary>Bylines and notes on authors in which a speaker is looked for.</summary>
    private const int MostAuthors = 20;

    /// <summary>Captions and labels between a quote and running text.</summary>
    private const int MostBetween = 4;

    /// <summary>Fewest words of a quote whose words are looked for one by one, and the most that the text may have between them: "she told our trustees the next morning".</summary>
    private const int FewestSplitWords = 8;

    private const int MostSkipped = 30;

    /// <summary>Beginnings in one paragraph that are tried.</summary>
    private const int MostTries = 4;

    /// <summary>A pull quote stands on the page of the words it repeats; so near that a long essay takes no longer a block.</summary>
    private const int Reach = 12;

    /// <summary>The same for words in quotation marks, which hardly anything but a pull quote repeats.</summary>
    private const int ReachOfQuoted = 24;

    /// <summary>Strips every pull quote that is still open.</summary>
    public static void Apply(Manuscript m)
    {
        for (var i = 0; i < m.Count; i++)
        {
            if (m.IsOpen(i) && MayBeQuote(m, i) && Source(m, i) is >= 0 and var source)
            {
                m.Strip(i, TextRemoval.PullQuote, m.Blocks[source].Text);
                if (IsSignature(m, i + 1))
                {
                    m.Strip(i + 1, TextRemoval.PullQuote, m.Blocks[source].Text);
                }
            }
        }
    }

    /// <summary>
    /// A line without full stop or quotation marks may be a heading that the text takes up; a line that begins in lower case,
    /// or stands among other short ones, may be of a poem that the text speaks of.
    /// </summary>
    private static bool MayBeQuote(Manuscript m, int i)
    {
        var form = m.Forms[i];
        var isQuoted = Quoted(form) is not null;
        return form.Words <= MostWords && form.Words >= (!isQuoted ? FewestWords : IsSignature(m, i + 1) ? FewestSignedWords : FewestQuotedWords) && !char.IsLower(form.Core[0])
            && (IsProseBeside(m, i, -1) || IsProseBeside(m, i, 1))
            && (m.Blocks[i].Kind == BlockKind.Quote || (m.Blocks[i].Kind == BlockKind.Paragraph && (form.EndsAsSentence || isQuoted)));
    }

    /// <summary>Running text next to a block, what has left between them aside.</summary>
    private static bool IsProseBeside(Manuscript m, int i, int step)
    {
        var j = i + step;
        while (j >= 0 && j < m.Count && Math.Abs(j - i) <= MostBetween && m.IsStripped(j))
        {
            j += step;
        }

        return j >= 0 && j < m.Count && m.Forms[j].IsProse;
    }

    /// <summary>
    /// Whose words they are, right under them: a name behind a dash, or one that the text or the head has, with or without a role.
    /// A heading of the text has words in lower case, or none that the text says in that order.
    /// </summary>
    private static bool IsSignature(Manuscript m, int i)
    {
        if (i >= m.Count || !m.IsOpen(i) || m.Forms[i].EndsAsSentence || m.Forms[i].Words is 0 or > LongestSignature || m.Blocks[i].Kind != BlockKind.Paragraph)
        {
            return false;
        }

        var line = m.Forms[i].Straight;
        var comma = line.IndexOf(',', StringComparison.Ordinal);
        var name = comma < 0 ? line : line[..comma];
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetter(word[0])).ToArray();
        if (words.Length is < 2 or > LongestName || !Array.TrueForAll(words, word => char.IsUpper(word[0])))
        {
            return false;
        }

        var key = $" {PlainForm.Key(name)} ";
        return line is ['-', ..] || Enumerable.Range(Math.Max(0, i - Reach), Math.Min(Reach, i)).Concat(m.OnAuthors.Take(MostAuthors)).Any(j => j != i && m.Forms[j].Words > words.Length && $" {m.Forms[j].Key} ".Contains(key, StringComparison.Ordinal));
    }

    /// <summary>The words in quotation marks that are the whole line, or all of it but whose they are: "“…” – Jane Doe", "“…” JANE DOE".</summary>
    private static string? Quoted(BlockForm form)
    {
        var line = form.Straight;
        if (line is ['"', .., '"'] or ['\'', .., '\''])
        {
            return line;
        }

        if (line is not ['"' or '\'', ..] || line.LastIndexOf(line[0]) is var close && close < 2)
        {
            return null;
        }

        var signature = line[(close + 1)..].Trim();
        var words = signature.TrimStart('-', ' ').Split(' ');
        return words.Length is >= 2 and <= LongestName && Array.TrueForAll(words, word => word.Length > 0 && char.IsUpper(word[0])) && (signature[0] == '-' || !signature.Any(char.IsLower))
            ? line[..(close + 1)] : null;
    }

    private static int Source(Manuscript m, int i)
    {
        var quoted = Quoted(m.Forms[i]);
        var reach = quoted is not null ? ReachOfQuoted : Reach;
        var key = quoted is null || quoted.Length == m.Forms[i].Straight.Length ? m.Forms[i].Key : PlainForm.Key(quoted);
        for (var j = Math.Max(0, i - reach); j < Math.Min(m.Count, i + reach + 1); j++)
        {
            if (j != i && m.IsOpen(j) && m.Forms[j].IsProse && m.Blocks[j].Kind == BlockKind.Paragraph && m.Forms[j].Words > m.Forms[i].Words
                && (Has(m.Forms[j].Key, key) || (quoted is not null && HasWords(m.Forms[j].Key, key))))
            {
                return j;
            }
        }

        return -1;
    }

    /// <summary>
    /// What somebody says is quoted in one piece where the text puts "she said" between, or tells it of her, or has more words: those of the quote
    /// stand there one after the other, whoever the pronouns speak of.
    /// </summary>
    private static bool HasWords(string source, string quote)
    {
        var sought = WithoutPersons(quote);
        var words = WithoutPersons(source);
        if (sought.Length < FewestSplitWords)
        {
            return false;
        }

        var first = Array.IndexOf(words, sought[0]);
        for (var tries = 0; first >= 0 && tries < MostTries; tries++)
        {
            var (at, skipped) = (first, 0);
            for (var i = 0; i < sought.Length && at >= 0 && skipped <= MostSkipped; i++)
            {
                var found = Array.IndexOf(words, sought[i], at);
                skipped += found - at;
                at = found < 0 ? -1 : found + 1;
            }

            if (at >= 0 && skipped <= MostSkipped)
            {
                return true;
            }

            first = Array.IndexOf(words, sought[0], first + 1);
        }

        return false;
    }

    /// <summary>The words with one pronoun for all persons: "we had the money" is told as "they had the money".</summary>
    private static string[] WithoutPersons(string key) => [.. key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word switch
    {
        "i" or "we" or "you" or "he" or "she" or "they" => "they",
        "me" or "us" or "him" or "them" => "them",
        "my" or "our" or "your" or "his" or "her" or "their" => "their",
        _ => word,
    })];

    /// <summary>True when the words stand in the source as whole words.</summary>
    private static bool Has(ReadOnlySpan<char> source, ReadOnlySpan<char> words)
    {
        for (var at = 0; at < source.Length && source[at..].IndexOf(words) is >= 0 and var found; at += found + 1)
        {
            var (start, end) = (at + found, at + found + words.Length);
            if ((start == 0 || source[start - 1] == ' ') && (end == source.Length || source[end] == ' '))
            {
                return true;
            }
        }

        return false;
    }
}
