using System.Collections.Frozen;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>A name found at the beginning of a text.</summary>
/// <param name="Name">The name without titles and credentials.</param>
/// <param name="End">Index after the name, its credentials included.</param>
internal readonly record struct NameAt(string Name, int End);

/// <summary>
/// Reads the names of people: given name, initials, particles ("van der", "de la", "bin") and surname. What holds a
/// word of an institution, a role or the calendar is no name.
/// </summary>
internal sealed class PersonNames(Vocabulary vocabulary)
{
    private const int MostParts = 6;

    private static readonly FrozenSet<string> NeverInNames = new[]
    {
        "The", "A", "An", "And", "Of", "In", "On", "At", "By", "For", "From", "With", "To", "This", "That", "These", "How", "Why", "What", "When", "Where", "Who",
        "Is", "Are", "Was", "Not", "No", "Or", "But", "If", "As", "It", "Its", "We", "Our", "You", "Your", "My", "I", "Read", "More", "Share", "Follow", "About", "Author", "Authors",
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Updated", "Published", "Posted", "Last", "New", "World", "War", "Introduction", "Conclusion", "Chapter", "Part",
        "Opinion", "Analysis", "Essay", "Commentary", "Image", "Images", "Photo", "Photos", "Photographs", "Photography", "Pictures", "Illustration", "Illustrations", "Graphics", "Video", "Edited", "Produced", "Credit", "Subscribe", "Issue", "Volume", "Further", "Reading", "Related",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>"Publication No.", "Vol.": short and with a full stop, but no initials.</summary>
    private static readonly FrozenSet<string> Numberings = new[] { "No", "Nos", "Nr", "Vol", "Fig", "Ed", "Eds" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Months that are given names, too; the word after them tells.</summary>
    private static readonly FrozenSet<string> GivenMonths = new[] { "April", "August", "Jan", "Jun", "June", "May" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words with which roles begin that are set behind a name without a comma: "Jane Doe Guest columnist", "Jane Doe Special to the Ledger".</summary>
    private static readonly FrozenSet<string> BeforeRoles = new[]
    {
        "Agriculture", "Arts", "Associated", "Business", "Capitol", "Chief", "City", "Climate", "Community", "Contributing", "Crime", "Culture", "Data", "Economics", "Education", "Energy", "Environment",
        "Faith", "Features", "Food", "Foreign", "Freelance", "General", "Guest", "Health", "Housing", "Investigative", "Labor", "Legal", "Lifestyle", "Local", "Managing", "Metro", "National", "News", "Outdoors", "Political",
        "Politics", "Regional", "Religion", "Science", "Senior", "Special", "Sports", "Staff", "State", "Technology", "Transport", "Travel", "Weekend",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Peerages = new[] { "Lord", "Lady", "Baroness", "Baron", "Viscount", "Viscountess", "Earl" }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FrozenSet<string> _agencies = vocabulary.Words("agency");
    private readonly Credentials _credentials = new(vocabulary);
    private readonly FrozenSet<string> _honorifics = vocabulary.Words("honorific");
    private readonly FrozenSet<string> _months = vocabulary.Words("month");
    private readonly FrozenSet<string> _organisations = vocabulary.Words("organisation");
    private readonly FrozenSet<string> _particles = vocabulary.Words("particle");
    private readonly FrozenSet<string> _places = vocabulary.Words("place");
    private readonly FrozenSet<string> _roles = vocabulary.Words("role");

    /// <summary>Reads a name that begins at <paramref name="start"/>, or null.</summary>
    /// <param name="text">Text with straight quotes and dashes.</param>
    /// <param name="start">Where the name would begin.</param>
    /// <param name="fewestParts">2 in general; 1 where a label says that a name comes.</param>
    public NameAt? ReadAt(string text, int start, int fewestParts = 2)
    {
        if (Peer(text, SkipSpaces(text, start)) is { } peer)
        {
            return peer;
        }

        var parts = new List<string>(4);
        var i = SkipSpaces(text, start);
        var end = i;
        if (text.AsSpan(i).StartsWith("The ") && _honorifics.Contains(text[(i + 4)..WordEnd(text, i + 4)].TrimEnd('.')))
        {
            // "The Revd Jane Doe"
            i += 4;
        }

        while (parts.Count < MostParts)
        {
            var wordEnd = WordEnd(text, i);
            var word = text[i..wordEnd];
            if (word.Length == 0)
            {
                break;
            }

            if (parts.Count == 0 && _honorifics.Contains(word.TrimEnd('.')))
            {
                i = SkipSpaces(text, wordEnd);
                continue;
            }

            if (IsParticle(text, word, wordEnd))
            {
                parts.Add(word);
                i = SkipSpaces(text, wordEnd);
                continue;
            }

            if (parts.Count > 0 && (_credentials.Holds(word) || (parts.Count > 1 && !AreCapitals(parts) && Credentials.IsPostNominal(word))))
            {
                break;
            }

            // "Jane Doe1,2*": marks of the lines that tell where the authors work.
            var unmarked = word.TrimEnd(AffiliationMarks.Signs);
            if (parts.Count > 0 && unmarked.Length is > 1 && unmarked.Length < word.Length && IsNamePart(unmarked))
            {
                parts.Add(unmarked);
                end = AffiliationMarks.EndOfList(text, wordEnd);
                break;
            }

            if (!IsNamePart(word) && !(parts.Count == 0 && IsGivenMonth(text, word, wordEnd)))
            {
                break;
            }

            // "By JANE DOE Sentinel columnist": what is written otherwise is no part of the name.
            if (parts.Count >= 2 && AreCapitals(parts) && ((word.Any(char.IsLower) && !CapitalNames.IsCapitals(word)) || _agencies.Contains(word)))
            {
                break;
            }

            if (parts.Count >= 2 && BeginsRole(text, word, wordEnd))
            {
                break;
            }

            // A full stop ends the name unless it closes an initial or a suffix.
            var closes = word.EndsWith('.') && Letters(word) > 2 && !Credentials.IsSuffix(word);
            parts.Add(closes ? word.TrimEnd('.') : word);
            end = closes ? wordEnd - 1 : wordEnd;
            i = SkipSpaces(text, wordEnd);
            if (closes || wordEnd >= text.Length || text[wordEnd] != ' ')
            {
                break;
            }
        }

        while (parts.Count > 0 && _particles.Contains(parts[^1]) && char.IsLower(parts[^1][0]))
        {
            parts.RemoveAt(parts.Count - 1);
        }

        var capitals = parts.Count(p => !char.IsLower(p[0]));
        if (capitals < fewestParts || capitals > 5 || !parts.Any(p => Letters(p) >= 2) || (capitals == 1 && Letters(parts[0]) < 3))
        {
            return null;
        }

        var name = string.Join(' ', parts);
        return _places.Contains(name.TrimEnd('.')) ? null : new NameAt(CapitalNames.Tidy(parts), AffiliationMarks.EndApart(text, _credentials.Skip(text, end)));
    }

    /// <summary>"Lord Smith of Hull", "Baroness Doe": the title is part of the name.</summary>
    private NameAt? Peer(string text, int start)
    {
        var end = WordEnd(text, start);
        if (!Peerages.Contains(text.AsSpan(start, end - start)) || end >= text.Length || text[end] != ' ' || !IsNamePart(text[(end + 1)..WordEnd(text, end + 1)]))
        {
            return null;
        }

        end = WordEnd(text, end + 1);
        if (text.AsSpan(end).StartsWith(" of ") && end + 4 < text.Length && char.IsUpper(text[end + 4]))
        {
            end = WordEnd(text, end + 4);
        }
        else if (end < text.Length && text[end] == ' ' && end + 1 < text.Length && char.IsUpper(text[end + 1]))
        {
            // "Lady Jane Doe" has a name of her own.
            return null;
        }

        return new NameAt(text[start..end], _credentials.Skip(text, end));
    }

    /// <summary>"Prof.", "Judge": what may stand before a name and says little of whom it names.</summary>
    public bool IsHonorific(string word) => _honorifics.Contains(word.TrimEnd('.'));

    private bool IsParticle(string text, string word, int wordEnd)
    {
        if (!char.IsLower(word[0]) || !_particles.Contains(word) || wordEnd + 1 >= text.Length || text[wordEnd] != ' ')
        {
            return false;
        }

        var next = text[wordEnd + 1];
        return char.IsUpper(next) || (char.IsLower(next) && _particles.Contains(text[(wordEnd + 1)..WordEnd(text, wordEnd + 1)]));
    }

    /// <summary>The text begins as roles do: "Guest columnist", "Senior Staff Writer", "Special to the Ledger".</summary>
    public bool BeginsRole(string text) => BeginsRole(text, text[..WordEnd(text, 0)], WordEnd(text, 0));

    private bool BeginsRole(string text, string word, int wordEnd)
    {
        if (!BeforeRoles.Contains(word) || wordEnd >= text.Length || text[wordEnd] != ' ')
        {
            return false;
        }

        var next = text[(wordEnd + 1)..WordEnd(text, wordEnd + 1)];
        return _roles.Contains(next) || BeforeRoles.Contains(next) || next is "to" or "for";
    }

    /// <summary>"Jun Castellanos", but neither "June 2024" nor "May Day"-like lines of one word.</summary>
    private bool IsGivenMonth(string text, string word, int wordEnd) =>
        GivenMonths.Contains(word) && wordEnd < text.Length && text[wordEnd] == ' '
        && text[(wordEnd + 1)..WordEnd(text, wordEnd + 1)] is { Length: > 1 } next && IsNamePart(next);

    private static bool AreCapitals(List<string> parts) => parts.Any(p => Letters(p) > 2) && parts.TrueForAll(p => CapitalNames.IsCapitals(p) || !p.Any(char.IsLower));

    private bool IsNamePart(string word)
    {
        var bare = word.TrimEnd('.');
        if (bare.Length < word.Length && Numberings.Contains(bare))
        {
            return false;
        }

        var isInitial = Letters(word) <= 3 && word.EndsWith('.');
        if (!isInitial && (NeverInNames.Contains(bare) || _organisations.Contains(bare) || _roles.Contains(bare) || (bare.EndsWith('s') && _roles.Contains(bare[..^1])) || _months.Contains(bare)))
        {
            // "May" and "June" are given names as well, "Law", "Star" or "House" surnames; the rest of the line decides there, not here.
            return false;
        }

        var letters = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (char.IsLetter(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                letters++;
            }
            else if (c is not ('\'' or '-' or '.'))
            {
                return false;
            }
        }

        // "Author's" and "President's" are possessives, "US-based" says where a firm is.
        if (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("-based", StringComparison.Ordinal))
        {
            return false;
        }

        return letters > 0 && (char.IsUpper(word[0]) || char.GetUnicodeCategory(word[0]) == System.Globalization.UnicodeCategory.OtherLetter
            || (word.Length > 2 && word[1] == '\'' && char.IsUpper(word[2])) || (word.Length > 3 && word.StartsWith("al-", StringComparison.Ordinal) && char.IsUpper(word[3])));
    }

    private static int Letters(string word) => word.Count(char.IsLetter);

    /// <summary>Where the word that begins at <paramref name="i"/> ends.</summary>
    public static int WordEnd(string text, int i)
    {
        while (i < text.Length && text[i] is not (' ' or ',' or ';' or '|' or '(' or ')' or '[' or ':' or '/' or '&' or '"' or '\u2022' or '\u00B7'))
        {
            i++;
        }

        return i;
    }

    private static int SkipSpaces(string text, int i)
    {
        while (i < text.Length && text[i] == ' ')
        {
            i++;
        }

        return i;
    }
}
