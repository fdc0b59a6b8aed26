using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Tells by its verb that a number without a currency is money.</summary>
internal static class PriceTest
{
    private static readonly FrozenSet<string> Costs = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "cost", "costs", "costing", "charge", "charges", "charged", "earn", "earns", "earned", "fetch", "fetches", "fetched", "pay", "pays", "paid");

    private static readonly FrozenSet<string> Sales = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "go", "goes", "priced", "retail", "retails", "sell", "sells", "selling", "sold", "went");

    /// <summary>What somebody does with money: "she takes 200".</summary>
    private static readonly FrozenSet<string> Takings = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "get", "gets", "got", "keep", "keeps", "kept", "take", "takes", "took");

    /// <summary>"cost about 30", "sells for 25": in the money told before.</summary>
    public static bool IsPrice(TokenRun tokens, int start)
    {
        var verb = tokens.Is(start - 1, "for", "at") ? start - 2 : start - 1;
        var isTaken = verb == start - 1 && Takings.Contains(tokens.Word(verb).ToString())
            && tokens.Is(verb - 1, "he", "she", "they", "we", "I");
        return isTaken || (tokens.Kind(verb) == TokenKind.Word && (verb == start - 1 ? Costs : Sales).Contains(tokens.Word(verb).ToString()));
    }
}
