using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>
/// Tells whether words are about an author: roles, institutions, credentials. Looks words up in sets; as alternatives
/// of a pattern the same lists cost a third of a second to prepare.
/// </summary>
internal sealed class AuthorWords(Vocabulary vocabulary)
{
    private const int MostPlainWords = 3;

    private static readonly Regex Team = new(
        "^(?:the |our |an? )?(?:(?-i:\\p{Lu}[\\p{L}\\p{N}'&.-]*|of|for|and|&|the|on) ){0,7}(?:(?:editorial|data|news|research|policy|content|communications?|web|digital|visuals?|investigations?|science|opinion) )?(?:team|staff|editors|editorial board|newsroom|news desk|desk|bureau|collective|secretariat|network|project team|working group|correspondents?|reporters)(?: (?:in|at|of|for) .{2,40})?(?: ?[|,\u2022\u00B7-] .{0,60})?$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex EditorsOf = new("^(?:the )?(?:editors?|staff|members|students) of (?:the )?\\p{Lu}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly SearchValues<char> Separators = SearchValues.Create(" ,;:()/|\"\u2013\u2014\t\n");

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _agencies = Lookup(vocabulary, "agency");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _connectives = Lookup(vocabulary, "connective");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _credentials = Lookup(vocabulary, "credential");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _organisations = Lookup(vocabulary, "organisation");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _roles = Lookup(vocabulary, "role");

    /// <summary>The text is the name of an agency or a word for staff.</summary>
    public bool IsAgency(string text) => _agencies.Contains(text.Trim().TrimEnd('.'));

    /// <summary>True when the text begins with an agency or a word for staff, and a line or clause ends after it.</summary>
    public bool BeginsWithAgency(ReadOnlySpan<char> text)
    {
        for (var end = text.Length; end > 0; end--)
        {
            var isBoundary = end == text.Length || !char.IsLetterOrDigit(text[end]);
            if (isBoundary && end <= 40 && _agencies.Contains(text[..end].TrimEnd('.')))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The Ferryboat team", "the editors of Low Water": a body that writes under no name of a person.</summary>
    public static bool IsTeam(string text)
    {
        var line = text.TrimEnd('.', ' ');
        return Team.IsMatch(line) || EditorsOf.IsMatch(line);
    }

    /// <summary>True when one of the words is a role, an institution or a credential.</summary>
    public bool SpeakOfAuthor(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny(Separators))
        {
            if (IsAuthorWord(text[range]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when one of the words is a role.</summary>
    public bool NameRole(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny(Separators))
        {
            if (IsRole(text[range].TrimEnd('.')))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when one of the words is one of institutions ("University", "Herald").</summary>
    public bool NameOrganisation(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny(Separators))
        {
            if (_organisations.Contains(text[range].TrimEnd('.')))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for the name of an institution in two words at least, none that heads a section of a paper ("World News").</summary>
    public bool NameInstitution(ReadOnlySpan<char> text)
    {
        var (words, isInstitution) = (0, false);
        foreach (var range in text.SplitAny(Separators))
        {
            var word = text[range].TrimEnd('.');
            words += word.Length > 1 ? 1 : 0;
            isInstitution |= _organisations.Contains(word) && word is not ("Economics" or "Global" or "International" or "Law" or "News" or "Policy" or "Politics" or "Research" or "Security" or "Studies");
        }

        return isInstitution && words > 1;
    }

    /// <summary>True when the first word is one of institutions.</summary>
    public bool BeginsWithOrganisation(ReadOnlySpan<char> text) =>
        NameOrganisation(FirstWord(text));

    /// <summary>True when the first word is a role.</summary>
    public bool BeginsWithRole(ReadOnlySpan<char> text) => NameRole(FirstWord(text));

    /// <summary>
    /// True when the words are a role or an institution and not a piece of a sentence: hardly a word in lower case that
    /// is neither a connective nor a role.
    /// </summary>
    public bool AreTitlePhrase(ReadOnlySpan<char> text) => AreTitlePhrase(text, MostPlainWords);

    /// <summary>The same with so many other words in lower case at the most.</summary>
    public bool AreTitlePhrase(ReadOnlySpan<char> text, int mostPlainWords)
    {
        if (text.TrimEnd().EndsWith(':'))
        {
            return false;
        }

        var plain = 0;
        foreach (var range in text.SplitAny(Separators))
        {
            var word = text[range].TrimEnd('.');
            plain += word.Length > 0 && char.IsLower(word[0]) && !_connectives.Contains(word) && !IsAuthorWord(word) ? 1 : 0;
        }

        return plain <= mostPlainWords;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text) => text.IndexOfAny(Separators) is >= 0 and var end ? text[..end] : text;

    private bool IsAuthorWord(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd('.');
        var possessive = word.EndsWith("'s") || word.EndsWith("\u2019s") ? word[..^2] : word;
        return word.Length > 1 && (IsRole(possessive) || _organisations.Contains(possessive) || _credentials.Contains(possessive));
    }

    private bool IsRole(ReadOnlySpan<char> word) =>
        word.Length > 1 && (_roles.Contains(word) || word.TrimEnd('s') is var singular && (singular.EndsWith("ologist", StringComparison.OrdinalIgnoreCase) || singular.EndsWith("ographer", StringComparison.OrdinalIgnoreCase)) || (word[^1] is 's' && _roles.Contains(word[..^1])));

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(Vocabulary vocabulary, string list) =>
        vocabulary.Words(list).GetAlternateLookup<ReadOnlySpan<char>>();
}
