using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;
using Digest.Core.Insight;

namespace Digest.Core.Metadata;

/// <summary>What one line says about who wrote the essay.</summary>
/// <param name="Names">The names; empty when the line names an agency or staff only.</param>
/// <param name="About">Role and institution after the names, or null.</param>
/// <param name="Start">First character of the names in the line.</param>
/// <param name="End">Character after the last name.</param>
internal sealed record BylineLine(IReadOnlyList<string> Names, string? About, int Start, int End);

/// <summary>Reads lines such as "By Jane Doe and John A. Smith, Senior Fellows | March 3, 2024" and "Jane Doe, University of Leeds".</summary>
internal sealed class BylineLineReader
{
    private const int MostNames = 12;

    /// <summary>Words of a role beside a name without a comma: "Environment correspondent".</summary>
    private const int LongestRole = 4;

    private const RegexOptions Engine = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private readonly PersonNames _names;
    private readonly AuthorWords _words;
    private readonly RolesAmongNames _roles;
    private readonly WordsBehindNames _behind;
    private readonly Regex _lead;
    private readonly Regex _picture;
    private readonly Regex _creditPair;
    private readonly Regex _from;
    private readonly Regex _place;
    private readonly Regex _dateBefore;
    private readonly Regex _inBrackets;

    public BylineLineReader(Vocabulary vocabulary, PersonNames names, AuthorWords words)
    {
        _names = names;
        _words = words;
        _roles = new RolesAmongNames(vocabulary, names, words);
        _behind = new WordsBehindNames(vocabulary, words);
        _lead = Pattern("^[^\\p{L}\\p{N}]*(?:(?:number|no\\.?|issue|vol\\.?|letter|part|episode|edition) ?#?\\d{1,4} ?[|,-] ?)?(?:(?:{byLead})(?: ?[:-])? |(?:{byLabel}): ?|(?:{byLabel}) by:? )");
        _picture = Pattern("^\\[(?:author |profile )?(?:photo|image|picture|headshot|portrait|avatar)(?: of [^\\]]{1,40})?\\] ?");
        _creditPair = Pattern("^(?:words|text|story) (?-i:\\p{Lu})[^.!?]{2,60} {pictures}(?: by)?:? (?-i:\\p{Lu})");
        _from = Pattern("^from (?-i:\\p{Lu})[^.,;:!?]{2,60} in (?-i:(?:the )?\\p{Lu})[^.,;:!?]{1,40}$");
        _place = Pattern("^(?: (?:in|from) (?-i:\\p{Lu}[\\p{L}.'-]*(?: \\p{Lu}[\\p{L}.'-]*)*))?");
        _dateBefore = Pattern("^{date}(?:,? {time})? ?[|/\\u2022\\u00B7-] ?(?:by:? )?");
        _inBrackets = Pattern("^ ?\\([^()]{2,80}\\)");

        Regex Pattern(string pattern) => new(vocabulary.Expand(pattern, "bylines"), Engine, Regex.InfiniteMatchTimeout);
    }

    /// <summary>Reads a line that begins with "By" or the like; null when no name and no agency follows.</summary>
    public BylineLine? ReadLabelled(string text)
    {
        var straight = WithoutAgency(PlainForm.Straight(text));
        var lead = _lead.Match(straight) is { Success: true } label ? label.Length : _creditPair.IsMatch(straight) || _from.IsMatch(straight) ? straight.IndexOf(' ', StringComparison.Ordinal) + 1 : 0;
        if (lead == 0)
        {
            return null;
        }

        if (GluedRoleAt(straight, lead) is > 0 and var role)
        {
            return Read(straight[..role], lead, 1, isLabelled: true) is { About: null } named ? named with { About = straight[role..].Trim() } : null;
        }

        var rest = straight[lead..];
        return _words.IsAgency(rest) || ((_words.BeginsWithAgency(rest) || AuthorWords.IsTeam(rest)) && Read(straight, lead, 2, isLabelled: true) is null)
            ? new BylineLine([], null, lead, lead)
            : Read(straight, lead, 1, isLabelled: true);
    }

