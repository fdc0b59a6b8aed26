using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>
/// Tells whether the first paragraph under the title is the standfirst or the beginning of the essay. Sure signs come
/// first: a byline or date below it, or the same words once more further down.
/// </summary>
internal static class DekFinder
{
    private const int LongestDek = 75;
    private const int FewestKeyCharacters = 40;
    private const int ShortestRecap = 10;
    private const int LongestRecap = 60;
    private const int ShortestEssay = 120;
    private const int LongestHeadline = 25;

    /// <summary>True when block <paramref name="i"/>, the first open block under the title, is a standfirst.</summary>
    /// <param name="m">The essay.</param>
    /// <param name="i">The block.</param>
    /// <param name="title">The title.</param>
    /// <param name="isBylineName">Tells of a line without label whether it is the author's name.</param>
    public static bool IsDek(Manuscript m, int i, string title, Func<int, bool> isBylineName)
    {
        var form = m.Forms[i];
        if (form.Words is < 4 or > LongestDek || form.Straight.EndsWith(',') || form.Straight.EndsWith(':') || m.Blocks[i].Kind is Blocks.BlockKind.ListItem or Blocks.BlockKind.Code or Blocks.BlockKind.TableRow)
        {
            return false;
        }

        return IsAboveByline(m, i, isBylineName) || IsRepeatedBelow(m, i) || ReadsAsDek(m, i, title);
    }

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

    private static bool IsAboveByline(Manuscript m, int i, Func<int, bool> isBylineName) =>
        m.NextOpen(i) is >= 0 and var j && m.Forms[i].Words <= 60
        && (((m.Matches(j, RuleEffect.Byline) || m.Matches(j, RuleEffect.Date)) && m.Matching(j, RuleZone.Head) is not null) || isBylineName(j));

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
    /// A standfirst says beforehand what the essay says: at least three quarters of its content words come back, and
    /// some of the title's are in it. On 225 essays this tells 56 % of the standfirsts from first paragraphs and takes
    /// 2 % of the first paragraphs for a standfirst.
    /// </summary>
    private static bool ReadsAsDek(Manuscript m, int i, string title)
    {
        if (m.Forms[i].Words is < ShortestRecap or > LongestRecap || m.ProseWords < ShortestEssay
            || m.NextOpen(i) is not (>= 0 and var next) || !m.Forms[next].IsProse)
        {
            return false;
        }

        var own = ContentWords(m, m.Forms[i].Key);
        var titleWords = ContentWords(m, PlainForm.Key(title));
        if (own.Count == 0 || titleWords.Count == 0 || titleWords.Count(own.Contains) * 10 < titleWords.Count * 3)
        {
            return false;
        }

        var missing = new HashSet<string>(own, StringComparer.Ordinal);
        for (var j = i + 1; j < m.Count && missing.Count > 0; j++)
        {
            if (m.IsOpen(j))
            {
                missing.ExceptWith(ContentWords(m, m.Forms[j].Key));
            }
        }

        return missing.Count * 4 <= own.Count;
    }

    private static HashSet<string> ContentWords(Manuscript m, string key)
    {
        var function = m.Rules.Vocabulary.Words("functionWord");
        return key.Split(' ').Where(w => w.Length > 2 && !function.Contains(w)).Select(w => w.TrimEnd('s')).ToHashSet(StringComparer.Ordinal);
    }
}
