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
    private const int LongestAffiliation = 90;
    private const int LongestRank = 5;
    private const RegexOptions Engine = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private readonly PersonNames _names;
    private readonly AuthorWords _words;
    private readonly Regex _lead;
    private readonly Regex _beat;
    private readonly Regex _place;
    private readonly Regex _dateBefore;
    private readonly Regex _furniture;
    private readonly Regex _forWhom;
    private readonly Regex _inBrackets;
    private readonly Regex _behindBar;
    private readonly Regex _reports;

    public BylineLineReader(Vocabulary vocabulary, PersonNames names, AuthorWords words)
    {
        _names = names;
        _words = words;
        _lead = Pattern("^[^\\p{L}\\p{N}]*(?:(?:{byLead}):? |(?:{byLabel}): ?|(?:{byLabel}) by:? )");
        _beat = Pattern("^{beat} ");
        _place = Pattern("^(?: (?:in|from) (?-i:\\p{Lu}[\\p{L}.'-]*(?: \\p{Lu}[\\p{L}.'-]*)*))?");

        _dateBefore = Pattern("^{date}(?:,? {time})? ?[|/\\u2022\\u00B7-] ?(?:by:? )?");
        _forWhom = Pattern("^(?:special (?:to|for)|for|of) (?:the )?(?-i:\\p{Lu})");

        _inBrackets = Pattern("^ ?\\([^()]{2,80}\\)");
        _behindBar = Pattern("^ ?[|\\u2022\\u00B7] ?[^|\\u2022\\u00B70-9]{3,60}");

        _reports = Pattern("^,? (?:reports?|reporting|writes?|writing) (?:from|in|on) (?-i:(?:the )?\\p{Lu})[^.,;:?!|]{1,40}\\.?$");

        // Separators over and over would cost the square of their number on the engine that backtracks.
        _furniture = Pattern("[\\s,.|/;:(-]*(?:(?:on |at )?{date}|{month} (?:19|20)\\d{2}\\b|{weekday}\\b|(?:last )?(?:updated|published|posted|modified)\\b|{n}[ -]min(?:ute)?s?\\b|in (?-i:\\p{Lu})|[|\\u2022\\u00B7]|(?:with )?(?:photo(?:s|graphs?|graphy)?|pictures?|images?|illustrat(?:ions?|ed)|graphics?|video|maps?|art(?:work)?|edit(?:ed|ing)|produced|translated)(?: and \\w+)? by\\b|@\\w|\\+ ?(?:bio|more|follow)\\b|\\S+@\\S+|https?:|\\d{4}\\b|{time}|follow\\b|share\\b|authors? info(?:rmation)?\\b|(?:show|view|see) (?:all |more )?(?:authors?|affiliations)\\b|$)", RegexOptions.NonBacktracking);

        Regex Pattern(string pattern, RegexOptions engine = RegexOptions.None) => new(vocabulary.Expand(pattern, "bylines"), Engine | engine, Regex.InfiniteMatchTimeout);
    }

    /// <summary>Reads a line that begins with "By" or the like; null when no name and no agency follows.</summary>
    public BylineLine? ReadLabelled(string text)
    {
        var straight = PlainForm.Straight(text);
        var lead = _lead.Match(straight);
        if (!lead.Success)
        {
            return null;
        }

        var rest = straight[lead.Length..];
        return (_words.BeginsWithAgency(rest) || AuthorWords.IsTeam(rest)) && Read(straight, lead.Length, 2, isLabelled: true) is null
            ? new BylineLine([], null, lead.Length, lead.Length)
            : Read(straight, lead.Length, 1, isLabelled: true);
    }

    /// <summary>True for nothing but names, the first of which begins with a given name: "Two Rivers, One Law" does not.</summary>
    public bool NamesSomebody(string text) => ReadBare(text) is { About: null, Names: [var name, ..] }
        && WordLists.FirstNames.Contains(name.AsSpan(0, Math.Max(0, name.IndexOf(' ', StringComparison.Ordinal))));

    /// <summary>Reads a line that is nothing but names, with role and institution after them or without; else null.</summary>
    public BylineLine? ReadBare(string text)
    {
        var straight = PlainForm.Straight(text);
        var start = 0;
        while (start < straight.Length && straight[start] is '-' or ' ' or '*' or '~')
        {
            start++;
        }

        // "1. Jane Doe": the one entry of a page's list of authors.
        start += straight.AsSpan(start) is ['1', '.', ' ', ..] ? "1. ".Length : 0;
        start += GoesOn(straight[start..]) ? straight.AsSpan(start).IndexOf(' ') + 1 : 0;

        if (straight.EndsWith(':'))
        {
            return null;
        }

        // "March 3, 2025 | Jane Doe"; behind a date also stand sections ("March 3, 2025 | Middle East").
        return _dateBefore.Match(straight) is { Success: true } date
            ? Read(straight, date.Length, 2, isLabelled: false) is { } line && line.Names.All(n => WordLists.FirstNames.Contains(n.Split(' ')[0])) ? line : null
            : Read(straight, start, 2, isLabelled: false);
    }

    /// <summary>"and John Smith": a further line of names.</summary>
    public static bool GoesOn(string line) =>
        (line.StartsWith("and ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("& ", StringComparison.Ordinal)) && line[line.IndexOf(' ', StringComparison.Ordinal) + 1] is var next && char.IsUpper(next);

    /// <summary>"Jane Doe reports from Nairobi"</summary>
    public bool SaysThatReports(string text) => ReadBare(text) is { About: null } line && _reports.IsMatch(PlainForm.Straight(text)[line.End..]);

    private BylineLine? Read(string text, int start, int fewestParts, bool isLabelled)
    {
        var names = new List<string>();
        var affiliations = new List<string>();
        var end = start;
        start += isLabelled ? BeatAt(text, start, affiliations) is > 0 and var beat ? beat : RankAt(text, start, affiliations) : 0;
        while (names.Count < MostNames && _names.ReadAt(text, start, names.Count == 0 ? fewestParts : 2) is { } name)
        {
            // "By Jane Doe, The Ledger, and John Smith, Delta Report": where one institution stands, a last one may look like a name.
            if (affiliations.Count > 0 && name.End == text.Length && IsAffiliation(text[start..name.End]))
            {
                break;
            }

            // "By Jane Doe, AP Business Writer": initials of an agency with a role behind them.
            if (names.Count > 0 && !IsBoundary(text, name.End) && name.Name.Split(' ')[0] is { Length: > 1 and <= 5 } first && first.All(char.IsUpper))
            {
                break;
            }

            // "By Jane Doe, Jet Propulsion Laboratory"
            if (names.Count > 0 && !IsBoundary(text, name.End) && !WordLists.FirstNames.Contains(name.Name.Split(' ')[0])
                && _words.BeginsWithOrganisation(text.AsSpan(name.End + 1)))
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
            if (_inBrackets.Match(text[end..]) is { Success: true } brackets && AfterJoiner(text, end + brackets.Length) is >= 0 and var further
                && (isLabelled || _words.SpeakOfAuthor(brackets.Value)) && _names.ReadAt(text, further) is not null)
            {
                affiliations.Add(brackets.Value.Trim(' ', '(', ')'));
                start = further;
                continue;
            }

            start = AfterJoiner(text, end + _place.Match(text[end..]).Length);
            if (start < 0)
            {
                break;
            }

            start += isLabelled ? BeatAt(text, start, affiliations) : 0;
            if (isLabelled && text[end] is ',' or '(' && AffiliationAt(text, start) is { } affiliation)
            {
                affiliations.Add(text[start..affiliation.End]);
                start = affiliation.Next;
            }
        }

        if (names.Count == 0 || !About(text, end, isLabelled, out var about))
        {
            return null;
        }

        about = about is null || !isLabelled ? about : SpeechHead.WithoutOccasion(about);
        var all = string.Join("; ", about is null ? affiliations : affiliations.Append(about));
        return new BylineLine(names, all.Length > 0 ? all : null, FirstLetter(text), end);

        int FirstLetter(string line) => Math.Max(0, line.IndexOf(names[0].Split(' ')[0], StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"By regional economics correspondent Jane Doe and data reporter John Smith": the length of the role before a name, which joins the others.</summary>
    private int BeatAt(string text, int start, List<string> roles)
    {
        var beat = _beat.Match(text[start..]);
        if (!beat.Success || text.Length <= start + beat.Length || !char.IsUpper(text[start + beat.Length]) || WordLists.FirstNames.Contains(beat.Value.AsSpan(0, beat.Value.IndexOf(' ', StringComparison.Ordinal))) || _names.ReadAt(text, start + beat.Length) is null)
        {
            return 0;
        }

        roles.Add(beat.Value.Trim());
        return beat.Length;
    }

    /// <summary>"Remarks by Deputy Governor Jane Doe": the length of the rank in capitals before a name, which joins the others.</summary>
    private int RankAt(string text, int start, List<string> roles)
    {
        var (i, end) = (start, start);
        for (var words = 0; words < LongestRank && i < text.Length && char.IsUpper(text[i]) && text.IndexOf(' ', i) is >= 0 and var blank; words++, i = blank + 1)
        {
            var word = text.AsSpan(i, blank - i);
            if (WordLists.FirstNames.Contains(word))
            {
                break;
            }

            end = _words.NameRole(word) || (end == i - 1 && word is "Emeritus" or "Emerita") ? blank : end;
        }

        var rank = text[start..end];
        if (end == start || _names.IsHonorific(rank) || _names.ReadAt(text, end + 1) is null)
        {
            return 0;
        }

        roles.Add(rank);
        return rank.Length + 1;
    }

    /// <summary>
    /// What stands between two names ("By Jane Doe, The Ledger, and John Smith, Delta Report"): where it ends and where the
    /// next name begins, or null when a name stands at <paramref name="start"/> itself or none follows.
    /// </summary>
    private (int End, int Next)? AffiliationAt(string text, int start)
    {
        for (var i = start; i < Math.Min(text.Length, start + LongestAffiliation); i++)
        {
            if (text[i] is not (',' or ';' or ' ') || AfterJoiner(text, i) is not (>= 0 and var next)
                || _names.ReadAt(text, next) is not { } name || !IsBoundary(text, name.End))
            {
                continue;
            }

            // Behind a bare "and" the institution itself may go on: "lecturer at Leeds and Open Harbour".
            if (text[i] == ' ' && !WordLists.FirstNames.Contains(name.Name.Split(' ')[0]))
            {
                continue;
            }

            return IsAffiliation(text[start..i]) ? (i, next) : null;
        }

        return null;
    }

    private bool IsAffiliation(string words)
    {
        if (!_words.AreTitlePhrase(words))
        {
            return false;
        }

        var isName = _names.ReadAt(words, 0) is { } name && name.End == words.Length;
        return !isName || (!WordLists.FirstNames.Contains(words.Split(' ')[0]) && words.Split(' ').Any(w => (WordLists.CommonWords | WordLists.Places).Contains(w)));
    }

    /// <summary>True where a name may end: not before a further word ("Salt Lake" in "Salt Lake Tribune").</summary>
    private static bool IsBoundary(string text, int end) => end >= text.Length || text[end] is not ' ' || AfterJoiner(text, end) >= 0 || (end + 1 < text.Length && !char.IsLetter(text[end + 1]));

    /// <summary>Index after ", ", " and ", " &amp; " and their like, or -1 when the list of names ends here.</summary>
    private static int AfterJoiner(string text, int i)
    {
        // "Jane Doe, M.D.,¹ John Smith, Ph.D.,1,2 and Ann Lee": marks of institutions behind the comma.
        var marked = AffiliationMarks.EndOfList(text, i);
        if (marked > i && marked + 1 < text.Length && text[marked] == ' ')
        {
            return text.AsSpan(marked).StartsWith(" and ") ? marked + 5 : marked + 1;
        }

        // "Jane Doe1 \u00B7 John Smith2"; elsewhere a dot leads to the day or the publication.
        if (i > 0 && i < text.Length && AffiliationMarks.Signs.Contains(text[i - 1]) && (text.AsSpan(i).StartsWith(" \u00B7 ") || text.AsSpan(i).StartsWith(" \u2022 ")))
        {
            return i + 3;
        }

        // "Jane Doe1 John Smith2"
        if (i > 0 && i + 1 < text.Length && text[i] == ' ' && char.IsUpper(text[i + 1]) && AffiliationMarks.Signs.Contains(text[i - 1]))
        {
            return i + 1;
        }

        foreach (var joiner in (ReadOnlySpan<string>)[", and ", ", & ", ", ", " and ", " & ", "; ", " / ", "/", " with ", " und ", " et ", " y ", " e ", " och "])
        {
            if (text.AsSpan(i).StartsWith(joiner, StringComparison.OrdinalIgnoreCase))
            {
                return i + joiner.Length;
            }
        }

        return -1;
    }

    /// <summary>What stands after the names: nothing, dates and the like, or role and institution. False when it is a sentence that goes on.</summary>
    private bool About(string text, int end, bool isLabelled, out string? about)
    {
        about = null;
        if (_reports.IsMatch(text[end..]) || (isLabelled && SpeechHead.IsOccasionOf(text[.._lead.Match(text).Length], text[end..])))
        {
            return true;
        }

        var furniture = Furniture(text, end);
        var rest = furniture.Success ? text[end..furniture.Index] : text[end..];
        rest = rest.Trim(' ', ',', ';', '|', '-', '/', '(', ')', ':', '\u2022', '\u00B7');
        if (rest.StartsWith("is ", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (rest.Length == 0)
        {
            // "Jane Doe | Opinion contributor", "By Jane Doe \u00B7 Data desk, The Ledger"
            if (_behindBar.Match(text[end..]) is { Success: true } bar && (_words.NameRole(bar.ValueSpan) || (isLabelled && _words.NameInstitution(bar.ValueSpan))) && _words.AreTitlePhrase(bar.ValueSpan))
            {
                about = bar.Value.Trim(' ', '|', '\u2022', '\u00B7');
                return true;
            }

            return text.AsSpan(end).TrimStart().Length == 0 || !char.IsLower(text.AsSpan(end).TrimStart()[0]) || furniture.Success && furniture.Index == end;
        }

        if (isLabelled && text[end] == ' ' && IsAffiliationBehindBlank(text, end, rest))
        {
            about = rest;
            return true;
        }

        if (text[end] is not (',' or ' ' or '(' or '|' or ';' or ':') || (text[end] == ' ' && text[end + 1] is not ('(' or '|' or '-' or '/')))
        {
            return false;
        }

        about = rest.Trim('.', ' ');
        return _words.AreTitlePhrase(about);
    }

    /// <summary>What ends the part on the author. "in Paris" does right behind the name; further on it is part of a role ("journalist based in Ghent").</summary>
    private Match Furniture(string text, int end)
    {
        var match = _furniture.Match(text, end);
        while (match.Success && match.Index > end && match.Value.TrimStart(' ', ',').StartsWith("in ", StringComparison.OrdinalIgnoreCase))
        {
            match = match.NextMatch();
        }

        return match;
    }

    /// <summary>"By JANE DOE Sentinel columnist", "By Jane Doe Staff Writer", "By Jane Doe for The Ledger".</summary>
    private bool IsAffiliationBehindBlank(string text, int end, string rest) =>
        !text.EndsWith('.') && PlainForm.CountWords(rest) <= 8 && _words.AreTitlePhrase(rest)
        && (_forWhom.IsMatch(rest) || (char.IsUpper(rest[0]) && (_words.SpeakOfAuthor(rest) || (text[end - 1] is var last && char.IsUpper(last)))));
}
