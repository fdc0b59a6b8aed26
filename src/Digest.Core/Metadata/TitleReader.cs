using System.Text.RegularExpressions;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Boilerplate.Lines;
using Digest.Core.Judging;

namespace Digest.Core.Metadata;

/// <summary>Finds the title: what the document declares, else the first line that reads as one, unless another near the top is likelier.</summary>
internal sealed class TitleReader(Vocabulary vocabulary, TitleFeatures features)
{
    private const int LongestTitle = 30;
    private const int LinesLookedAt = 15;
    private const int MostProseAboveTitle = 60;
    private const int FallbackLength = 80;

    /// <summary>Log odds by which another line has to lead the first of a file that shows no lines of a page behind its text.</summary>
    private const double LeadOverFirst = 2;

    /// <summary>The same for a sentence: it may be a short first paragraph.</summary>
    private const double LeadOfSentence = 3;

    /// <summary>The same for the line between the first and the byline, which is the standfirst of most texts that stand alone.</summary>
    private const double LeadOfLineAboveName = 5;

    /// <summary>
    /// The same where such lines stand there; nothing where a menu stands above. Measured on texts not trained on, the title is
    /// found in 99 % of 1,851 that begin with it, and in 90 % of 3,851 where it stands below other lines.
    /// </summary>
    private const double LeadOverFirstOnPage = 0.75;

    /// <summary>
    /// Log odds by which a line has to lead the one right above it, if that is a phrase: of title and standfirst the
    /// standfirst often has more of the text's words. Measured with values from 0 to 3.
    /// </summary>
    private const double LeadOverLineAbove = 0.75;

    /// <summary>The same for the line above the byline under a few words that begin with an article ("The Crossing").</summary>
    private const double LeadOverArticle = 4;
    private const double LeadOfSentenceOverArticle = 8;

    /// <summary>The same for a line in quotation marks under one without: what somebody says in the text is shown below the title more often than as the title.</summary>
    private const double LeadOfQuotation = 3;

    /// <summary>The same for a long line above the byline under a few words in small letters.</summary>
    private const double LeadOfStandfirst = 4;

    /// <summary>A line with initials, a place or a note stands behind many a clean text.</summary>
    private const int LinesBehindCleanText = 4;

    /// <summary>By how much a byline or a day below makes a line likelier than the model finds it.</summary>
    private const double ByBylineBelow = 1.5;

    /// <summary>The same for the trail of sections above, which ends where the page begins.</summary>
    private const double ByTrailAbove = 4;

    /// <summary>The same for a greeting to subscribers above.</summary>
    private const double ByGreetingAbove = 4;

    /// <summary>Log odds that a line needs where no line reads as a title by its form.</summary>
    private const double Least = -1.5;

    /// <summary>The same where a menu stands above and the line leads all others.</summary>
    private const double LeastUnderMenu = -4;
    private const double LeadUnderMenu = 1;
    private const int FewestLinesOfMenu = 3;

    /// <summary>Log odds that a line needs where the first line reads as somebody's name.</summary>
    private const double LeastOverNames = -0.5;

    private static readonly Lazy<ShippedModel> Model = new(() => ShippedModel.Load("Digest.Core.Metadata.title-model.txt", TitleFeatures.Names));

    private readonly Regex _kicker = new(
        vocabulary.Expand("^(?<kicker>{kicker})(?: - | ?\\| ?| ?: )", "kickers"),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);

    /// <summary>Reads the title and takes its block, and its repetitions, out of the body.</summary>
    /// <param name="m">The essay.</param>
    /// <param name="declared">What the document declares.</param>
    /// <param name="mail">The head of the e-mail in which it came: the title is often its subject.</param>
    /// <returns>The title, the kind of piece that stood before it, and its block or -1.</returns>
    public (string Title, string? Kicker, int Line) Read(Manuscript m, DocumentMetadata declared, MailHead? mail = null)
    {
        var title = declared.Title?.Trim();
        string? column = null;
        int? second = null;
        if (string.IsNullOrEmpty(title) && (mail?.TitleLine(m) ?? TitleLine(m)) is { } line)
        {
            line -= line > 0 && BrokenTitle.SecondLine(m, line - 1) == line ? 1 : 0;
            title = m.Blocks[line].Text;
            second = BrokenTitle.SecondLine(m, line);
            if (FirstLine(m) is { } first && features.Authors.HeadlineUnderColumn(m, first) is { } headline && (line == first || line == headline))
            {
                (column, title) = (m.Blocks[first].Text, m.Blocks[headline].Text);
                m.Strip(first, TextRemoval.Kicker, column);
            }
        }

        if (string.IsNullOrEmpty(title))
        {
            if (mail?.TitleInSubject is { } subject)
            {
                return (subject, null, -1);
            }

            title = Fallback(m);
            if (m.NextOpen(-1) is >= 0 and var first && m.Blocks[first].Text.Trim() == title && !m.Forms[first].IsProse)
            {
                m.Strip(first, TextRemoval.Title, title);
            }

            return (title, null, -1);
        }

        var kicker = _kicker.Match(PlainForm.Straight(title));
        var behindName = features.Authors.TitleBehindName(title);
        var bare = behindName ?? (kicker.Success && title.AsSpan(kicker.Length).ContainsAnyExcept(' ', '|', '-') ? title[kicker.Length..].Trim() : title);
        var at = StripTitle(m, title, bare);
        if (second is { } rest)
        {
            m.Strip(rest, TextRemoval.Title, m.Blocks[rest].Text);
            (bare, title) = ($"{bare} {m.Blocks[rest].Text}", $"{title} {m.Blocks[rest].Text}");
        }

        return (WithoutMark(bare), bare.Length == title.Length || behindName is not null ? column : title[..kicker.Groups["kicker"].Length], at);
    }