    /// <summary>"By Jane DoeEnvironment Reporter": where a role begins that nothing parts from the name, as on the page of a phone; 0 where none does.</summary>
    private int GluedRoleAt(string text, int from)
    {
        for (var i = from + 1; i < text.Length; i++)
        {
            if (char.IsUpper(text[i]) && char.IsLower(text[i - 1]) && _names.BeginsRole(text[i..]))
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>"By Jane Doe and Our Correspondent": who has no name of his own is left out beside one who has.</summary>
    private string WithoutAgency(string text) =>
        text.LastIndexOf(" and ", StringComparison.Ordinal) is > 0 and var and && _words.IsAgency(text[(and + 5)..]) ? text[..and] : text;

    /// <summary>True for nothing but names, the first of which begins with a given name or a title: "Two Rivers, One Law" does not.</summary>
    public bool NamesSomebody(string text) => ReadBare(text) is { About: null, Names: [var name, ..] }
        && (WordLists.FirstNames.Contains(name.AsSpan(0, Math.Max(0, name.IndexOf(' ', StringComparison.Ordinal)))) || _names.IsHonorific(text.Split(' ')[0]));

    /// <summary>"Jane Doe, Sep 21, 2025" does, "New York, Sep 21, 2025" does not.</summary>
    public bool BeginsWithGivenName(string text) => ReadBare(text) is { Names: [var name, ..] } && WordLists.FirstNames.Contains(name.AsSpan(0, Math.Max(0, name.IndexOf(' ', StringComparison.Ordinal))));

    /// <summary>Reads a line that is nothing but names, with role and institution after them or without; else null.</summary>
    public BylineLine? ReadBare(string text)
    {
        var straight = PlainForm.Straight(text);
        var start = 0;
        while (start < straight.Length && straight[start] is '-' or ' ' or '*' or '~')
        {
            start++;
        }

        // "[photo] Jane Doe"
        start += _picture.Match(straight[start..]).Length;

        // "1. Jane Doe": the one entry of a page's list of authors.
        start += straight.AsSpan(start) is ['1', '.', ' ', ..] ? "1. ".Length : 0;
        start += NameJoiners.LeadOf(straight[start..]);

        if (straight.EndsWith(':'))
        {
            return null;
        }

        // "March 3, 2025 | Jane Doe"; behind a date also stand sections ("March 3, 2025 | Middle East").
        return _dateBefore.Match(straight) is { Success: true } date
            ? Read(straight, date.Length, 2, isLabelled: false) is { } line && line.Names.All(n => WordLists.FirstNames.Contains(n.Split(' ')[0])) ? line : null
            : Read(straight, start, 2, isLabelled: false) ?? ReadBesideRole(straight, start);
    }

    /// <summary>
    /// "Jane Doe Ward sister, Barje General Hospital", "Jane Doe Environment correspondent": a wide gap, or none, parts a given name and
    /// a surname from a role, and an institution if there is one.
    /// </summary>
    private BylineLine? ReadBesideRole(string text, int start)
    {
        var surname = text.IndexOf(' ', start) + 1;
        var end = surname > 0 ? text.IndexOf(' ', surname) : -1;
        if (end < 0 || text.EndsWith('.') || !WordLists.FirstNames.Contains(text.AsSpan(start, surname - 1 - start)) || _names.ReadAt(text[..end], start) is not { } name || name.End != end)
        {
            return null;
        }

        var about = text[(end + 1)..];
        if (IsRoleAlone(about))
        {
            return new BylineLine([name.Name], about, start, end);
        }

        // "Jane Doe Environment correspondent and John Smith"
        if (about.IndexOf(" and ", StringComparison.Ordinal) is > 0 and var and && IsRoleAlone(about[..and]) && Read(about, and + 5, 2, isLabelled: false) is { About: null } other)
        {
            return new BylineLine([name.Name, .. other.Names], about[..and], start, end + 1 + other.End);
        }

        return about.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma && char.IsUpper(about[0]) && (_words.NameRole(about.AsSpan(0, comma)) || about.AsSpan(0, comma).LastIndexOf(' ') is > 0 and var last && char.IsLower(about[last + 1])) && _words.NameOrganisation(about.AsSpan(comma)) && _words.AreTitlePhrase(about)
            ? new BylineLine([name.Name], about, start, end) : null;
    }

    private bool IsRoleAlone(string text) => !text.Contains(',', StringComparison.Ordinal) && PlainForm.CountWords(text) <= LongestRole && _names.BeginsRole(text) && _words.NameRole(text.AsSpan(text.LastIndexOf(' ') + 1));

    /// <summary>"Jane Doe reports from Nairobi"</summary>
    public bool SaysThatReports(string text) => ReadBare(text) is { About: null } line && _behind.SaysThatReports(PlainForm.Straight(text)[line.End..]);

    private BylineLine? Read(string text, int start, int fewestParts, bool isLabelled)
    {
        var names = new List<string>();
        var affiliations = new List<string>();
        var end = start;
        start += isLabelled ? _roles.BeatAt(text, start, affiliations) is > 0 and var beat ? beat : _roles.RankAt(text, start, affiliations) : 0;
        while (names.Count < MostNames && (_names.ReadAt(text, start, names.Count == 0 ? fewestParts : 2) ?? (isLabelled ? LastOfOneWord(text, start, names) : null)) is { } name)
        {
            // "By Jane Doe, The Ledger, and John Smith, Delta Report": where one institution stands, a last one may look like a name.
            if (affiliations.Count > 0 && name.End == text.Length && _roles.IsAffiliation(text[start..name.End]))
            {
                break;
            }

            // "By Jane Doe, AP Business Writer": initials of an agency with a role behind them.
            if (names.Count > 0 && !NameJoiners.IsBoundary(text, name.End) && name.Name.Split(' ')[0] is { Length: > 1 and <= 5 } first && first.All(char.IsUpper))
            {
                break;
            }

            // "By Jane Doe, Jet Propulsion Laboratory", "By Jane Doe, Local Democracy Editor"
            if (names.Count > 0 && !NameJoiners.IsBoundary(text, name.End) && !WordLists.FirstNames.Contains(name.Name.Split(' ')[0])
                && (_words.BeginsWithOrganisation(text.AsSpan(name.End + 1)) || _words.BeginsWithRole(text.AsSpan(name.End + 1))))
            {
                break;
            }

            // "Potato Frozen India Belgium": a line of tags.
            if (!isLabelled && name.Name.Split(' ').Count(word => WordLists.Places.Contains(word)) > 1)
            {
                return null;
            }

            if (!names.Contains(name.Name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name.Name);
            }

            end = name.End;
            if (_inBrackets.Match(text[end..]) is { Success: true } brackets && NameJoiners.After(text, end + brackets.Length) is >= 0 and var further
                && (isLabelled || _words.SpeakOfAuthor(brackets.Value)) && _names.ReadAt(text, further) is not null)
            {
                affiliations.Add(brackets.Value.Trim(' ', '(', ')'));
                start = further;
                continue;
            }

            start = NameJoiners.After(text, end + _place.Match(text[end..]).Length);
            if (start < 0)
            {
                break;
            }

            start += isLabelled ? _roles.BeatAt(text, start, affiliations) : 0;
            if (isLabelled && text[end] is ',' or '(' && _roles.Between(text, start) is { } affiliation)
            {
                affiliations.Add(text[start..affiliation.End]);
                start = affiliation.Next;
            }
        }

        if (names.Count == 0 || !_behind.Read(text, end, isLabelled ? text[.._lead.Match(text).Length] : null, out var about))
        {
            return null;
        }

        about = about is null || !isLabelled ? about : SpeechHead.WithoutOccasion(about);
        var all = string.Join("; ", about is null ? affiliations : affiliations.Append(about));
        return new BylineLine(names, all.Length > 0 ? all : null, FirstLetter(text), end);

        int FirstLetter(string line) => Math.Max(0, line.IndexOf(names[0].Split(' ')[0], StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"By Ana de la Cruz and Sulastri": a name of one word behind "and", which nothing follows and which is no word or place.</summary>
    private NameAt? LastOfOneWord(string text, int start, List<string> names) =>
        names.Count > 0 && (text.AsSpan(0, start).EndsWith(" and ") || text.AsSpan(0, start).EndsWith(" & "))
        && _names.ReadAt(text, start, fewestParts: 1) is { } last && text.AsSpan(last.End).Trim().Length == 0 && !_words.BeginsWithAgency(text.AsSpan(start))
        && (Lexicon.Of(last.Name) & (WordLists.CommonWords | WordLists.Places | WordLists.Things | WordLists.OrganisationHeads)) == WordLists.None ? last : null;
}
