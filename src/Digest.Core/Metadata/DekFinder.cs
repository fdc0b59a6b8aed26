using System.Buffers;
using Digest.Core.Boilerplate;
using Digest.Core.Boilerplate.Lines;
using Digest.Core.Insight;
using Digest.Core.Judging;

namespace Digest.Core.Metadata;

/// <summary>
/// Tells whether the first paragraph under the title is the standfirst or the beginning of the essay. Sure signs come
/// first: a byline or date below it, or the same words once more further down.
/// </summary>
internal static class DekFinder
{
    public const int ShortestDek = 4;
    public const int LongestDek = 75;

    /// <summary>What columns of economists say of themselves is as long as the abstract of a paper.</summary>
    private const int LongestAbstract = 130;
    private const int FurthestText = 25;
    private const int FewestKeyCharacters = 40;
    private const int ShortestRecap = 10;
    private const int LongestRecap = 60;
    private const int ShortestEssay = 120;
    private const int LongestHeadline = 25;
    private const int LongestCaption = 20;
    private const int LongestItalics = 45;
    private const int ShortestUnstopped = 12;
    private const int LongestNote = 80;
    private const int LongestPhrase = 20;
    private const int LongestHow = 35;
    private const float LeastShared = 0.6f;
    private const int MostLinesBetween = 5;
    private const int LettersInCapitals = 6;

    /// <summary>How likely a line has to be the standfirst when something parts it from the text.</summary>
    private const float LeastApart = 0.5f;

    /// <summary>The same where lines of a page were pasted with the text: most pages show a standfirst.</summary>
    private const float LeastOnPage = 0.6f;

    /// <summary>How many lines that rules know tell that a page was pasted.</summary>
    private const int LinesOfPage = 4;

    /// <summary>How many blocks from the end a note on the author is looked for.</summary>
    private const int FurthestNote = 120;

