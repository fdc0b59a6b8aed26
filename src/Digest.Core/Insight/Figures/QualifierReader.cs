using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads the words before a number that say how it is meant: "about", "at least", "as many as".</summary>
internal static class QualifierReader
{
    private const int LongestQualifier = 5;

    /// <summary>The token the qualifier begins at, or <paramref name="number"/> when there is none.</summary>
    public static int FirstToken(TokenRun tokens, int number)
    {
        for (var length = Math.Min(LongestQualifier, number); length > 0; length--)
        {
            var first = number - length;
            if (tokens.Kind(first) == TokenKind.Word && WordLists.Qualifiers.Contains(tokens.Span(first, number)))
            {
                return first;
            }
        }

        return number;
    }
}
