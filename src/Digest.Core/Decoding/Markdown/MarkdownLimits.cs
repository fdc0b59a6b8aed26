namespace Digest.Core.Decoding.Markdown;

/// <summary>
/// Finds Markdown that only an attack looks like. Parsers need time quadratic in runs of unclosed brackets and nested quotes;
/// an essay has neither.
/// </summary>
internal static class MarkdownLimits
{
    /// <summary>Markdown beyond this many characters is a data file.</summary>
    private const int LongestText = 6_000_000;

    /// <summary>Opening brackets or backticks in one paragraph without their counterpart.</summary>
    private const int MostOpenBrackets = 500;

    public static bool Exceeded(string text, DecodingOptions options)
    {
        if (text.Length > LongestText)
        {
            return true;
        }

        int open = 0, marks = 0, quotes = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                open = marks = 0;
                continue;
            }

            quotes = 0;
            foreach (var c in line)
            {
                switch (c)
                {
                    case '[' or '<':
                        open++;
                        break;
                    case ']' or '>' when open > 0:
                        open--;
                        break;
                    case '>':
                        quotes++;
                        break;
                    case '*' or '_' or '`' or '~' or '^':
                        marks++;
                        break;
                }
            }

            if (open > MostOpenBrackets || quotes > options.MaxDepth / 10 || marks > 40 * MostOpenBrackets)
            {
                return true;
            }
        }

        return false;
    }
}
