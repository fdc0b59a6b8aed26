using Digest.Core.Blocks;

namespace Digest.Core.Boilerplate;

/// <summary>Takes out pull quotes: a sentence by itself whose words stand in a paragraph beside it once more.</summary>
internal static class PullQuotes
{
    private const int FewestWords = 5;
    private const int FewestQuotedWords = 4;
    private const int MostWords = 45;

    /// <summary>A pull quote stands on the page of the words it repeats; so near that a long essay takes no longer a block.</summary>
    private const int Reach = 12;

    /// <summary>Strips every pull quote that is still open.</summary>
    public static void Apply(Manuscript m)
    {
        for (var i = 0; i < m.Count; i++)
        {
            if (m.IsOpen(i) && MayBeQuote(m, i) && Source(m, i) is >= 0 and var source)
            {
                m.Strip(i, TextRemoval.PullQuote, m.Blocks[source].Text);
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
        var isQuoted = form.Straight is ['"', .., '"'] or ['\'', .., '\''];
        return form.Words <= MostWords && form.Words >= (isQuoted ? FewestQuotedWords : FewestWords) && !char.IsLower(form.Core[0])
            && ((i > 0 && m.Forms[i - 1].IsProse) || (i + 1 < m.Count && m.Forms[i + 1].IsProse))
            && (m.Blocks[i].Kind == BlockKind.Quote || (m.Blocks[i].Kind == BlockKind.Paragraph && (form.EndsAsSentence || isQuoted)));
    }

    private static int Source(Manuscript m, int i)
    {
        for (var j = Math.Max(0, i - Reach); j < Math.Min(m.Count, i + Reach + 1); j++)
        {
            if (j != i && m.IsOpen(j) && m.Forms[j].IsProse && m.Blocks[j].Kind == BlockKind.Paragraph && m.Forms[j].Words > m.Forms[i].Words
                && (Has(m.Forms[j].Key, m.Forms[i].Key) || HasParts(m.Forms[j].Key, m.Forms[i].Straight)))
            {
                return j;
            }
        }

        return -1;
    }

    /// <summary>What somebody says is quoted in one piece where the text puts "she said" between: each sentence stands there, one after the other.</summary>
    private static bool HasParts(string source, string quote)
    {
        if (quote is not ['"', .., '"'])
        {
            return false;
        }

        var parts = quote.Split('.', '!', '?').Select(PlainForm.Key).Where(p => p.Length > 0).ToArray();
        var at = 0;
        foreach (var part in parts)
        {
            var found = $" {source} ".IndexOf($" {part} ", at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return parts.Length > 1 && parts.Max(p => p.Count(c => c == ' ') + 1) >= FewestWords;
    }

    private static bool Has(string source, string words) => $" {source} ".Contains($" {words} ", StringComparison.Ordinal);
}
