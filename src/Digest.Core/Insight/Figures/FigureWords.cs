using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>What words are to the noun phrase behind a number.</summary>
internal static class FigureWords
{
    /// <summary>True where a noun phrase can't go on: marks, function words, verbs, adverbs.</summary>
    public static bool EndsUnit(TokenRun tokens, int i)
    {
        if (tokens.Kind(i) != TokenKind.Word)
        {
            return true;
        }

        if (tokens.Kind(i + 1) == TokenKind.Dash && tokens.Glued(i + 1) && tokens.Glued(i + 2))
        {
            // "start-ups", "on-site inspectors": a part of a compound.
            return false;
        }

        var word = tokens.Word(i);
        return tokens.In(i, WordLists.Stops)
            || (word.Length > 4 && word.EndsWith("ly", StringComparison.OrdinalIgnoreCase) && !IsNounInLy(word) && !(tokens.In(i, WordLists.AdjectivesInLy) && tokens.Kind(i + 1) == TokenKind.Word && !tokens.In(i + 1, WordLists.Stops)));
    }

    private static bool IsNounInLy(ReadOnlySpan<char> word) =>
        word.Equals("family", StringComparison.OrdinalIgnoreCase) || word.Equals("assembly", StringComparison.OrdinalIgnoreCase) || word.Equals("monopoly", StringComparison.OrdinalIgnoreCase)
        || word.Equals("anomaly", StringComparison.OrdinalIgnoreCase) || word.Equals("butterfly", StringComparison.OrdinalIgnoreCase);

    /// <summary>A plural noun by its look: after it a noun phrase rarely goes on.</summary>
    public static bool IsPlural(TokenRun tokens, int i)
    {
        var word = tokens.Word(i);
        if (tokens.IsCapital(i) && word.EndsWith("ers", StringComparison.Ordinal) && tokens.IsCapital(i - 1) && tokens.Kind(i + 1) == TokenKind.Word && !tokens.IsCapital(i + 1) && tokens.In(i + 2, WordLists.Stops) && !IsPlural(tokens, i + 1))
        {
            // "of Gen Zers aim to"
            return true;
        }

        if (tokens.IsCapital(i) && !word.EndsWith("ns", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal))
        {
            return false;
        }

        return tokens.In(i, WordLists.IrregularPlurals)
            || (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'));
    }

}
