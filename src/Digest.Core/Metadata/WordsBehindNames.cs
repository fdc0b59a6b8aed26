using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;
using Digest.Core.Insight;

namespace Digest.Core.Metadata;

/// <summary>What stands behind the names of a byline: role and institution, a date, a button, or a sentence that goes on.</summary>
internal sealed class WordsBehindNames
{
    private const int LongestBehindBlank = 8;
    private const int LongestInitials = 5;

    private readonly AuthorWords _words;
    private readonly Regex _furniture;
    private readonly Regex _forWhom;
    private readonly Regex _behindBar;
    private readonly Regex _reports;
    private readonly Regex _graduation;

    public WordsBehindNames(Vocabulary vocabulary, AuthorWords words)
    {
        _words = words;
        _forWhom = Pattern("^(?:special (?:to|for)|for|of) (?:the )?(?-i:\\p{Lu})");
        _behindBar = Pattern("^ ?[|\\u2022\\u00B7] ?[^|\\u2022\\u00B70-9]{3,60}");
        _reports = Pattern("^,? (?:reports?|reporting|writes?|writing) (?:from|in|on) (?-i:(?:the )?\\p{Lu})[^.,;:?!|]{1,40}\\.?$");

        // "(Batch of 1994)", "(BA 1998)", " '94": what magazines of colleges set behind the names of their own.
        _graduation = Pattern("^,? ?(?:\\((?:(?:class|batch|year|cohort) of '?|(?-i:\\p{Lu}[\\p{L}.]{1,5}),? '?)(?:(?:19|20)\\d{2}|\\d{2})\\)|'\\d{2}\\b)");

        // Separators over and over would cost the square of their number on the engine that backtracks.
        _furniture = Pattern("[\\s,.|/;:(-]*(?:(?:on |at )?{date}|{month} (?:19|20)\\d{2}\\b|{weekday}\\b|(?:last )?(?:updated|published|posted|modified)\\b|{n}[ -]min(?:ute)?s?\\b|in (?-i:\\p{Lu})|[|\\u2022\\u00B7]|(?:with )?(?:photo(?:s|graphs?|graphy)?|pictures?|images?|illustrat(?:ions?|ed)|graphics?|video|maps?|art(?:work)?|edit(?:ed|ing)|produced|translated)(?: and \\w+)?(?: by\\b|:)|{pictures} (?-i:\\p{Lu})|@\\w|\\+ ?(?:bio|more|follow)\\b|\\S+@\\S+|https?:|\\d{4}\\b|{time}|follow\\b|share\\b|leave a (?:comment|reply)\\b|(?:no|\\d+) comments?\\b|authors? info(?:rmation)?\\b|(?:show|view|see) (?:all |more )?(?:authors?|affiliations)\\b|$)", RegexOptions.NonBacktracking);

        Regex Pattern(string pattern, RegexOptions engine = RegexOptions.None) =>
            new(vocabulary.Expand(pattern, "bylines"), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | engine, Regex.InfiniteMatchTimeout);
    }

    /// <summary>" reports from Nairobi"</summary>
    public bool SaysThatReports(string behind) => _reports.IsMatch(behind);

    /// <summary>Reads what stands there: nothing, dates and the like, or role and institution. False when it is a sentence that goes on.</summary>
    /// <param name="text">The line.</param>
    /// <param name="end">Where the names end.</param>
    /// <param name="lead">What stands before the names and says that they are the authors' ("By "), or null.</param>
    /// <param name="about">Role and institution, or null.</param>
    public bool Read(string text, int end, string? lead, out string? about)
    {
        about = null;
        end += _graduation.Match(text[end..]).Length;
        if (SaysThatReports(text[end..]) || (lead is not null && SpeechHead.IsOccasionOf(lead, text[end..])))
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
            if (_behindBar.Match(text[end..]) is { Success: true } bar && (_words.NameRole(bar.ValueSpan) || (lead is not null && _words.NameInstitution(bar.ValueSpan))) && _words.AreTitlePhrase(bar.ValueSpan))
            {
                about = bar.Value.Trim(' ', '|', '\u2022', '\u00B7');
                return true;
            }

            return text.AsSpan(end).TrimStart().Length == 0 || !char.IsLower(text.AsSpan(end).TrimStart()[0]) || furniture.Success && furniture.Index == end;
        }

        // "Jane Doe / TNN / Updated: Mar 6": letters of an agency.
        if (furniture.Success && text[end] == ' ' && rest.Length is > 1 and <= LongestInitials && rest.All(char.IsAsciiLetterUpper))
        {
            return true;
        }

        // "Jane Doe, Nairobi"
        if (text[end] == ',' && WordLists.Places.Contains(rest))
        {
            return true;
        }

        if (lead is not null && text[end] == ' ' && IsAffiliationBehindBlank(text, end, rest))
        {
            about = rest;
            return true;
        }

        if (text[end] is not (',' or ' ' or '(' or '|' or ';' or ':') || (text[end] == ' ' && text[end + 1] is not ('(' or '|' or '-' or '/')))
        {
            return false;
        }

        about = rest.Trim('.', ' ');
        about = about.EndsWith(" and", StringComparison.Ordinal) ? about[..^4].TrimEnd(',', ' ') : about;
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
        !text.EndsWith('.') && PlainForm.CountWords(rest) <= LongestBehindBlank && _words.AreTitlePhrase(rest)
        && (_forWhom.IsMatch(rest) || (char.IsUpper(rest[0]) && (_words.SpeakOfAuthor(rest) || (text[end - 1] is var last && char.IsUpper(last)))));
}
