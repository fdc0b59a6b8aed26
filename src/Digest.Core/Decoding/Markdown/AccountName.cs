using Digest.Core.Decoding.Html.Declared;

namespace Digest.Core.Decoding.Markdown;

/// <summary>What a system writes for an author: the name of an account, or a key of its own.</summary>
internal static class AccountName
{
    /// <summary>"web-team": the account of an office under which a system has stored the essay, no name anybody writes under.</summary>
    public static bool IsOfTeam(string name) => !name.Any(char.IsUpper) && AuthorNames.LooksLikeOrganisation(name.Replace('-', ' '));

    /// <summary>"jdoe": the key of an author in the data of the site.</summary>
    public static bool IsKey(string name) => name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '.');

    /// <summary>"jane-doe", the key of an author in the site's data, as a name.</summary>
    public static string WithoutHyphens(string value) =>
        value.Contains('-', StringComparison.Ordinal) && value.All(c => c is '-' || char.IsLower(c)) && !IsOfTeam(value)
            ? string.Join(' ', value.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part[1..])) : value;
}