    private const int FewestParts = 3;
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\"“”@");
    private static readonly string[] Dividers = [" \u00B7 ", " | ", " \u2022 "];

    private static readonly Lazy<ShippedModel> Model = new(() => ShippedModel.Load("Digest.Core.Metadata.dek-model.txt", DekFeatures.Names));

    /// <summary>True when block <paramref name="i"/>, the first open block under the title, is a standfirst.</summary>
    /// <param name="m">The essay.</param>
    /// <param name="i">The block.</param>
    /// <param name="title">The title.</param>
    /// <param name="isBylineName">Tells of a line without label whether it is the author's name.</param>
    public static bool IsDek(Manuscript m, int i, string title, Func<int, bool> isBylineName)
    {
        var form = m.Forms[i];
        if (form.Words < ShortestDek || form.Words > (DekWording.SaidOfPiece.IsMatch(form.Straight) ? LongestAbstract : LongestDek) || form.Straight.EndsWith(',') || form.Straight.EndsWith(':') || m.Blocks[i].Kind is Blocks.BlockKind.ListItem or Blocks.BlockKind.Code or Blocks.BlockKind.TableRow)
        {
            return false;
        }

        if (m.Matching(i, RuleZone.Head) is { Rule.Effect: RuleEffect.Byline or RuleEffect.Date } || form.Key == PlainForm.Key(title) || TitleFeatures.IsCaptionTwice(m, i) || BeginsReport(m, i) || IsAbstract(m, i))
        {
            // A line "by" somebody whose name cannot be read, the title once more, what is said of a picture, the first paragraph, or the abstract of a paper, which belongs to it.
            return false;
        }

        return IsAboveByline(m, i, isBylineName) || IsAboveDateline(m, i) || IsRepeatedBelow(m, i) || NamesAuthor(m, i) || DekAuthor.EndsWithAuthor(form.Straight) || IsOnPiece(m, i) || IsInItalics(m, i) || IsSetUnderTitle(m, i) || EndsWithoutStop(m, i) || ReadsAsDek(m, i, title);
    }

    private static bool IsAbstract(Manuscript m, int i) => i > 0 && m.Forms[i - 1].Core.Equals("Abstract", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A short paragraph in italics above running text that is not: so manuscripts set their standfirst. A quotation is an epigraph;
    /// dots or bars divide what names publication, section and day.
    /// </summary>
    private static bool IsInItalics(Manuscript m, int i)
    {
        return m.Forms[i].Words <= LongestItalics && m.Blocks[i].Kind == Blocks.BlockKind.Paragraph && !m.IsKnown(i) && m.Forms[i].Straight[0] is not ('"' or '\'')
            && m.Forms[i].Straight.Split(Dividers, StringSplitOptions.None).Length < FewestParts && IsAll(i) && m.NextOpen(i) is >= 0 and var next && m.CountsAsProse(next) && !IsAll(next);

        bool IsAll(int j) => m.Blocks[j].Spans.Any(span => span.Kind == Blocks.InlineKind.Emphasis && span.Start == 0 && span.Length >= m.Blocks[j].Text.Length - 1);
    }

    /// <summary>A phrase right under the title with a blank line behind it; the paragraphs of the text stand apart.</summary>
    private static bool IsSetUnderTitle(Manuscript m, int i) =>
        i > 0 && i + 1 < m.Count && m.RuleOf(i - 1) == TextRemoval.Title.Id && m.Blocks[i].FollowsAtOnce && !m.Blocks[i + 1].FollowsAtOnce && !m.Blocks[i - 1].FollowsAtOnce
        && !m.Forms[i].EndsAsSentence && m.Blocks[i].Kind == Blocks.BlockKind.Paragraph && !m.IsKnown(i) && HeadAuthors.HasSmallWord(m.Forms[i].Straight);

    /// <summary>Right under the title, as long as a sentence and without its full stop, above running text. Mottoes are quoted, or name who said them behind a dash.</summary>
    private static bool EndsWithoutStop(Manuscript m, int i) =>
        i > 0 && m.RuleOf(i - 1) == TextRemoval.Title.Id && m.Forms[i].Words is >= ShortestUnstopped and <= LongestItalics && char.IsLetterOrDigit(m.Forms[i].Straight[^1]) && !m.Forms[i].Straight.AsSpan().ContainsAny(Quoted) && !m.Forms[i].Straight.Contains("- ", StringComparison.Ordinal)
        && m.Blocks[i].Kind == Blocks.BlockKind.Paragraph && !m.IsKnown(i) && HeadAuthors.HasSmallWord(m.Forms[i].Straight) && m.NextOpen(i) is >= 0 and var next && m.CountsAsProse(next) && m.Forms[next].EndsAsSentence;

    /// <summary>True when block <paramref name="i"/> says the dek again, with a short headline before it at the most.</summary>
    public static bool Repeats(Manuscript m, int i, string dek)
    {
        var key = PlainForm.Key(dek);
        return key.Length >= FewestKeyCharacters
            && m.Forms[i].Key.Contains(key, StringComparison.Ordinal)
            && m.Forms[i].Words - PlainForm.CountWords(dek) <= 20
            && m.Forms[i].Key.EndsWith(key, StringComparison.Ordinal);
    }

    /// <summary>True for a paragraph that leads over to a list, or a line as long as a paragraph: no standfirst comes after it.</summary>
    public static bool BeginsText(Manuscript m, int i) =>
        m.Forms[i].Words > LongestHeadline || (m.Forms[i].Words >= ShortestRecap && m.Forms[i].Straight.TrimEnd().EndsWith(':'));

    /// <summary>A byline, a date, the issue or the time that reading takes stands below, or below a few lines that are no text: kind of piece, reading time, a caption.</summary>
    private static bool IsAboveByline(Manuscript m, int i, Func<int, bool> isBylineName)
    {
        if (m.Forms[i].Words > LongestRecap)
        {
            return false;
        }

        var unknown = 0;
        for (var (j, seen) = (m.NextOpen(i), 0); j >= 0 && seen < MostLinesBetween; (j, seen) = (m.NextOpen(j), seen + 1))
        {
            var isKnown = m.Matching(j, RuleZone.Head, RuleZone.Ends, RuleZone.Anywhere) is { Rule.Effect: not RuleEffect.Keep };
            if ((unknown == 0 && DekWording.Interviewer.IsMatch(m.Forms[j].Straight)) || (m.Matches(j, RuleEffect.Byline) && m.Matching(j, RuleZone.Head) is not null)
                || (unknown == 0 && ((m.Matches(j, RuleEffect.Date) && m.Matching(j, RuleZone.Head) is not null) || m.Matching(j, RuleZone.Head, RuleZone.Anywhere, RuleZone.Ends) is { Rule.Id: HeadReader.ReadTime or HeadReader.IssueNumber } || isBylineName(j))))
            {
                return true;
            }

            unknown += isKnown ? 0 : 1;
            if (!isKnown && (unknown > 1 || !m.Forms[i].EndsAsSentence || m.Forms[j].EndsAsSentence || m.Forms[j].Words > LongestCaption))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The text begins below with its place, as an agency's report does.</summary>
    private static bool IsAboveDateline(Manuscript m, int i) => m.NextOpen(i) is >= 0 and var next && BeginsReport(m, next);

    /// <summary>A place and a dash: "ACCRA - When …".</summary>
    private static bool BeginsReport(Manuscript m, int i) =>
        m.Forms[i].EndsAsSentence && Dateline.Of(m.Forms[i].Straight) is { IsSure: true };

    /// <summary>
    /// Somebody is said to argue or show something who is named on a line of his own, or in a note, elsewhere on the page:
    /// editors write of authors so, authors do not.
    /// </summary>
    private static bool NamesAuthor(Manuscript m, int i)
    {
        if (!m.Forms[i].IsProse)
        {
            return false;
        }

        var text = m.Forms[i].Straight;
        foreach (var said in DekWording.SaidOfAuthor.Matches(text).Concat(DekWording.DoneByAuthor.Matches(text)))
        {
            var name = PlainForm.Key(said.Groups["name"].Value);
            for (var (j, from) = (m.Count - 1, Math.Max(0, m.Count - FurthestNote)); j >= from; j--)
            {
                if (j != i && m.Forms[j].Words <= LongestNote && m.Forms[j].Key is var key
                    && (key == name || key == "by " + name || key.StartsWith(name + " is ", StringComparison.Ordinal)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// It says what "this column shows", or is a phrase with a full stop ("Rugby, netball and the limits of sports diplomacy."),
    /// above a paragraph. Of 226 first paragraphs one reads so.
    /// </summary>
    private static bool IsOnPiece(Manuscript m, int i) =>
        m.ProseWords >= ShortestEssay && m.Forms[i].IsProse
        && (DekWording.SaidOfPiece.IsMatch(m.Forms[i].Straight) ? Enumerable.Range(i + 1, Math.Min(FurthestText, m.Count - i - 1)).Any(m.CountsAsProse)
            : m.NextOpen(i) is >= 0 and var next && m.Forms[next].IsProse && IsPhrase(m.Forms[i]) && new LineMeasures(m).Shared(i) >= LeastShared);

    private static bool IsPhrase(BlockForm form)
    {
        var text = form.Straight.Trim();
        return (form.Words <= LongestHow && DekWording.HowOrWhy.IsMatch(text))
            || (form.Words <= LongestPhrase && text.EndsWith('.') && !DekWording.Clause.IsMatch(text)
                && !text.Split(' ').Any(w => (WordLists.Auxiliaries | WordLists.Verbs | WordLists.SpeechVerbs | WordLists.ChangeVerbs | WordLists.SpanVerbs).Contains(w.Trim(',', '.', '"', '(', ')'))));
    }

    private static bool IsRepeatedBelow(Manuscript m, int i)
    {
        var key = m.Forms[i].Key;
        if (key.Length < FewestKeyCharacters)
        {
            return false;
        }

        for (var j = i + 1; j < m.Count; j++)
        {
            if (m.IsOpen(j) && m.Forms[j].Key.Contains(key, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A standfirst is shorter than the paragraphs below it and says beforehand what they say; the text begins anew behind it.
    /// The model knows two thirds to three quarters of the standfirsts of essays it has not seen, and takes one first paragraph
    /// in a hundred for one.
    /// </summary>
    private static bool ReadsAsDek(Manuscript m, int i, string title)
    {
        // Whoever stands behind a "by", it is no standfirst.
        if (m.ProseWords < ShortestEssay || !IsSoonFollowedByText(m, i) || IsUnderKeyPoints(m, i) || m.Forms[i].Key.StartsWith("by ", StringComparison.Ordinal))
        {
            return false;
        }

        var model = Model.Value;
        return DekFeatures.Of(m, new LineMeasures(m), i, title) is { } row && model.Trees.Probability(row) >= (IsApartFromText(m, i) ? LeastApart : ShowsPage(m) ? LeastOnPage : model.Threshold);
    }

    private static bool ShowsPage(Manuscript m)
    {
        var known = 0;
        for (var i = 0; i < m.Count && known < LinesOfPage; i++)
        {
            known += m.Matches(i, RuleEffect.Strip) ? 1 : 0;
        }

        return known >= LinesOfPage;
    }

    /// <summary>A picture, the list of contents or the buttons of the page stand between it and the text, or the text begins with words in capitals.</summary>
    private static bool IsApartFromText(Manuscript m, int i)
    {
        var below = m.NextOpen(i);
        var next = ContentsList.EndOf(m, below);
        var seen = next == below ? 0 : 1;
        for (; next >= 0 && seen < MostLinesBetween && m.Matches(next, RuleEffect.Strip) && m.Matching(next, RuleZone.Head, RuleZone.Ends, RuleZone.Anywhere) is not null; seen++)
        {
            next = m.NextOpen(next);
        }

        return next >= 0 && m.Forms[next].IsProse && (seen > 0 || (BeginsInCapitals(m.Forms[next].Straight) && !BeginsInCapitals(m.Forms[i].Straight)));
    }

    /// <summary>"THE FIRST LINE of every letter": at least two words, and more than an acronym has letters.</summary>
    private static bool BeginsInCapitals(string text)
    {
        var (words, letters) = (0, 0);
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range).Trim("\"'.,");
            if (word.IsEmpty || word.ContainsAnyExceptInRange('A', 'Z'))
            {
                break;
            }

            words++;
            letters += word.Length;
        }

        return words > 1 && letters >= LettersInCapitals;
    }

    /// <summary>The key points stand below the standfirst, and the text begins behind them.</summary>
    private static bool IsUnderKeyPoints(Manuscript m, int i)
    {
        for (var j = 0; j < i; j++)
        {
            if (m.Matches(j, RuleEffect.KeyPoints) || m.EffectOn(j) == RuleEffect.KeyPoints)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSoonFollowedByText(Manuscript m, int i)
    {
        var next = ContentsList.EndOf(m, m.NextOpen(i));
        for (var seen = 0; next >= 0 && seen < MostLinesBetween && !m.Forms[next].IsProse; seen++)
        {
            next = m.NextOpen(next);
        }

        return next >= 0 && m.Forms[next].IsProse;
    }
}
