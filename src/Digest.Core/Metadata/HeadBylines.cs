using System.Text.RegularExpressions;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Insight;

namespace Digest.Core.Metadata;

/// <summary>Tells of lines above the text that no label marks whether they are the author's name, role or institution, or a note on the author.</summary>
internal sealed class HeadBylines(BylineLineReader bylines, BioLineReader bios, AuthorWords words, PublicationDateReader dates)
{
    private const int LongestName = 8;
    private const int LongestNote = 80;

    /// <summary>How far from its first place a page says the author's name again, in blocks: a picture's credit may stand between.</summary>
    private const int FurthestRepeat = 2;
    private const int MostBylines = 20;

    /// <summary>Words of a name; more of them are two names.</summary>
    private const int MostParts = 4;

    /// <summary>Words of a role in lower case that are no roles, institutions or connectives; a standfirst that speaks of a council has more.</summary>
    private const int MostPlainWords = 5;

    /// <summary>How many names may stand under one another above the day.</summary>
    private const int MostAuthors = 6;

    /// <summary>How far below a line above the title the byline or the box of the authors may stand, in blocks.</summary>
    private const int AboveTitle = 8;

    /// <summary>How many blocks a question about one line looks through: further away nothing belongs to it, and a file of nothing but such lines stays cheap.</summary>
    private const int Sight = 400;

    /// <summary>Under the author's name stands that of the translator, or of whoever drew the picture.</summary>
    private const string Translator = "translator";
    private const string Illustrator = "image-credit";

