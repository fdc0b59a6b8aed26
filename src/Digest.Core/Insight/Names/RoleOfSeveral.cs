using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>"the economists Ada Mensah and Emeka Okoro", "historians such as Owen Pugh, Ada Mensah and others": a role in the plural before several names.</summary>
internal static class RoleOfSeveral
{
    /// <summary>Tokens that may stand between the role and a name of the row.</summary>
    private const int Reach = 20;

    /// <summary>What companies and countries are called, too.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OfCompanies = FrozenSet.ToFrozenSet(
        [
            "advocate", "agent", "anchor", "assessor", "associate", "auditor", "benefactor", "bidder", "borrower", "broadcaster", "broker", "builder", "chair", "chief", "collector", "colonel", "consultant",
            "contractor", "contributor", "counterpart", "creditor", "debtor", "deputy", "distiller", "donor", "expert", "explorer", "financier", "founder", "general", "guru", "head", "host", "incumbent", "investor",
            "landlord", "leader", "lender", "major", "manager", "member", "mentor", "model", "navigator", "neighbor", "neighbour", "operator", "owner", "partner", "pioneer", "playmate", "predecessor", "producer",
            "publisher", "reader", "renter", "ruler", "specialist", "sponsor", "star", "successor", "survivor", "tenant", "trader", "victim", "winner",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The role, in the singular, of a row of names that a name stands in; null when it stands in none.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="name">Where the name begins.</param>
    /// <param name="areExamples">True for "economists such as": they are some of them, and may be called so by the author alone.</param>
    public static string? Before(TokenRun tokens, int name, out bool areExamples)
    {
        areExamples = false;
        var i = name - 1;
        while (i >= 0 && i >= name - Reach && (tokens.IsCapital(i) || tokens.In(i, WordLists.Particles) || tokens.Is(i, "and", "&") || tokens.Kind(i) is TokenKind.Comma or TokenKind.Dash
            || (tokens.IsMark(i, '.') && NameRunReader.IsInitial(tokens, i - 1))))
        {
            if (Singular(tokens, i) is { } capital && !tokens.Is(i + 1, "and"))
            {
                // "Senators Ada Mensah and Emeka Okoro"
                return capital;
            }

            i--;
        }

        var link = tokens.Is(i, "as") && tokens.Is(i - 1, "such") ? 2 : tokens.Is(i, "like", "including") ? 1 : 0;
        areExamples = link > 0;
        return tokens.Kind(i + 1) is TokenKind.Comma || tokens.Is(i + 1, "and") ? null : Singular(tokens, i - link);
    }

    /// <summary>The role in the singular that a plural at a token tells, or null: "economists", "Senators" at the beginning of a sentence.</summary>
    public static string? Singular(TokenRun tokens, int i)
    {
        var word = tokens.Word(i);
        if (tokens.Kind(i) != TokenKind.Word || word.Length < 5 || word[^1] != 's' || (tokens.IsCapital(i) && !tokens.OpensSentence(i)))
        {
            return null;
        }

        var singular = word[..^1];
        var isRole = WordLists.Roles.Contains(singular) || RoleWords.IsTrade(singular) || singular.EndsWith("ologist", StringComparison.OrdinalIgnoreCase) || singular.EndsWith("ographer", StringComparison.OrdinalIgnoreCase);
        return isRole && !OfCompanies.Contains(singular) ? singular.ToString().ToLowerInvariant() : null;
    }
}
