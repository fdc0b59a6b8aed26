using Digest.Core.Boilerplate;
using Digest.Core.Boilerplate.Lines;

namespace Digest.Core.Metadata;

/// <summary>Lines among those above a text that speak of its author, and so are no titles: institutions, roles, the name of who writes the column.</summary>
internal sealed class HeadAuthors(BylineLineReader bylines, AuthorWords words)
{
    private const int MostLines = 60;
    private const int LongestTitle = 30;
    private const int LongestName = 12;
    private const int LongestCaption = 40;
    private const int LongestColumn = 6;
    private const int LongestRole = 14;
    private const int WordsBeforeRole = 4;

    /// <summary>Letters that a word of grammar seldom has.</summary>
    private const int LettersOfContent = 5;

    /// <summary>The line names somebody of whom a line behind the text tells: "Also by Jane Doe", "Jane Doe's first novel is out now.", "Jane Doe is a nurse."</summary>
    public bool IsAuthorAtEnd(Manuscript m, LineMeasures lines, int i)
    {
        if (bylines.ReadBare(m.Blocks[i].Text) is not { About: null, Names: { Count: > 0 } names })
        {
            return false;
        }

        var keys = names.Select(PlainForm.Key).ToList();
        for (var j = m.Count - 1; j > Math.Max(i, m.Count - MostLines) && lines.ProseAfter(j) <= m.Slack; j--)
        {
            var isShort = m.Forms[j].Words <= LongestCaption;
            if (keys.Exists(key => m.Forms[j].Key.StartsWith(key + " is ", StringComparison.Ordinal)
                || (isShort && (m.Forms[j].Key.EndsWith(" by " + key, StringComparison.Ordinal) || m.Forms[j].Key.StartsWith(key + "s ", StringComparison.Ordinal)))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The title in "Jane Doe | The pilot at the school gate"; null where the line does not begin with somebody's name and a bar.</summary>
    public string? TitleBehindName(string line) =>
        line.Split(" | ") is [var name, { Length: > 0 } title] && bylines.NamesSomebody(name) ? title.Trim() : null;

    /// <summary>
    /// A column stands under its own name: in capitals, with the columnist below, then the headline, then the day. Of a title in
    /// capitals the standfirst would come before the author, and what stands between author and day names the publication.
    /// </summary>
    /// <returns>The line of the headline, or null.</returns>
    public int? HeadlineUnderColumn(Manuscript m, int line)
    {
        var (author, text) = (m.NextOpen(line), m.Blocks[line].Text);
        if (m.Forms[line].Words > LongestColumn || text.Any(char.IsLower) || !text.Any(char.IsUpper)
            || author < 0 || m.Forms[author].Words > LongestName || bylines.ReadBare(m.Blocks[author].Text) is not { About: null } || m.NextOpen(author) is not (>= 0 and var headline))
        {
            return null;
        }

        var isSentenceCase = m.Forms[headline].Words is > 1 and <= LongestTitle && !m.Forms[headline].IsProse && !TitleFeatures.IsSomethingElse(m, headline)
            && m.Blocks[headline].Text.Split(' ').Count(w => w.Length > 3 && char.IsLower(w[0])) * 2 >= m.Forms[headline].Words - 1 && !words.SpeakOfAuthor(m.Blocks[headline].Text);
        return isSentenceCase && m.NextOpen(headline) is >= 0 and var day && m.Matches(day, RuleEffect.Date) && m.Matching(day, RuleZone.Head) is not null ? headline : null;
    }

    /// <summary>A department and its university under the name of who works there: the head of a manuscript.</summary>
    public bool IsInstitutionOfAuthor(Manuscript m, int i)
    {
        if (i <= 0 || i >= m.Count)
        {
            return false;
        }

        var text = m.Blocks[i].Text;
        return m.Forms[i].Words <= LongestName && text.Contains(", ", StringComparison.Ordinal) && !HasSmallWord(m.Forms[i].Straight)
            && words.NameOrganisation(text) && m.Forms[i - 1].Words <= LongestName && bylines.ReadBare(m.Blocks[i - 1].Text) is { About: null };
    }

    /// <summary>"Lecturer in law" under the name of who wrote it: a role with hardly another word, which no title is.</summary>
    public bool IsRoleUnderName(Manuscript m, int i)
    {
        if (i <= 0 || i >= m.Count || m.Forms[i].Words > LongestRole || m.Forms[i].EndsAsSentence || m.Forms[i - 1].Words > LongestName)
        {
            return false;
        }

        var text = m.Forms[i].Straight;
        return NamesRoleFirst(text) && words.AreTitlePhrase(text) && bylines.ReadBare(text) is null && bylines.ReadBare(m.Blocks[i - 1].Text) is { About: null };
    }

    /// <summary>A role among the first words, and no article before it: "A teacher's notes" may be a title.</summary>
    private bool NamesRoleFirst(string text)
    {
        var seen = 0;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan()[range].TrimEnd(',');
            if (seen == 0 && (word is "A" or "An" or "The" or "How" or "Why" or "What" or "On" || word.Contains('\'')))
            {
                return false;
            }

            if (words.NameRole(word))
            {
                return true;
            }

            if (++seen == WordsBeforeRole)
            {
                break;
            }
        }

        return false;
    }

    /// <summary>"The Crossing", "A Boat for Nobody"</summary>
    public static bool BeginsWithArticle(string text) =>
        text.StartsWith("The ", StringComparison.Ordinal) || text.StartsWith("A ", StringComparison.Ordinal) || text.StartsWith("An ", StringComparison.Ordinal);

    /// <summary>True when a word of content behind the first begins with a small letter.</summary>
    public static bool HasSmallWord(string text)
    {
        var isFirst = true;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan()[range];
            if (!isFirst && word.Length >= LettersOfContent && char.IsLower(word[0]))
            {
                return true;
            }

            isFirst = false;
        }

        return false;
    }
}
