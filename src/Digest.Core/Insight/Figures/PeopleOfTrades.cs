using Digest.Core.Insight.Names;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>"100 designers, software engineers, strategists, and product managers": the number counts them all, not the first of the row.</summary>
internal static class PeopleOfTrades
{
    /// <summary>A row of three trades is counted together; of two the number may count the first.</summary>
    private const int FewestTrades = 3;

    /// <summary>Endings of plural nouns for what people do.</summary>
    private static readonly string[] Endings = ["ers", "ors", "ists", "ians", "ants", "men", "women"];

    /// <summary>True when the noun at a token opens a row of trades that "and" closes.</summary>
    public static bool Are(TokenRun tokens, int head)
    {
        var trades = 1;
        var last = head;
        while (IsTrade(tokens, last) && tokens.Kind(last + 1) == TokenKind.Comma)
        {
            var closes = tokens.Is(last + 2, "and");
            var first = closes ? last + 3 : last + 2;
            last = UnitReader.PhraseEnd(tokens, first) - 1;
            trades++;
            if (last < first || closes)
            {
                return closes && last >= first && trades >= FewestTrades && IsTrade(tokens, last) && (IsKnown(tokens, head) || IsKnown(tokens, last));
            }
        }

        // "engineers, strategists and managers"
        return trades >= FewestTrades - 1 && IsTrade(tokens, last) && tokens.Is(last + 1, "and") && UnitReader.PhraseEnd(tokens, last + 2) is var end && end > last + 2 && IsTrade(tokens, end - 1) && (IsKnown(tokens, head) || IsKnown(tokens, end - 1));
    }

    /// <summary>The first or the last of a row is a noun for people that the lists have: "rollers, heaters and timers" are things.</summary>
    private static bool IsKnown(TokenRun tokens, int i) => tokens.In(i, WordLists.PersonNouns) || RoleOfSeveral.Singular(tokens, i) is not null;

    private static bool IsTrade(TokenRun tokens, int i)
    {
        if (tokens.IsCapital(i) || tokens.Word(i).Length < 6)
        {
            return false;
        }

        foreach (var ending in Endings)
        {
            if (tokens.Word(i).EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
