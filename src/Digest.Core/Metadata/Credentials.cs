using System.Collections.Frozen;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>Letters behind a name that are no part of it: degrees, orders, membership of societies ("Jane Doe, PhD, FRGS").</summary>
internal sealed class Credentials(Vocabulary vocabulary)
{
    private static readonly FrozenSet<string> Suffixes = new[] { "Jr", "Sr", "II", "III", "IV" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenSet<string> _known = vocabulary.Words("credential");

    /// <summary>"Jr", "III": it tells one of a family from another.</summary>
    public static bool IsSuffix(string word) => Suffixes.Contains(word.TrimEnd('.'));

    /// <summary>A credential with its full stops or without ("P.E.", "PE").</summary>
    public bool Holds(string word) => _known.Contains(word.TrimEnd('.'))
        || (word.Contains('.', StringComparison.Ordinal) && _known.Contains(word.Replace(".", "", StringComparison.Ordinal)));

    /// <summary>
    /// "FSME", "FRGS", "MRICS": a fellow or member of a society, told from a surname in capitals by a beginning that no surname has.
    /// </summary>
    public static bool IsPostNominal(string word) =>
        AreLetters(word) && word is ['F', not ('A' or 'E' or 'I' or 'O' or 'U' or 'Y' or 'L' or 'R' or 'J'), ..] or ['F', 'R', 'C' or 'G' or 'S' or 'M' or 'T' or 'P', ..] or ['M', 'S' or 'R' or 'D' or 'G', ..];

    /// <summary>The index behind the credentials that follow a name at <paramref name="end"/>.</summary>
    public int Skip(string text, int end)
    {
        for (var sawCredential = false; ; sawCredential = true)
        {
            var i = end;
            while (i < text.Length && text[i] is ',' or ' ')
            {
                i++;
            }

            // "Lt Col Jane Doe (Ret.)"
            if (text.AsSpan(i) is ['(', ..] && PersonNames.WordEnd(text, i + 1) is var inside && inside < text.Length && text[inside] == ')' && Holds(text[(i + 1)..inside]))
            {
                end = inside + 1;
                continue;
            }

            var wordEnd = PersonNames.WordEnd(text, i);
            var word = text[i..wordEnd].TrimEnd(AffiliationMarks.Signs);
            // "PhD candidate", "MP for Leeds": no credential but a role.
            var begins = wordEnd + 1 < text.Length && text[wordEnd] == ' ' && char.IsLower(text[wordEnd + 1]) && !text.AsSpan(wordEnd).StartsWith(" and ") && !text.AsSpan(wordEnd).StartsWith(" is ");
            if (word.Length == 0 || begins || !(Holds(word) || IsPostNominal(word) || IsSuffix(word) || (sawCredential && i == end + 1 && text[end] == ' ' && AreLetters(word))))
            {
                return end;
            }

            end = wordEnd;
        }
    }

    /// <summary>"FGSI" right behind "CEng": of what society somebody is a member no list can know.</summary>
    private static bool AreLetters(string word) => word.Length is >= 3 and <= 6 && !word.AsSpan().ContainsAnyExceptInRange('A', 'Z');
}