    private static readonly Regex PublicationTime = new(
        "^[ |/,\u2022\u00B7-]+(?:.{0,40}[|/\u2022\u00B7-] ?)?(?:(?:last )?(?:updated|published|posted|modified)(?: on)?:? )?(?:(?:\\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? (?:\\d{1,2},? )?(?:19|20)\\d{2}|\\d{1,2} min)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>What is set right under an author's name: "Follow", the day without its year ("Oct 12"), "Special to The Ledger", "For The Ledger".</summary>
    private static readonly Regex UnderName = new(
        "^\\W*(?:\\+ ?)?(?:follow(?:ing)?|(?:special(?:ly)? (?:to|for)|for) (?:the )?(?-i:\\p{Lu}|\\d)[^.?!]{1,40}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.? \\d{1,2}|\\d{1,2}\\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\\W*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>"Partners", "View all partners": what heads a list of many or leads to it.</summary>
    private static readonly Regex Heading = new(
        "^\\W*(?:(?:our |media |funding )?(?:partners|members|contributors|authors|editors|experts|fellows|staff|supporters|sponsors)|(?:view|see|show|meet|browse) .{1,40})\\W*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly InstitutionLines _institutions = new(words);

    /// <summary>A name by itself, or a sentence that tells who somebody is.</summary>
    public bool IsNoteOnAuthor(Manuscript m, int i) =>
        i >= 0 && ((m.Forms[i].Words <= LongestName && !m.Forms[i].IsProse && !m.Matches(i, RuleEffect.Strip) && bylines.ReadBare(m.Blocks[i].Text) is not null)
            || IsTold(m, i));

    /// <summary>Something that tells who somebody is.</summary>
    private bool IsTold(Manuscript m, int i) => m.Forms[i].Words <= LongestNote && bios.Read(m.Blocks[i].Text, isKnownBio: false) is { Name: not null, Affiliation: not null };

    /// <summary>A line that is nothing but names, with another sign of a byline beside it.</summary>
    public bool IsBylineName(Manuscript m, int i, bool isAboveTitle = false) => IsBylineName(m, i, isAboveTitle, MostAuthors);

    /// <param name="m">The essay.</param>
    /// <param name="i">The line.</param>
    /// <param name="isAboveTitle">It stands above the title.</param>
    /// <param name="more">How many names under it may tell of it what they are themselves.</param>
    private bool IsBylineName(Manuscript m, int i, bool isAboveTitle, int more)
    {
        if (m.Forms[i].Words > LongestName * 2 || (m.Forms[i].IsProse && !bylines.SaysThatReports(m.Blocks[i].Text)) || m.Blocks[i].Kind is not (BlockKind.Paragraph or BlockKind.Heading)
            || bylines.ReadBare(m.Blocks[i].Text) is not { } line)
        {
            return false;
        }

        if (line.About is null && (line.Names.All(AreCommonWords) || (isAboveTitle && line.Names.All(BeginsAsPublication))))
        {
            // "Listen Live", "REPORT SUMMARY"; "RTV English" above the title
            return false;
        }

        if (line.About is not null)
        {
            return !isAboveTitle && words.SpeakOfAuthor(line.About) && !IsOneOfManySpeakers(m, i);
        }

        if (JoinsNameAbove(m, i) || (i + 1 < m.Count && m.IsOpen(i + 1) && GoesOnWithNames(m, i + 1) && bylines.NamesSomebody(m.Blocks[i].Text)) || bylines.SaysThatReports(m.Blocks[i].Text) || _institutions.Below(m, i).Count > 0
            || IsNameWithTime(m, i) || EndsWithMark(m.Forms[i].Straight) || (line.Start > 0 && dates.Read(m.Blocks[i].Text) is not null))
        {
            return true;
        }

        if (bylines.NamesSomebody(m.Blocks[i].Text) && IsSaidTwice(m, i, line.Names[0]))
        {
            return true;
        }

        if (isAboveTitle && !bylines.NamesSomebody(m.Blocks[i].Text) && Enumerable.Range(i + 1, Math.Min(AboveTitle, m.Count - i - 1)).Any(j => HeadsAuthors(m, j)))
        {
            // A topic stands between the date and the title; the authors have a box of their own.
            return false;
        }

        var key = m.Forms[i].Key;
        var next = Enumerable.Range(i + 1, Math.Max(0, Math.Min(2, m.Count - i - 1))).FirstOrDefault(j => m.IsOpen(j) && !GoesOnWithNames(m, j), -1);
        return (next >= 0 && (m.Matching(next, RuleZone.Ends, RuleZone.Head, RuleZone.Anywhere) is { Rule.Id: Translator or Illustrator } || IsAddress(m, next, line.Names[0]) || UnderName.IsMatch(m.Forms[next].Straight) || m.Matches(next, RuleEffect.Date) || (m.IsKnown(next) && !m.Matches(next, RuleEffect.Byline) && dates.Read(m.Blocks[next].Text) is not null) || (IsRoleLine(m, next) && !IsBelowTitle(m, i, next)) || IsAboveDate(m, next) || IsNoteUnderName(m, next, line.Names[0])))
            || Enumerable.Range(0, i).Any(j => m.EffectOn(j) == RuleEffect.Date)
            || (more > 0 && !isAboveTitle && i + 1 < m.Count && m.IsOpen(i + 1) && bylines.NamesSomebody(m.Blocks[i].Text) && bylines.NamesSomebody(m.Blocks[i + 1].Text) && IsBylineName(m, i + 1, isAboveTitle, more - 1))
            || IsRepeatedAtEnd(m, i, isAboveTitle && !bylines.NamesSomebody(m.Blocks[i].Text) ? null : key, PlainForm.Key(line.Names[0]));
    }

    private static bool AreCommonWords(string name) => !WordLists.FirstNames.Contains(name.AsSpan(0, Math.Max(0, name.IndexOf(' ', StringComparison.Ordinal))))
        && name.Split(' ').All(word => (Lexicon.Of(word) & WordLists.CommonWords) != WordLists.None);

    /// <summary>The name under the author's picture, and again as a link, or behind "By".</summary>
    private bool IsSaidTwice(Manuscript m, int i, string name) =>
        Enumerable.Range(Math.Max(0, i - FurthestRepeat), Math.Min(m.Count, i + FurthestRepeat + 1) - Math.Max(0, i - FurthestRepeat)).Any(j => j != i && m.Forms[j].Words <= LongestName
            && (m.Forms[j].Key == m.Forms[i].Key || (m.Matches(j, RuleEffect.Byline) && bylines.ReadLabelled(m.Blocks[j].Text)?.Names.Contains(name, StringComparer.OrdinalIgnoreCase) == true)));

    /// <summary>The title stands between: below it comes the standfirst, which may speak of a professor, too.</summary>
    private static bool IsBelowTitle(Manuscript m, int name, int line) => Enumerable.Range(name + 1, line - name - 1).Any(j => m.RuleOf(j) == TextRemoval.Title.Id);

    /// <summary>
    /// "Small Machinery": no given name, but a word of every day. "RTV English": three capitals or more and a word that is not
    /// written in them are a station, not initials with a surname.
    /// </summary>
    private static bool BeginsAsPublication(string name) => name.Split(' ') is [var first, .. var others] && !WordLists.FirstNames.Contains(first)
        && ((Lexicon.Of(first) & (WordLists.CommonWords | WordLists.Things)) != WordLists.None || (first.Length >= 3 && first.All(char.IsUpper) && Array.Exists(others, word => word.Any(char.IsLower))));

    private static bool HeadsAuthors(Manuscript m, int i) =>
        m.Matching(i, RuleZone.Ends, RuleZone.Head, RuleZone.Anywhere) is { Rule: { Effect: RuleEffect.Bio, Takes: RuleReach.Bios } or { Effect: RuleEffect.Byline } };

    /// <summary>"and John Smith" right under the name of another author.</summary>
    private bool JoinsNameAbove(Manuscript m, int i) => i > 0 && m.EffectOn(i - 1) == RuleEffect.Byline && GoesOnWithNames(m, i);

    private bool GoesOnWithNames(Manuscript m, int i) =>
        m.Forms[i].Words <= LongestName && NameJoiners.LeadOf(m.Forms[i].Straight) > 0 && bylines.ReadBare(m.Blocks[i].Text) is not null;

    /// <summary>The day, a button or the publication right under an author's name.</summary>
    public static bool IsUnderName(Manuscript m, int i) => m.EffectOn(i - 1) == RuleEffect.Byline && UnderName.IsMatch(m.Forms[i].Straight);

    /// <summary>A note on somebody who is named in a byline above.</summary>
    public bool IsOnNamed(Manuscript m, int i) =>
        bios.Read(m.Blocks[i].Text, isKnownBio: false) is { Name: { } name }
        && m.OnAuthors.Take(MostBylines).Any(b => m.EffectOn(b) == RuleEffect.Byline && m.Blocks[b].Text.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>"Jane Doe*": the note to the mark tells who she is.</summary>
    private static bool EndsWithMark(string text) => text.TrimEnd() is [.., '*' or '\u2020' or '\u2021' or '\u00B6'];

    /// <summary>Manuscripts give the author's address under the name; an address of the net below the name of a newsletter is its own.</summary>
    private static bool IsAddress(Manuscript m, int i, string name) => m.Matching(i, RuleZone.Head, RuleZone.Ends) is { Rule.Id: "postal-address" or "e-mail-line" } match
        && (match.Rule.Id == "postal-address" || WordLists.FirstNames.Contains(name.Split(' ')[0]) || ManuscriptHead.IsAddressOf(m, i, name));

    /// <summary>"Jane Doe · Follow · 5 min read"</summary>
    public bool IsNameWithTime(Manuscript m, int i) =>
        m.Forms[i].Words <= LongestName * 2 && bylines.ReadBare(m.Blocks[i].Text) is { About: null } line && line.Names.All(name => name.Count(c => c == ' ') < MostParts)
        && m.Forms[i].Straight.Length > line.End && PublicationTime.IsMatch(m.Forms[i].Straight.AsSpan(line.End));

    /// <summary>A short line between the author's name and the date names the publication.</summary>
    private static bool IsAboveDate(Manuscript m, int i) =>
        m.Forms[i].Words is > 0 and <= 5 && !m.Forms[i].EndsAsSentence && m.NextOpen(i) is >= 0 and var date
        && m.Matches(date, RuleEffect.Date) && m.Matching(date, RuleZone.Head) is not null;

    private bool IsNoteUnderName(Manuscript m, int i, string name) =>
        m.Matches(i, RuleEffect.Bio) || (m.Forms[i].Straight.StartsWith(name, StringComparison.OrdinalIgnoreCase) && IsHeadNote(m, i));

    /// <summary>
    /// A name right under the title or the standfirst, of one whom the text does not speak of: a heading would be
    /// about somebody. Of a name that no list knows the text has none of its words.
    /// </summary>
    public bool IsNameUnderTitle(Manuscript m, int i, int titleLine)
    {
        if (titleLine < 0 || i <= titleLine || m.NextOpen(titleLine) != i || bylines.ReadBare(m.Blocks[i].Text) is not { About: null, Names: var authors } || m.Forms[i].Words > LongestName * authors.Count)
        {
            return false;
        }

        return bylines.NamesSomebody(m.Blocks[i].Text) ? authors.All(name => !IsSpokenOf(m, i, name, authors)) : IsForeignName(m, i, authors);
    }

    /// <summary>The name of somebody as the first line, the title under it and the text under that, which does not speak of him: so do many who write for themselves begin.</summary>
    public bool IsNameAboveTitle(Manuscript m, int i, int titleLine) =>
        i == 0 && titleLine == 1 && m.Count > titleLine + 1 && m.CountsAsProse(titleLine + 1) && m.Forms[i].Words <= LongestName && bylines.NamesSomebody(m.Blocks[i].Text)
        && bylines.ReadBare(m.Blocks[i].Text) is { About: null, Names: var authors } && !authors.Any(BeginsAsPublication) && authors.All(name => !IsSpokenOf(m, i, name, authors));

    /// <summary>The name of somebody right above the text, which does not speak of him: the line between it and the title is the standfirst.</summary>
    public bool IsNameAboveText(Manuscript m, int i) =>
        m.Forms[i].Words <= LongestName && i + 1 < m.Count && m.CountsAsProse(i + 1) && bylines.NamesSomebody(m.Blocks[i].Text)
        && bylines.ReadBare(m.Blocks[i].Text) is { About: null, Names: var authors } && authors.All(name => !IsSpokenOf(m, i, name, authors));

    /// <summary>Two to four words with capitals that no list of words or places has and the text never says, above running text.</summary>
    private bool IsForeignName(Manuscript m, int i, IReadOnlyList<string> authors)
    {
        var parts = m.Forms[i].Straight.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is >= 2 and <= 4 && i + 1 < m.Count && m.CountsAsProse(i + 1)
            && Array.TrueForAll(parts, word => word.Length > 1 && char.IsUpper(word[0]) && char.IsLower(word[^1]) && !word.AsSpan(1).ContainsAnyInRange('0', '9')
                && (Lexicon.Of(word) & (WordLists.CommonWords | WordLists.SmallWords | WordLists.Places | WordLists.Things | WordLists.OrganisationHeads | WordLists.Demonyms)) == WordLists.None)
            && !Enumerable.Range(i + 1, m.Count - i - 1).Any(j => m.CountsAsProse(j) && Array.Exists(parts, word => m.Forms[j].Straight.Contains(word, StringComparison.Ordinal)) && !IsNoteOn(m, j, authors));
    }

    /// <summary>The text speaks of a name elsewhere than in a note on the authors, whatever else that note says.</summary>
    private bool IsSpokenOf(Manuscript m, int i, string name, IReadOnlyList<string> authors)
    {
        var surname = name[(name.LastIndexOf(' ') + 1)..];
        return Enumerable.Range(0, m.Count).Any(j => j != i && m.CountsAsProse(j) && m.Forms[j].Straight.Contains(surname, StringComparison.Ordinal) && !IsNoteOn(m, j, authors));
    }

    private bool IsNoteOn(Manuscript m, int i, IReadOnlyList<string> authors) =>
        m.Forms[i].Words <= LongestNote && authors.Any(a => bios.BeginsWith(m.Blocks[i].Text, a))
        && bios.Read(m.Blocks[i].Text, isKnownBio: IsLastProse(m, i)) is { IsSentence: true } note && (note.Affiliation is not null || note.IsOnBook);

    /// <summary>Nothing but lines of the page comes after it: who begins it by his full name is told of ("Jane Doe writes about the coast").</summary>
    private static bool IsLastProse(Manuscript m, int i) => !Enumerable.Range(i + 1, Math.Min(Sight, m.Count - i - 1)).Any(m.CountsAsProse);

    /// <summary>
    /// The line once more after the running text, or a note on the first of the names; further up it would be a heading
    /// with its entry in a list of contents. An entry of a menu above the title returns at the end as well: for it the key is null.
    /// </summary>
    private bool IsRepeatedAtEnd(Manuscript m, int i, string? key, string name)
    {
        var prose = 0;
        for (var j = m.Count - 1; j > Math.Max(i, m.Count - Sight) && prose <= m.Slack; j--)
        {
            var isProse = m.CountsAsProse(j);
            if ((!isProse && key is not null && m.Forms[j].Key.StartsWith(key, StringComparison.Ordinal))
                || (m.Forms[j].Key.StartsWith(name, StringComparison.Ordinal) && (key is null ? IsTold(m, j) : IsNoteOnAuthor(m, j))))
            {
                return true;
            }

            prose += isProse ? m.Forms[j].Words : 0;
        }

        return false;
    }

    /// <summary>Where more such lines head other parts of the text, each names somebody who speaks there.</summary>
    private bool IsOneOfManySpeakers(Manuscript m, int i)
    {
        var prose = 0;
        for (var j = i + 1; j < Math.Min(m.Count, i + Sight); j++)
        {
            prose += m.CountsAsProse(j) ? m.Forms[j].Words : 0;
            if (prose > 0 && j < m.Count - 1 && m.CountsAsProse(j + 1) && !m.Forms[j].IsProse && m.Forms[j].Words <= LongestName * 2
                && bylines.ReadBare(m.Blocks[j].Text) is { About: { } about } && words.SpeakOfAuthor(about))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Under the names stand roles and institutions, a line for each; an address or a date may stand between.</summary>
    public bool IsBylineRole(Manuscript m, int i)
    {
        var above = i - 1;
        while (above > Math.Max(0, i - 3) && m.IsStripped(above) && m.EffectOn(above) is not (RuleEffect.Byline or RuleEffect.Bio))
        {
            above--;
        }

        return above >= 0 && (m.EffectOn(above) == RuleEffect.Byline || (m.EffectOn(above) == RuleEffect.Bio && !m.Forms[above].IsProse))
            && (IsRoleLine(m, i) || (above == i - 1 && IsAboveDate(m, i)));
    }

    /// <summary>
    /// A note on the author above the text: every sentence of it speaks of one who is named in the byline, or whom the
    /// essay does not speak of.
    /// </summary>
    public bool IsHeadNote(Manuscript m, int i) =>
        (i > 0 && m.EffectOn(i - 1) == RuleEffect.Byline && bios.ReadWithoutName(m.Blocks[i].Text) is not null) || (m.Forms[i].Words <= LongestNote
        && bios.Read(m.Blocks[i].Text, isKnownBio: false) is { Name: { } name, Affiliation: not null } note && (m.Forms[i].EndsAsSentence || note.IsSentence)
        && bios.SpeaksOfPeopleOnly(m.Blocks[i].Text)
        && !AuthorReview.IsSpokenOf(m, i, name));

    /// <summary>"Dr. Doe is a transport economist." under the byline of Jane Doe.</summary>
    public bool IsNoteBySurname(Manuscript m, int i) =>
        m.Forms[i].Words <= LongestNote && m.Forms[i].EndsAsSentence && !DekWording.SaysWhatIsArgued(m.Forms[i].Straight) && bios.SpeaksOfPeopleOnly(m.Blocks[i].Text)
        && m.OnAuthors.Take(MostBylines).Any(b => m.EffectOn(b) == RuleEffect.Byline
            && (bylines.ReadLabelled(m.Blocks[b].Text) ?? bylines.ReadBare(m.Blocks[b].Text)) is { } line && line.Names.Any(name => bios.BeginsWith(m.Blocks[i].Text, name)));

    /// <summary>Role or institution. With a credit in brackets behind its sentence, a line on "members of" something is a caption.</summary>
    public bool IsRoleLine(Manuscript m, int i) =>
        m.Forms[i].Words is > 0 and <= 20 && !m.Forms[i].EndsAsSentence && !m.Forms[i].Straight.Contains(". (", StringComparison.Ordinal) && (m.Blocks[i].Kind is BlockKind.Paragraph or BlockKind.Heading) && words.SpeakOfAuthor(m.Blocks[i].Text) && words.AreTitlePhrase(m.Blocks[i].Text, MostPlainWords)
        && !Heading.IsMatch(m.Forms[i].Straight) && !SpeechHead.IsSalutation(m.Forms[i].Straight) && !Masthead.IsSlogan(m.Forms[i].Straight) && bylines.ReadBare(m.Blocks[i].Text) is null;
}
