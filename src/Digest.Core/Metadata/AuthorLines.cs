using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>The lines of which bylines and boxes on authors are made, each read by itself: a name, a role, a note.</summary>
internal sealed class AuthorLines(BylineLineReader bylines, BioLineReader bios, AuthorWords words)
{
    /// <summary>"Affiliation: University of Leeds"</summary>
    private static readonly Regex Label = new("^(?:author(?:'s)? )?(?:affiliations?|institutions?|position|role|occupation): ?", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private const int LongestName = 8;
    private const int LongestRole = 25;

    /// <summary>The one name that is all that stands in block <paramref name="i"/>, with "Written by" before it or without, or null; also where there is no such block.</summary>
    public string? NameOn(Manuscript m, int i) =>
        i >= 0 && i < m.Count && m.Forms[i].Words <= LongestName && (bylines.ReadLabelled(m.Blocks[i].Text) ?? bylines.ReadBare(m.Blocks[i].Text)) is { About: null, Names: [var name] } ? name : null;

    /// <summary>Role and institution that are all that stands in block <paramref name="i"/>, or null; "Translated by the author" is neither.</summary>
    public string? RoleOn(Manuscript m, int i) =>
        m.Forms[i].Words <= LongestRole && !m.Forms[i].EndsAsSentence && !m.Matches(i, RuleEffect.Bio) && words.SpeakOfAuthor(m.Blocks[i].Text)
        && !m.Forms[i].Straight.Contains(" by ", StringComparison.OrdinalIgnoreCase) && bylines.ReadBare(m.Blocks[i].Text) is null
            ? WithoutLabel(m.Blocks[i].Text.TrimStart([.. AffiliationMarks.Signs, ' '])).Trim(' ', ',', ';')
            : null;

    private static string WithoutLabel(string role) => Label.Match(role) is { Success: true, Length: var end } ? role[end..] : role;

    /// <summary>Block <paramref name="i"/> is a sentence that tells who somebody is.</summary>
    public bool IsNote(Manuscript m, int i) =>
        bios.Read(m.Blocks[i].Text, isKnownBio: false) is { Name: not null, Affiliation: not null, IsSentence: true };
}
