using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;
using Digest.Core.Insight;

namespace Digest.Core.Metadata;

/// <summary>Roles and institutions before the names of a byline and between them: "By business editor Jane Doe, The Ledger, and John Smith".</summary>
internal sealed class RolesAmongNames(Vocabulary vocabulary, PersonNames names, AuthorWords words)
{
    private const int LongestAffiliation = 90;
    private const int LongestRank = 5;

    private readonly Regex _beat = new(vocabulary.Expand("^{beat} ", "bylines"), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    /// <summary>"By regional economics correspondent Jane Doe and data reporter John Smith": the length of the role before a name, which joins the others.</summary>
    public int BeatAt(string text, int start, List<string> roles)
    {
        var beat = _beat.Match(text[start..]);
        if (!beat.Success || text.Length <= start + beat.Length || !char.IsUpper(text[start + beat.Length]) || WordLists.FirstNames.Contains(beat.Value.AsSpan(0, beat.Value.IndexOf(' ', StringComparison.Ordinal))) || names.ReadAt(text, start + beat.Length) is null)
        {
            return 0;
        }

        roles.Add(beat.Value.Trim());
        return beat.Length;
    }

    /// <summary>"Remarks by Deputy Governor Jane Doe": the length of the rank in capitals before a name, which joins the others.</summary>
    public int RankAt(string text, int start, List<string> roles)
    {
        var (i, end) = (start, start);
        for (var seen = 0; seen < LongestRank && i < text.Length && char.IsUpper(text[i]) && text.IndexOf(' ', i) is >= 0 and var blank; seen++, i = blank + 1)
        {
            var word = text.AsSpan(i, blank - i);
            if (WordLists.FirstNames.Contains(word))
            {
                break;
            }

            end = words.NameRole(word) || (end == i - 1 && word is "Emeritus" or "Emerita") ? blank : end;
        }

        var rank = text[start..end];
        if (end == start || names.IsHonorific(rank) || names.ReadAt(text, end + 1) is null)
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
    public (int End, int Next)? Between(string text, int start)
    {
        for (var i = start; i < Math.Min(text.Length, start + LongestAffiliation); i++)
        {
            if (text[i] is not (',' or ';' or ' ') || NameJoiners.After(text, i) is not (>= 0 and var next)
                || names.ReadAt(text, next) is not { } name || !NameJoiners.IsBoundary(text, name.End))
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

    /// <summary>Words that are a role or an institution, and nobody's name.</summary>
    public bool IsAffiliation(string text)
    {
        if (!words.AreTitlePhrase(text))
        {
            return false;
        }

        var isName = names.ReadAt(text, 0) is { } name && name.End == text.Length;
        return !isName || (!WordLists.FirstNames.Contains(text.Split(' ')[0]) && text.Split(' ').Any(w => (WordLists.CommonWords | WordLists.Places).Contains(w)));
    }
}
