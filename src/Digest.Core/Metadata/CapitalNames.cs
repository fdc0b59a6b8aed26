namespace Digest.Core.Metadata;

/// <summary>Names that are set in capitals, whole or in part: "JANE McDOE", "LUDWIG van der BERG", "Jeanne DUPONT".</summary>
internal static class CapitalNames
{
    /// <summary>Fewest capitals of a surname behind a given name in small letters; shorter ones may be initials ("JD").</summary>
    private const int FewestAlone = 4;

    /// <summary>Beginnings of surnames whose small letters stay small among capitals.</summary>
    private static readonly string[] Prefixes = ["Mc", "Mac", "Fitz", "De", "Di", "Du", "La", "Le", "Van", "Von", "Ní", "Ó"];

    /// <summary>True for a word in capitals, "McDOE" included.</summary>
    public static bool IsCapitals(string word) => CapitalsFrom(word) >= 0;

    /// <summary>The name as names are written: "Jane McDoe".</summary>
    public static string Tidy(List<string> parts)
    {
        var areAll = parts.TrueForAll(p => IsCapitals(p) || char.IsLower(p[0])) && parts.Exists(p => Letters(p) > 2);
        return string.Join(' ', parts.Select(p => areAll || (IsCapitals(p) && Letters(p) >= FewestAlone && !p.Contains('.', StringComparison.Ordinal)) ? Tidy(p) : p));
    }

    private static string Tidy(string part)
    {
        if (CapitalsFrom(part) is not (>= 0 and var from) || part.Trim('.') is "II" or "III" or "IV")
        {
            return part;
        }

        var characters = part.ToCharArray();
        for (var i = from + 1; i < characters.Length; i++)
        {
            // "O'NEILL-DOE", "J.K."; behind a later apostrophe the word goes on ("TU'UHOLO").
            var begins = characters[i - 1] is '-' or '.' || (characters[i - 1] == '\'' && i == 2);
            characters[i] = begins ? characters[i] : char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }

    /// <summary>Index from which a word is in capitals: behind the prefix of a surname, at the beginning, or -1.</summary>
    private static int CapitalsFrom(string word)
    {
        var prefix = Array.Find(Prefixes, p => word.Length > p.Length + 1 && word.StartsWith(p, StringComparison.Ordinal))?.Length ?? 0;
        return word.AsSpan(prefix).ContainsAnyInRange('a', 'z') || word.Skip(prefix).Any(char.IsLower) || !word.Skip(prefix).Any(char.IsUpper)
            ? -1
            : prefix;
    }

    private static int Letters(string word) => word.Count(char.IsLetter);
}
