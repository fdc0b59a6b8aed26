using Digest.Core.Blocks;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>Goes over an essay from its beginning until the running text starts: title, kicker, dek, byline, date, key points.</summary>
internal sealed class HeadReader(Vocabulary vocabulary, PersonNames names, BylineLineReader bylines, BioLineReader bios, AuthorWords words, PublicationDateReader dates)
{
    /// <summary>The rule for "5 min read": many a page sets the day beside it.</summary>
    public const string ReadTime = "read-time";
    public const string IssueNumber = "issue-number";

    private const int LongestCaption = 32;
    private const int LinesAboveTitle = 10;

    private readonly TitleReader _titles = new(vocabulary, new TitleFeatures(bylines, words));
    private readonly ManuscriptHead _manuscripts = new(bylines, words);
    private readonly HeadBylines _lines = new(bylines, bios, words, dates);
    private readonly SpeechHead _speeches = new(words);
    private readonly InstitutionLines _institutions = new(words);

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
                && !(prose == 0 && _lines.IsNameWithTime(m, i) && (match.Rule.Effect == RuleEffect.Strip || (match.Rule.Effect == RuleEffect.Date && bylines.BeginsWithGivenName(m.Blocks[i].Text)))))
            {
                m.Strip(i, match);
                published ??= match.Rule.Effect is RuleEffect.Date or RuleEffect.Byline || match.Rule.Id is ReadTime or IssueNumber ? dates.Read(m.Blocks[i].Text) : null;
                kicker ??= match.Rule.Effect == RuleEffect.Kicker ? m.Blocks[i].Text : null;
                if (match.Rule.Effect == RuleEffect.KeyPoints)
                {
                    KeyPointReader.Take(m, i, match, dek, keyPoints);
                }
                else
                {
                    TakeFollowers(m, i, match);
                }

                if (match.Rule.Effect == RuleEffect.Byline)
                {
                    _institutions.Take(m, i);
                }
            }
            else if (dek is not null && DekFinder.Repeats(m, i, dek))
            {
                m.Strip(i, TextRemoval.RepeatedDek, dek);
            }
            else if (prose == 0 && i > 0 && (HeadBylines.IsUnderName(m, i) || _speeches.IsOccasion(m, i)))
            {
                m.Strip(i, TextRemoval.UnderName, m.Blocks[i].Text);
            }
            else if (prose == 0 && (_lines.IsBylineName(m, i, isAboveTitle) || mail?.IsFrom(m, i) == true || (mayHaveUndeclaredDek && (_lines.IsNameUnderTitle(m, i, titleLine) || _lines.IsNameAboveTitle(m, i, titleLine)))))
            {
                m.Strip(i, TextRemoval.BylineName, m.Blocks[i].Text, RuleEffect.Byline);
                _institutions.Take(m, i);
                published ??= dates.Read(m.Blocks[i].Text);
            }
            else if (_lines.IsBylineRole(m, i))
            {
                m.Strip(i, TextRemoval.BylineRole, m.Blocks[i].Text, RuleEffect.Bio);
            }
            else if (mayHaveUndeclaredDek && !isAboveTitle && ((_lines.IsHeadNote(m, i) && (prose == 0 || _lines.IsOnNamed(m, i))) || (prose == 0 && _lines.IsNoteBySurname(m, i))))
            {
                m.Strip(i, TextRemoval.AuthorBio, m.Blocks[i].Text, RuleEffect.Bio);
                dekDecided = true;
            }
            else if (!dekDecided && IsDeclaredDek(m, i, declared))
            {
                (dekDecided, dek, dekSource) = (true, WithoutDash(m.Blocks[i].Text), WholeOf(m.Blocks[i]));
                m.Strip(i, TextRemoval.Dek, dek);
            }
            else if (!dekDecided && !isAboveTitle && mayHaveUndeclaredDek && declared.Dek is null && DekFinder.IsDek(m, i, title, j => _lines.IsBylineName(m, j) || _lines.IsNameAboveText(m, j) || _lines.IsHeadNote(m, j) || mail?.IsFrom(m, j) == true))
            {
                (dekDecided, dek, dekSource) = (true, WithoutDash(m.Blocks[i].Text), WholeOf(m.Blocks[i]));
                m.Strip(i, TextRemoval.Dek, dek);
            }
            else if (!isAboveTitle)
            {
                dekDecided |= m.Forms[i].IsProse || DekFinder.BeginsText(m, i);
                prose += m.Forms[i].IsProse && !TitleFeatures.DescribesPicture(m, i) ? m.Forms[i].Words : 0;
            }
        }

        KeyPointReader.TakeAtEnd(m, dek, keyPoints);
        KeyPointReader.TakeBetween(m, keyPoints);
        published ??= mail is { WritesPublication: true, Date: { } sent } ? dates.Read(sent) : null;
        return new Head(title, kicker, dek ?? declared.Dek, dekSource, published ?? declared.Published, keyPoints, mail?.Author(m) ?? AuthorIn(m, dekSource) ?? (mayHaveUndeclaredDek ? AuthorOfLetter(m, titleLine) : null));
    }

    /// <summary>A "by" line has to hold a name, a heading of key points needs points under it, one on the author a name.</summary>
    private bool Applies(Manuscript m, int i, RuleMatch match) => match.Rule.Effect switch
    {
        RuleEffect.Byline => bylines.ReadLabelled(m.Blocks[i].Text) is not null,
        RuleEffect.KeyPoints => KeyPointReader.HasPoints(m, i, match),
        RuleEffect.Bio => match.Rule.Takes == RuleReach.Own || _lines.IsNoteOnAuthor(m, m.NextOpen(i)),
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
            RuleReach.Bios => _lines.IsNoteOnAuthor(m, j) || _lines.IsRoleLine(m, j),
            RuleReach.Next => j == i + 1 && IsCaption(m, j),
            RuleReach.List => m.Blocks[j].Kind == BlockKind.ListItem || m.Forms[j].IsLink || KeyPointReader.HasBullet(m.Blocks[j].Text) || ContentsList.IsEntry(m, j),
            _ => false,
        };
    }

    /// <summary>A line right under the description of a picture and apart from the text.</summary>
    private bool IsCaption(Manuscript m, int i) =>
        m.Blocks[i].FollowsAtOnce && m.Forms[i].Words is > 2 and <= LongestCaption && !m.IsKnown(i) && bylines.ReadBare(m.Blocks[i].Text) is null
        && (!m.Forms[i].EndsAsSentence || (i + 1 < m.Count && !m.Blocks[i + 1].FollowsAtOnce));

    /// <summary>The author whom the standfirst names: the only one where no byline does.</summary>
    private (string Name, Passage Source)? AuthorIn(Manuscript m, Passage? dek)
    {
        if (dek is not { Block: var i } || DekAuthor.Of(m.Forms[i].Straight) is not { } author || bylines.ReadBare(author.Name) is not { About: null, Names: [var name] })
        {
            return null;
        }

        return (name, Passage.Of(m.Blocks[i], author.Start, author.Start + author.Name.Length));
    }

    /// <summary>Above the title of a newsletter stands who writes it: "Money in West Africa, twice a week. By Jane Doe".</summary>
    private (string Name, Passage Source)? AuthorOfLetter(Manuscript m, int titleLine)
    {
        for (var i = 0; i < Math.Min(titleLine, LinesAboveTitle); i++)
        {
            if (m.Forms[i].Words <= LongestCaption && m.Forms[i].Straight.LastIndexOf(". By ", StringComparison.Ordinal) is > 0 and var by
                && bylines.ReadLabelled(m.Forms[i].Straight[(by + 2)..]) is { About: null, Names: [var name] } && bylines.NamesSomebody(name))
            {
                return (name, Passage.Of(m.Blocks[i], by + ". By ".Length, by + ". By ".Length + name.Length));
            }
        }

        return null;
    }

    private static bool IsDeclaredDek(Manuscript m, int i, DocumentMetadata declared) =>
        declared.Dek is not null && PlainForm.Key(declared.Dek) is { Length: > 0 } key && m.Forms[i].Key == key;

    /// <summary>The standfirst without the dash before it.</summary>
    private static Passage WholeOf(Block block) => Passage.Of(block, block.Text.Length - WithoutDash(block.Text).Length, block.Text.Length);

    private static string WithoutDash(string dek) => dek is ['-' or '\u2013' or '\u2014' or '\u2022', ' ', ..] ? dek[2..].TrimStart() : dek;
}
