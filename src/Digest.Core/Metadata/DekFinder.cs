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

    /// <summary>True when block <paramref name="i"/>, the first open block under the title, is a standfirst.</summary>
    public static bool IsDek(Manuscript m, int i, string title)
    {
        var form = m.Forms[i];
        if (form.Words is < 4 or > LongestDek || m.Blocks[i].Kind is Blocks.BlockKind.ListItem or Blocks.BlockKind.Code or Blocks.BlockKind.TableRow)
        {
            return false;
        }

        return IsAboveByline(m, i) || IsRepeatedBelow(m, i) || ReadsAsDek(m, i, title);
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

    private static bool IsAboveByline(Manuscript m, int i)
    {
        var next = Next(m, i);
        return next is { } j && m.Forms[i].Words <= 60 && (m.Matches(j, RuleEffect.Byline) || m.Matches(j, RuleEffect.Date))
            && m.Matching(j, RuleZone.Head) is not null;
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

    private static bool ReadsAsDek(Manuscript m, int i, string title)
    {
        var next = Next(m, i);
        if (next is not { } j || !m.Forms[j].IsProse || m.Forms[i].Words > 45 || m.Forms[j].Words < m.Forms[i].Words * 1.4)
        {
            return false;
        }

        var titleWords = ContentWords(title);
        var own = ContentWords(m.Blocks[i].Text);
        return titleWords.Count >= 4 && titleWords.Count(own.Contains) * 10 >= titleWords.Count * 6;
    }

    private static int? Next(Manuscript m, int i)
    {
        for (var j = i + 1; j < m.Count; j++)
        {
            if (m.IsOpen(j))
            {
                return j;
            }
        }

        return null;
    }

    private static HashSet<string> ContentWords(string text) =>
        PlainForm.Key(text).Split(' ').Where(w => w.Length > 3).Select(w => w.TrimEnd('s')).ToHashSet(StringComparer.Ordinal);
}