    /// <summary>"The Right to Be Forgotten*": the star leads to a note of thanks.</summary>
    private static string WithoutMark(string title) => title is [.., var last and not ('*' or '\u2020' or '\u2021'), '*' or '\u2020' or '\u2021'] && last != ' ' ? title[..^1] : title;

    private static int StripTitle(Manuscript m, string title, string bare)
    {
        var key = PlainForm.Key(title);
        var bareKey = PlainForm.Key(bare);
        var first = -1;
        for (var i = 0; i < m.Count; i++)
        {
            if (!m.IsOpen(i) || !(PlainForm.HasKey(m.Blocks[i].Text, key) || PlainForm.HasKey(m.Blocks[i].Text, bareKey)))
            {
                continue;
            }

            m.Strip(i, first < 0 ? TextRemoval.Title : TextRemoval.RepeatedTitle, m.Blocks[i].Text);
            first = first < 0 ? i : first;
        }

        return first;
    }

    private int? TitleLine(Manuscript m)
    {
        Masthead.Strip(m);
        if (TitleHeading(m) is { } heading)
        {
            return heading;
        }

        if (m.ProseWords < LineReview.LeastProse)
        {
            return FirstLine(m);
        }

        var candidates = features.Of(m);
        // Names with their institution below are the head of a manuscript, whatever the first of them reads as.
        var first = FirstLine(m) is { } line && !features.Authors.IsInstitutionOfAuthor(m, line) && !features.Authors.IsInstitutionOfAuthor(m, line + 1) ? line : (int?)null;
        return Choose(candidates, Model.Value.Trees.Probabilities(candidates.Rows), first);
    }

    /// <summary>The first line that reads as a title, unless another one is likelier: a pasted page begins with its menus.</summary>
    /// <param name="candidates">The lines to choose from.</param>
    /// <param name="judged">Their probabilities.</param>
    /// <param name="first">The first line that reads as a title.</param>
    internal static int? Choose(TitleCandidates candidates, float[] judged, int? first)
    {
        if (judged.Length == 0 || candidates.BeginWithTitle)
        {
            return first;
        }

        var all = candidates.All;
        var odds = Array.ConvertAll(judged, static p => Math.Log(Math.Max(1e-6f, p) / Math.Max(1e-6f, 1 - p)));
        for (var c = 0; c < odds.Length; c++)
        {
            odds[c] += (all[c].StandsAboveByline ? ByBylineBelow : 0) + (all[c].StandsUnderTrail ? ByTrailAbove : 0) + (all[c].StandsUnderGreeting ? ByGreetingAbove : 0);
        }

        var best = Array.IndexOf(odds, odds.Max());
        var title = all[Upper(all, odds, best)].Line;
        if (first is not { } line || Enumerable.Range(0, all.Count).FirstOrDefault(c => all[c].Line == line, -1) is not (>= 0 and var at))
        {
            return odds[best] >= (first is not null ? LeastOverNames : StandsOutUnderMenu(candidates, odds, best) ? LeastUnderMenu : Least) ? title : first;
        }

        var lead = line > candidates.FirstMenuLine || all[best].StandsUnderTrail || all[best].StandsUnderGreeting ? 0
            : candidates.LinesBehindText > LinesBehindCleanText ? LeadOverFirstOnPage
            : all[best].StandsAboveByline && all[best].Line == line + 1 ? LeadOfLineAboveName
            : all[best].IsRunningText ? LeadOfSentence : LeadOverFirst;
        return odds[best] - odds[at] >= lead ? title : first;
    }

