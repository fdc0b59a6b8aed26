using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Boilerplate.Lines;

namespace Digest.Core.Metadata;

/// <summary>
/// The lines that may be the title of a text without markup, and the numbers by which they are judged: pasted pages begin
/// with the name of the site, menus, sections and dates.
/// </summary>
internal sealed class TitleFeatures(BylineLineReader bylines, AuthorWords words)
{
    private const int MostLines = 60;
    private const int LongestTitle = 30;
    private const int LongestName = 12;
    private const int FarByline = 10;
    private const int ShortestPhrase = 4;
    private const int ShortestHeadline = 3;
    private const int LongestHeadline = 8;
    private const int ShortestStandfirst = 10;

    private const int LongestCaption = 40;
    private const int NearbyLines = 3;
    private const int FewestCharacters = 3;
    private const int MostKeyPoints = 6;
    private const string Copyright = "copyright";
    private const string Breadcrumb = "breadcrumb";
    private const int FewestTrailSigns = 2;

    private const string TrailSigns = ">/\u203A\u00BB|";

    private static readonly string[] ImageRules = ["images.json"];

    private static readonly RuleEffect[] Effects = [RuleEffect.Date, RuleEffect.Byline, RuleEffect.Kicker, RuleEffect.Strip];

    /// <summary>Names of the numbers of a row, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. LineMeasures.Names,
        "lines before", "candidates", "candidates before", "lines until text", "behind the first text", "longer candidates", "candidates with more of the text's words", "most alike before", "words of the text", "paragraphs with one of its words", "stands in another line", "holds another line", "lines of the text that hold it", "names", "a role", "lines behind the last text", "lines that rules know", "share of running text", "stands at the end, too", "heads a part of the text", "lines until a byline", "lines since a byline", "begins with a quotation mark", "lines since a known line", "lines until a known line or text",
        .. Effects.Select(e => $"a rule says {e}"),
        .. LineNeighbours.Names(["words shared with the text", .. Effects.Select(e => $"a rule says {e}")]),
    ];

    private readonly HeadAuthors _authors = new(bylines, words);

    /// <summary>The lines on authors among them.</summary>
    public HeadAuthors Authors => _authors;

    /// <summary>The candidates in their order, with their rows.</summary>
    public TitleCandidates Of(Manuscript m)
    {
        var lines = new LineMeasures(m);
        var candidates = Candidates(m, lines);
        var firstProse = Enumerable.Range(0, m.Count).FirstOrDefault(i => lines.IsProse(i) && !IsCaption(m, i), m.Count);
        var all = new Surroundings(
            firstProse,
            m.Count - 1 - Enumerable.Range(0, m.Count).LastOrDefault(lines.IsProse, -1),
            Enumerable.Range(0, m.Count).Count(m.IsKnown),
            lines.ProseBefore(m.Count) / Math.Max(1f, Enumerable.Range(0, m.Count).Sum(i => m.Forms[i].Words)));
        var neighbours = new LineNeighbours(lines, m.Count, outside: [-1, .. Effects.Select(_ => 0)], (at, row) =>
        {
            row[0] = lines.Shared(at);
            DescribeRules(m, at, row[1..]);
        });
        return new TitleCandidates(
            [.. candidates.Select((i, c) => new TitleCandidate(i, Row(m, lines, neighbours, candidates, c, all))
            {
                ReadsAsPhrase = m.Forms[i].Words >= ShortestPhrase && lines.StopShare(i) > 0,
                ReadsAsHeadline = m.Forms[i].Words is >= ShortestHeadline and <= LongestHeadline && !m.Forms[i].EndsAsSentence && HeadAuthors.HasSmallWord(m.Forms[i].Straight),
                ReadsAsStandfirst = m.Forms[i].Words >= ShortestStandfirst && IsOnAuthorOrDay(m, i + 1),
                StandsAboveByline = StandsAboveByline(m, i, isFirst: c == 0),
                StandsUnderGreeting = i > 0 && i + 1 < m.Count && m.Matches(i + 1, RuleEffect.Byline) && m.Forms[i - 1].IsProse && m.Matches(i - 1, RuleEffect.Strip),
                StandsUnderTrail = i > 0 && i + 1 < m.Count && IsTrail(m, i - 1) && IsSomethingElse(m, i + 1),
                BeginsWithArticle = c > 0 && m.Forms[i].Words is > 1 and <= LongestHeadline && HeadAuthors.BeginsWithArticle(m.Forms[i].Straight)
                    && !Enumerable.Range(0, m.Count).Any(j => !m.Forms[j].IsProse && IsPart(m.Forms[i].Key, m.Forms[j].Key)),
                EndsAsSentence = m.Forms[i].EndsAsSentence,
                IsQuotation = IsQuotation(m.Forms[i].Straight),
                IsRunningText = lines.IsProse(i),
            })],
            all.LinesBehindText,
            Enumerable.Range(0, m.Count).FirstOrDefault(i => IsSomethingElse(m, i) && m.Matches(i, RuleEffect.Strip), m.Count),
            all is { LinesBehindText: 0, KnownLines: 0, FirstProse: 2 } && candidates is [0, 1] && lines.StopShare(0) > 0 && lines.StopShare(1) > 0 && m.Forms[0].Words >= ShortestPhrase && m.Forms[1].Words > m.Forms[0].Words
                && !HeadAuthors.HasSmallWord(m.Forms[0].Straight) && HeadAuthors.HasSmallWord(m.Forms[1].Straight));
    }

    /// <summary>What a file as a whole tells of whether it was pasted with the page around it.</summary>
    private sealed record Surroundings(int FirstProse, int LinesBehindText, int KnownLines, float ProseShare);

    private List<int> Candidates(Manuscript m, LineMeasures lines)
    {
        var candidates = new List<int>();
        var paragraphs = 0;
        for (var i = 0; i < Math.Min(m.Count, MostLines) && paragraphs < 3; i++)
        {
            paragraphs += lines.IsProse(i) && !IsCaption(m, i) ? 1 : 0;
            if (MayBeTitle(m, lines, i, isFirst: candidates.Count == 0))
            {
                candidates.Add(i);
            }
        }

        return candidates;
    }

    /// <summary>Nothing tells that the line is something else. Roles and key points are told from titles only below another candidate.</summary>
    private bool MayBeTitle(Manuscript m, LineMeasures lines, int i, bool isFirst)
    {
        if (!m.IsOpen(i) || m.Blocks[i].IsRow || m.Blocks[i].Kind == BlockKind.ListItem || m.Forms[i].Words is 0 or > LongestTitle)
        {
            return false;
        }

        var isOfAuthor = _authors.IsInstitutionOfAuthor(m, i)
            || (m.Forms[i].Words <= LongestName && (bylines.NamesSomebody(m.Blocks[i].Text) || _authors.IsAuthorAtEnd(m, lines, i)))
            || (!isFirst && (_authors.IsRoleUnderName(m, i) || _authors.IsRoleUnderName(m, i + 1)));
        return !isOfAuthor && !CoverLetter.IsGreeting(m, i) && !IsContact(m, i) && !IsCaptionTwice(m, i) && !DescribesPicture(m, i) && !IsSomethingElse(m, i)
            && !ReviewedBook.BeginsAt(m, i) && !IsOwner(m, i) && (isFirst || !IsKeyPoint(m, i));
    }

    /// <summary>The owner of the rights, who is named in the notice of copyright: the publication, above its title.</summary>
    public static bool IsOwner(Manuscript m, int i)
    {
        var key = m.Forms[i].Key;
        return key.Contains(' ', StringComparison.Ordinal) && Enumerable.Range(i + 1, m.Count - i - 1).Any(j =>
            m.Matching(j, RuleZone.Ends, RuleZone.Tail, RuleZone.Anywhere) is { Rule.Id: Copyright } && $" {m.Forms[j].Key} ".Contains($" {key} ", StringComparison.Ordinal));
    }

    /// <summary>An address of the net stands in it, or it is a sign or a letter or two of a page ("A", "--").</summary>
    public static bool IsContact(Manuscript m, int i) =>
        m.Forms[i].Straight.Count(char.IsLetterOrDigit) < FewestCharacters || m.Forms[i].Straight.Contains('@', StringComparison.Ordinal) || m.Forms[i].Straight.Contains("://", StringComparison.Ordinal) || m.Forms[i].Straight.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private float[] Row(Manuscript m, LineMeasures lines, LineNeighbours neighbours, List<int> candidates, int c, Surroundings all)
    {
        var i = candidates[c];
        var row = new float[Names.Count];
        var next = lines.Describe(i, row);
        row[next++] = i;
        row[next++] = candidates.Count;
        row[next++] = c;
        row[next++] = Math.Clamp(all.FirstProse - i, -5, MostLines);
        row[next++] = i > all.FirstProse ? 1 : 0;
        row[next++] = candidates.Count(o => m.Forms[o].Words > m.Forms[i].Words);
        row[next++] = candidates.Count(o => lines.Shared(o) > lines.Shared(i));
        row[next++] = candidates.Take(c).Select(lines.Shared).DefaultIfEmpty(-1).Max();
        row[next++] = lines.CountShared(i);
        row[next++] = MathF.Log2(1 + lines.MostParagraphsSharing(i));
        row[next++] = candidates.Count(o => IsPart(m.Forms[i].Key, m.Forms[o].Key));
        row[next++] = candidates.Count(o => IsPart(m.Forms[o].Key, m.Forms[i].Key));
        row[next++] = HoldersOf(m, m.Forms[i].Key);
        row[next++] = m.Forms[i].Words <= LongestName && bylines.ReadBare(m.Blocks[i].Text) is not null ? 1 : 0;
        row[next++] = !m.Forms[i].IsProse && words.SpeakOfAuthor(m.Blocks[i].Text) ? 1 : 0;
        row[next++] = Math.Min(MostLines, all.LinesBehindText);
        row[next++] = Math.Min(MostLines, all.KnownLines);
        row[next++] = all.ProseShare;
        row[next++] = Enumerable.Range(Math.Max(i + 1, m.Count - MostLines), Math.Min(m.Count - i - 1, MostLines)).Any(o => !lines.IsProse(o) && IsPart(m.Forms[i].Key, m.Forms[o].Key)) ? 1 : 0;
        row[next++] = HeadsPart(m, lines, i, all.FirstProse) ? 1 : 0;
        row[next++] = Enumerable.Range(1, FarByline).FirstOrDefault(away => IsOnAuthorOrDay(m, i + away), FarByline + 1);
        row[next++] = Enumerable.Range(1, FarByline).FirstOrDefault(away => IsOnAuthorOrDay(m, i - away), FarByline + 1);
        row[next++] = m.Forms[i].Straight[0] is '"' or '\'' ? 1 : 0;
        row[next++] = Enumerable.Range(1, FarByline).FirstOrDefault(away => i - away < 0 || IsSomethingElse(m, i - away) || IsOnAuthorOrDay(m, i - away), FarByline + 1);
        row[next++] = Enumerable.Range(1, FarByline).FirstOrDefault(away => i + away >= m.Count || i + away == all.FirstProse || IsSomethingElse(m, i + away) || IsOnAuthorOrDay(m, i + away), FarByline + 1);
        DescribeRules(m, i, row.AsSpan(next));
        neighbours.Describe(i, row.AsSpan(next + Effects.Length));
        return row;
    }

    private static void DescribeRules(Manuscript m, int i, Span<float> row)
    {
        for (var e = 0; e < Effects.Length; e++)
        {
            row[e] = m.Matches(i, Effects[e]) ? 1 : 0;
        }
    }

    /// <summary>True when a rule knows the line as a byline, a date, a menu or the like.</summary>
    public static bool IsSomethingElse(Manuscript m, int i) =>
        m.Matching(i, RuleZone.Head, RuleZone.Ends, RuleZone.Anywhere) is { Rule.Effect: not RuleEffect.Keep };

    /// <summary>A line of the box under "Key points", where it was copied without its bullets.</summary>
    private static bool IsKeyPoint(Manuscript m, int i)
    {
        for (var j = i - 1; j >= Math.Max(0, i - MostKeyPoints) && !m.Forms[j].IsProse; j--)
        {
            if (m.Matches(j, RuleEffect.KeyPoints))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The line stands twice, once above the credit of a picture: it describes the picture.</summary>
    public static bool IsCaptionTwice(Manuscript m, int i)
    {
        for (var j = Math.Max(0, i - NearbyLines); j <= Math.Min(m.Count - 2, i + NearbyLines); j++)
        {
            if (m.Forms[j].Key == m.Forms[i].Key && m.Forms[i].EndsAsSentence && m.IsMatchedIn(j + 1, ImageRules)
                && Enumerable.Range(Math.Max(0, i - NearbyLines), Math.Min(m.Count - 1, i + NearbyLines) - Math.Max(0, i - NearbyLines) + 1).Any(k => k != j && m.Forms[k].Key == m.Forms[i].Key))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A sentence for those who do not see the picture, right above its caption.</summary>
    public static bool DescribesPicture(Manuscript m, int i) => m.Forms[i].EndsAsSentence && i + 1 < m.Count && m.IsMatchedIn(i + 1, ImageRules);

    /// <summary>A short paragraph right above a line that a rule strips: what is said of a picture, above its credit.</summary>
    private static bool IsCaption(Manuscript m, int i) =>
        m.Forms[i].Words <= LongestCaption && i + 1 < m.Count && IsSomethingElse(m, i + 1) && m.Matches(i + 1, RuleEffect.Strip);

    /// <summary>"Home > Real stories > Living by the sea"</summary>
    private static bool IsTrail(Manuscript m, int i) =>
        m.Matching(i, RuleZone.Head) is { Rule.Id: Breadcrumb } && m.Forms[i].Straight.Count(c => TrailSigns.Contains(c, StringComparison.Ordinal)) >= FewestTrailSigns;

    private static bool IsQuotation(string text) => text.Length > 2 && text[0] is '"' or '\'' && text[^1] == text[0];

    /// <summary>The line stands again right above running text further down: it is an entry of the contents.</summary>
    private static bool HeadsPart(Manuscript m, LineMeasures lines, int i, int firstProse)
    {
        for (var j = Math.Max(i, firstProse) + 1; j + 1 < m.Count; j++)
        {
            if (m.Forms[j].Key == m.Forms[i].Key && lines.IsProse(j + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A byline or a day comes right below, or below one longer line; words set in quotation marks above it are the standfirst. A name without a known given name counts with a role or a day under it.</summary>
    private bool StandsAboveByline(Manuscript m, int i, bool isFirst) =>
        !(m.Forms[i].Words <= LongestName && bylines.ReadBare(m.Blocks[i].Text) is { About: null } && m.Matches(Math.Min(i + 1, m.Count - 1), RuleEffect.Date) && i > 0 && m.IsOpen(i - 1) && !IsSomethingElse(m, i - 1))
        && (((!isFirst || IsAboveNameAndDay(m, i)) && !IsQuotation(m.Forms[i].Straight) && IsByline(m, i + 1)) || (i + 1 < m.Count && m.Forms[i + 1].Words >= ShortestStandfirst && m.Forms[i + 1].Words > m.Forms[i].Words && IsByline(m, i + 2)));

    /// <summary>Words with small ones among them above somebody's name and a day: of a publication neither would come next.</summary>
    private bool IsAboveNameAndDay(Manuscript m, int i) =>
        i + 2 < m.Count && HeadAuthors.HasSmallWord(m.Forms[i].Straight) && bylines.NamesSomebody(m.Blocks[i + 1].Text) && m.Matches(i + 2, RuleEffect.Date);

    private bool IsByline(Manuscript m, int i) => IsOnAuthorOrDay(m, i) || _authors.IsRoleUnderName(m, i + 1)
        || (i + 1 < m.Count && m.Forms[i].Words <= LongestName && m.Matches(i + 1, RuleEffect.Date) && bylines.ReadBare(m.Blocks[i].Text) is { About: null });

    private bool IsOnAuthorOrDay(Manuscript m, int i) =>
        i >= 0 && i < m.Count && (m.Matches(i, RuleEffect.Byline) || m.Matches(i, RuleEffect.Date) || (m.Forms[i].Words <= LongestName && bylines.NamesSomebody(m.Blocks[i].Text)));

    /// <summary>How many blocks have the line inside them, up to five: the name of a site returns in its appeals and notes.</summary>
    private static int HoldersOf(Manuscript m, string key)
    {
        var holders = 0;
        for (var i = 0; i < m.Count && holders < 5; i++)
        {
            holders += IsPart(key, m.Forms[i].Key) ? 1 : 0;
        }

        return holders;
    }

    private static bool IsPart(string part, string whole) =>
        part.Length >= 8 && whole.Length > part.Length && whole.Contains(part, StringComparison.Ordinal);
}
