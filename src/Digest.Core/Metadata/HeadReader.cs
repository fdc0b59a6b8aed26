using System.Text.RegularExpressions;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Insight;

namespace Digest.Core.Metadata;

/// <summary>Goes over an essay from its beginning until the running text starts: title, kicker, dek, byline, date, key points.</summary>
internal sealed class HeadReader(Vocabulary vocabulary, PersonNames names, BylineLineReader bylines, BioLineReader bios, AuthorWords words, PublicationDateReader dates)
{
    /// <summary>The rule for "5 min read": many a page sets the day beside it.</summary>
    private const string ReadTime = "read-time";

    private const int LongestName = 8;
    private const int LongestNote = 80;

    /// <summary>How many blocks a question about one line looks through: further away nothing belongs to it, and a file of nothing but such lines stays cheap.</summary>
    private const int Sight = 400;

    private static readonly Regex PublicationTime = new(
        "^[ |,\u2022\u00B7-]+(?:.{0,40}[|\u2022\u00B7-] ?)?(?:(?:last )?(?:updated|published|posted|modified)(?: on)?:? )?(?:(?:\\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? (?:\\d{1,2},? )?(?:19|20)\\d{2}|\\d{1,2} min)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>What platforms set right under an author's name: "Follow", or the day without its year ("Oct 12").</summary>
    private static readonly Regex UnderName = new(
        "^\\W*(?:\\+ ?)?(?:follow(?:ing)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.? \\d{1,2}|\\d{1,2}\\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\\W*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private readonly TitleReader _titles = new(vocabulary, new TitleFeatures(bylines, words));
    private readonly ManuscriptHead _manuscripts = new(bylines, words);

    /// <summary>Reads the head and takes it out of the body.</summary>
    /// <param name="m">The essay.</param>
    /// <param name="declared">What the document declares.</param>
    /// <param name="mayHaveUndeclaredDek">False for web pages, whose decoder has looked for the dek already.</param>
    public Head Read(Manuscript m, DocumentMetadata declared, bool mayHaveUndeclaredDek)
    {
        var mail = mayHaveUndeclaredDek ? MailHead.Of(m, names) : null;
        mail?.Strip(m);
        if (mayHaveUndeclaredDek)
        {
            _manuscripts.Take(m, mail?.End ?? 0);
        }

        var (title, kicker, titleLine) = _titles.Read(m, declared, mail);
        string? dek = null;
        Passage? dekSource = null;
        DateOnly? published = null;
        var keyPoints = new List<Passage>();
        var prose = 0;
        var dekDecided = false;
        for (var i = 0; i < m.Count && prose <= m.Slack; i++)
        {
            if (!m.IsOpen(i))
            {
                continue;
            }

            // Above the title of a pasted page stand its menus: names may be the byline there, but nothing is a standfirst or text.
            var isAboveTitle = mayHaveUndeclaredDek && i < titleLine;
            if (ReviewedBook.Take(m, i))
            {
                continue;
            }

            if (m.Matching(i, RuleZone.Head, RuleZone.Ends, RuleZone.Anywhere) is { Rule.Effect: not RuleEffect.Keep } match && Applies(m, i, match)
                && !(prose == 0 && match.Rule.Effect == RuleEffect.Strip && IsNameWithTime(m, i)))
            {
                m.Strip(i, match);
                published ??= match.Rule.Effect is RuleEffect.Date or RuleEffect.Byline || match.Rule.Id == ReadTime ? dates.Read(m.Blocks[i].Text) : null;
                kicker ??= match.Rule.Effect == RuleEffect.Kicker ? m.Blocks[i].Text : null;
                if (match.Rule.Effect == RuleEffect.KeyPoints)
                {
                    KeyPointReader.Take(m, i, match, dek, keyPoints);
                }
                else
                {
                    TakeFollowers(m, i, match);
                }
            }
            else if (dek is not null && DekFinder.Repeats(m, i, dek))
            {
                m.Strip(i, TextRemoval.RepeatedDek, dek);
            }
            else if (prose == 0 && (IsBylineName(m, i, isAboveTitle) || mail?.IsFrom(m, i) == true || (mayHaveUndeclaredDek && IsNameUnderTitle(m, i, titleLine))))
            {
                m.Strip(i, TextRemoval.BylineName, m.Blocks[i].Text, RuleEffect.Byline);
                published ??= dates.Read(m.Blocks[i].Text);
            }
            else if (prose == 0 && i > 0 && m.EffectOn(i - 1) == RuleEffect.Byline && UnderName.IsMatch(m.Forms[i].Straight))
            {
                m.Strip(i, TextRemoval.UnderName, m.Blocks[i].Text);
            }
            else if (IsBylineRole(m, i))
            {
                m.Strip(i, TextRemoval.BylineRole, m.Blocks[i].Text, RuleEffect.Bio);
            }
            else if (prose == 0 && mayHaveUndeclaredDek && !isAboveTitle && IsHeadNote(m, i))
            {
                m.Strip(i, TextRemoval.AuthorBio, m.Blocks[i].Text, RuleEffect.Bio);
                dekDecided = true;
            }
            else if (!dekDecided && IsDeclaredDek(m, i, declared))
            {
                (dekDecided, dek, dekSource) = (true, m.Blocks[i].Text, WholeOf(m.Blocks[i]));
                m.Strip(i, TextRemoval.Dek, dek);
            }
            else if (!dekDecided && !isAboveTitle && mayHaveUndeclaredDek && declared.Dek is null && DekFinder.IsDek(m, i, title, j => IsBylineName(m, j) || mail?.IsFrom(m, j) == true))
            {
                (dekDecided, dek, dekSource) = (true, m.Blocks[i].Text, WholeOf(m.Blocks[i]));
                m.Strip(i, TextRemoval.Dek, dek);
            }
            else if (!isAboveTitle)
            {
                dekDecided |= m.Forms[i].IsProse || DekFinder.BeginsText(m, i);
                prose += m.Forms[i].IsProse ? m.Forms[i].Words : 0;
            }
        }

        KeyPointReader.TakeAtEnd(m, dek, keyPoints);
        published ??= mail is { WritesPublication: true, Date: { } sent } ? dates.Read(sent) : null;
        return new Head(title, kicker, dek ?? declared.Dek, dekSource, published ?? declared.Published, keyPoints, mail?.Author(m));
    }

    /// <summary>A "by" line has to hold a name, a heading of key points needs points under it, one on the author a name.</summary>
    private bool Applies(Manuscript m, int i, RuleMatch match) => match.Rule.Effect switch
    {
        RuleEffect.Byline => bylines.ReadLabelled(m.Blocks[i].Text) is not null,
        RuleEffect.KeyPoints => KeyPointReader.HasPoints(m, i, match),
        RuleEffect.Bio => match.Rule.Takes == RuleReach.Own || IsNoteOnAuthor(m, m.NextOpen(i)),
        _ => match.Rule.Takes is not (RuleReach.Bios or RuleReach.Rest),
    };

    private void TakeFollowers(Manuscript m, int i, RuleMatch match)
    {
        for (var j = m.NextOpen(i); j >= 0 && Belongs(j); j = m.NextOpen(j))
        {
            m.Strip(j, match with { Matched = m.Blocks[j].Text }, m.Blocks[i].Text);
        }

        bool Belongs(int j) => match.Rule.Takes switch
        {
            RuleReach.Bios => IsNoteOnAuthor(m, j) || IsRoleLine(m, j),
            RuleReach.Next => j == i + 1 && IsCaption(m, j),
            RuleReach.List => m.Blocks[j].Kind == BlockKind.ListItem || m.Forms[j].IsLink || KeyPointReader.HasBullet(m.Blocks[j].Text) || HeadsTextBelow(m, j),
            _ => false,
        };
    }

    /// <summary>A line right under the description of a picture and apart from the text.</summary>
    private bool IsCaption(Manuscript m, int i) =>
        m.Blocks[i].FollowsAtOnce && m.Forms[i].Words is > 2 and <= LongestName * 4 && !m.IsKnown(i) && bylines.ReadBare(m.Blocks[i].Text) is null
        && (!m.Forms[i].EndsAsSentence || (i + 1 < m.Count && !m.Blocks[i + 1].FollowsAtOnce));

    /// <summary>An entry of a list of contents: the same line once more further down, as a heading.</summary>
    private static bool HeadsTextBelow(Manuscript m, int i) =>
        m.Forms[i].Words is > 0 and <= LongestName * 2 && !m.Forms[i].IsProse
        && Enumerable.Range(i + 1, Math.Min(Sight, m.Count - i - 1)).Any(j => m.Forms[j].Words == m.Forms[i].Words && m.Forms[j].Key == m.Forms[i].Key);

    private bool IsNoteOnAuthor(Manuscript m, int i) =>
        i >= 0 && ((m.Forms[i].Words <= LongestName && !m.Forms[i].IsProse && bylines.ReadBare(m.Blocks[i].Text) is not null)
            || (m.Forms[i].Words <= LongestNote && bios.Read(m.Blocks[i].Text, isKnownBio: false) is { Name: not null, Affiliation: not null }));

    /// <summary>A line that is nothing but names, with another sign of a byline beside it.</summary>
    private bool IsBylineName(Manuscript m, int i, bool isAboveTitle = false)
    {
        if (m.Forms[i].Words > LongestName * 2 || m.Forms[i].IsProse || m.Blocks[i].Kind is not (BlockKind.Paragraph or BlockKind.Heading)
            || bylines.ReadBare(m.Blocks[i].Text) is not { } line)
        {
            return false;
        }

        if (line.About is not null)
        {
            return !isAboveTitle && words.SpeakOfAuthor(line.About) && !IsOneOfManySpeakers(m, i);
        }

        if (IsNameWithTime(m, i) || EndsWithMark(m.Forms[i].Straight) || (line.Start > 0 && dates.Read(m.Blocks[i].Text) is not null))
        {
            return true;
        }

        var key = m.Forms[i].Key;
        var next = Enumerable.Range(i + 1, Math.Max(0, Math.Min(2, m.Count - i - 1))).FirstOrDefault(m.IsOpen, -1);
        return (next >= 0 && (IsAddress(m, next, line.Names[0]) || UnderName.IsMatch(m.Forms[next].Straight) || m.Matches(next, RuleEffect.Date) || (m.IsKnown(next) && !m.Matches(next, RuleEffect.Byline) && dates.Read(m.Blocks[next].Text) is not null) || IsRoleLine(m, next) || IsAboveDate(m, next) || IsNoteUnderName(m, next, line.Names[0])))
            || Enumerable.Range(0, i).Any(j => m.EffectOn(j) == RuleEffect.Date)
            || IsRepeatedAtEnd(m, i, isAboveTitle && !bylines.NamesSomebody(m.Blocks[i].Text) ? null : key, PlainForm.Key(line.Names[0]));
    }

    /// <summary>"Jane Doe*": the note to the mark tells who she is.</summary>
    private static bool EndsWithMark(string text) => text.TrimEnd() is [.., '*' or '\u2020' or '\u2021' or '\u00B6'];

    /// <summary>Manuscripts give the author's address under the name; an address of the net below the name of a newsletter is its own.</summary>
    private static bool IsAddress(Manuscript m, int i, string name) => m.Matching(i, RuleZone.Head, RuleZone.Ends) is { Rule.Id: "postal-address" or "e-mail-line" } match
        && (match.Rule.Id == "postal-address" || WordLists.FirstNames.Contains(name.Split(' ')[0]) || ManuscriptHead.IsAddressOf(m, i, name));

    /// <summary>"Jane Doe · Follow · 5 min read"</summary>
    private bool IsNameWithTime(Manuscript m, int i) =>
        m.Forms[i].Words <= LongestName * 2 && bylines.ReadBare(m.Blocks[i].Text) is { About: null } line
        && m.Forms[i].Straight.Length > line.End && PublicationTime.IsMatch(m.Forms[i].Straight.AsSpan(line.End));

    /// <summary>A short line between the author's name and the date names the publication.</summary>
    private static bool IsAboveDate(Manuscript m, int i) =>
        m.Forms[i].Words is > 0 and <= 5 && !m.Forms[i].EndsAsSentence && m.NextOpen(i) is >= 0 and var date
        && m.Matches(date, RuleEffect.Date) && m.Matching(date, RuleZone.Head) is not null;

    private bool IsNoteUnderName(Manuscript m, int i, string name) =>
        m.Matches(i, RuleEffect.Bio) || (m.Forms[i].Straight.StartsWith(name, StringComparison.OrdinalIgnoreCase) && IsHeadNote(m, i));

    /// <summary>
    /// A known name right under the title or the standfirst, of one whom the text does not speak of: a heading would be
    /// about somebody.
    /// </summary>
    private bool IsNameUnderTitle(Manuscript m, int i, int titleLine)
    {
        if (titleLine < 0 || i <= titleLine || m.Forms[i].Words > LongestName || m.NextOpen(titleLine) != i || !bylines.NamesSomebody(m.Blocks[i].Text))
        {
            return false;
        }

        return bylines.ReadBare(m.Blocks[i].Text)!.Names.All(name => !AuthorReview.IsSpokenOf(m, i, name));
    }

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
                || (m.Forms[j].Key.StartsWith(name, StringComparison.Ordinal) && IsNoteOnAuthor(m, j)))
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
    private bool IsBylineRole(Manuscript m, int i)
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
    private bool IsHeadNote(Manuscript m, int i) =>
        m.Forms[i].Words <= LongestNote && m.Forms[i].EndsAsSentence
        && bios.Read(m.Blocks[i].Text, isKnownBio: false) is { Name: { } name, Affiliation: not null }
        && bios.SpeaksOfPeopleOnly(m.Blocks[i].Text)
        && !AuthorReview.IsSpokenOf(m, i, name);

    /// <summary>Role or institution. With a credit in brackets behind its sentence, a line on "members of" something is a caption.</summary>
    private bool IsRoleLine(Manuscript m, int i) =>
        m.Forms[i].Words is > 0 and <= 20 && !m.Forms[i].EndsAsSentence && !m.Forms[i].Straight.Contains(". (", StringComparison.Ordinal) && (m.Blocks[i].Kind is BlockKind.Paragraph or BlockKind.Heading) && words.SpeakOfAuthor(m.Blocks[i].Text)
        && bylines.ReadBare(m.Blocks[i].Text) is null;

    private static bool IsDeclaredDek(Manuscript m, int i, DocumentMetadata declared) =>
        declared.Dek is not null && PlainForm.Key(declared.Dek) is { Length: > 0 } key && m.Forms[i].Key == key;

    private static Passage WholeOf(Block block) => Passage.Of(block, 0, block.Text.Length);
}