    /// <summary>Lines of a menu stand above, and no other line is nearly as likely but the one right below, its standfirst.</summary>
    private static bool StandsOutUnderMenu(TitleCandidates candidates, double[] odds, int best)
    {
        var chosen = candidates.All[best];
        var others = odds.Where((_, o) => o != best && candidates.All[o].Line != chosen.Line + 1).DefaultIfEmpty(double.NegativeInfinity).Max();
        return chosen.Line > Math.Max(candidates.FirstMenuLine, FewestLinesOfMenu) && !chosen.IsRunningText && odds[best] - others >= LeadUnderMenu;
    }

    /// <summary>Of two likely lines right under one another the upper is the title and the lower the standfirst, unless the upper reads as the name of a section.</summary>
    private static int Upper(IReadOnlyList<TitleCandidate> all, double[] odds, int best)
    {
        if (best == 0 || all[best - 1].Line != all[best].Line - 1)
        {
            return best;
        }

        var (above, below) = (all[best - 1], all[best]);
        var lead = above.ReadsAsHeadline && below.ReadsAsStandfirst ? LeadOfStandfirst
            : above.BeginsWithArticle && below.StandsAboveByline ? (below.EndsAsSentence && !above.EndsAsSentence ? LeadOfSentenceOverArticle : LeadOverArticle)
            : !above.ReadsAsPhrase ? 0
            : below.IsQuotation && !above.IsQuotation ? LeadOfQuotation
            : LeadOverLineAbove;
        return odds[best] - odds[best - 1] < lead ? best - 1 : best;
    }

    /// <summary>
    /// The one heading of the first level that can be nothing but the title: the only one there is, or of those above the text
    /// the only one that is no link, or the one above the byline; the name of the site is often set as a heading, too.
    /// </summary>
    private static int? TitleHeading(Manuscript m)
    {
        var headings = Enumerable.Range(0, m.Count).Where(i => m.IsOpen(i) && m.Blocks[i] is { Kind: BlockKind.Heading, Level: 1 } && !TitleFeatures.IsSomethingElse(m, i)).ToList();
        var text = Enumerable.Range(0, m.Count).FirstOrDefault(m.CountsAsProse, m.Count);
        var above = headings.FindAll(i => i < text);
        if (above.Count < 2)
        {
            // A notice or a caption above the only one there is takes nothing from it.
            return headings is [var single] && Enumerable.Range(0, single).Where(m.CountsAsProse).Sum(i => m.Forms[i].Words) <= MostProseAboveTitle ? single : null;
        }

        if (above.FindAll(i => !m.Forms[i].IsLink) is [var only])
        {
            return only;
        }

        return above.FindAll(i => IsAboveByline(m, i, text)) is [var named] ? named : null;
    }

    /// <summary>Before the text or the next heading of the first level comes a byline or a date.</summary>
    private static bool IsAboveByline(Manuscript m, int heading, int text)
    {
        for (var i = heading + 1; i < text && m.Blocks[i] is not { Kind: BlockKind.Heading, Level: 1 }; i++)
        {
            if (m.Matches(i, RuleEffect.Byline) || m.Matches(i, RuleEffect.Date))
            {
                return true;
            }
        }

        return false;
    }

    internal static int? FirstLine(Manuscript m)
    {
        var looked = 0;
        for (var i = 0; i < m.Count && looked < LinesLookedAt; i++)
        {
            if (!m.IsOpen(i))
            {
                continue;
            }

            looked++;
            if (m.Blocks[i].IsRow || TitleFeatures.IsSomethingElse(m, i) || CoverLetter.IsGreeting(m, i) || TitleFeatures.IsContact(m, i) || (m.NextOpen(i) >= 0 && TitleFeatures.IsOwner(m, i)))
            {
                continue;
            }

            var form = m.Forms[i];
            var readsAsTitle = form.Words is > 0 and <= LongestTitle
                && (m.Blocks[i].Kind == BlockKind.Heading || !(form.Words > 12 && form.Straight.TrimEnd('"', '\'', ' ').EndsWith('.')));
            return readsAsTitle ? i : null;
        }

        return null;
    }

    /// <summary>An essay without a title is called by the beginning of its first sentence.</summary>
    private static string Fallback(Manuscript m)
    {
        var text = Enumerable.Range(0, m.Count).Where(m.IsOpen).Select(i => m.Blocks[i].Text.Trim()).FirstOrDefault(t => t.Any(char.IsLetterOrDigit)) ?? "Untitled";
        text = text.ReplaceLineEndings(" ");
        if (text.Length <= FallbackLength)
        {
            return text.TrimEnd('.', ' ') is { Length: > 0 } title ? title : text;
        }

        var cut = text.LastIndexOf(' ', FallbackLength);
        return text[..(cut > FallbackLength / 2 ? cut : FallbackLength)].TrimEnd(',', ';', ':', ' ') + "\u2026";
    }
}
