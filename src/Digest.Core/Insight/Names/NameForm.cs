namespace Digest.Core.Insight.Names;

/// <summary>What the words of a name of two or more say for and against a person, wherever they stand.</summary>
internal static class NameForm
{
    /// <summary>What they are worth; see <see cref="PersonEvidence"/>.</summary>
    public static double Of(NameWord[] words)
    {
        var score = GivenName(words);
        score += words[1].Text.Length == 2 && words[1].Text[1] == '.' && words.Length > 2 ? 2 : 0;
        score += Array.Exists(words, word => word.In(WordLists.Particles) || word.Text.StartsWith("al-", StringComparison.Ordinal)) ? 1 : 0;
        score += AllPlain(words) ? 1 : -3;
        return score;
    }

    private static double GivenName(NameWord[] words)
    {
        if (words[0].In(WordLists.FirstNames) || WordLists.FirstNames.Contains(BeforeHyphen(words[0].Text)))
        {
            return 3;
        }

        // "Kim Jong-un", "Xi Jinping"; "Jong-kun Choi" in western order.
        var eastern = words[0].In(WordLists.FamilyNamesFirst) && words.Length <= 3 && words[^1].Text.Length > 2;
        var western = words[^1].In(WordLists.FamilyNamesFirst) && words[0].Text.Contains('-');
        if (eastern || western)
        {
            return 3;
        }

        // "Le Thi Sau": the middle name of women in Vietnam.
        if (words.Length is 3 or 4 && words[1].Text is "Thi" or "Thị")
        {
            return 3;
        }

        // "Siobhán Ní Bhroin", "Peigi Nic a' Phì": daughter or son of.
        if (words.Length > 2 && Array.Exists(words[1..^1], word => word.Text is "Ní" or "Nì" or "Nic" or "Mhic" or "Uí" or "Ó"))
        {
            return 3;
        }

        var initials = words[0].Text.Length >= 2 && words[0].Text[1] == '.';
        return initials ? 3 : Array.Exists(words[1..^1], word => word.In(WordLists.FirstNames)) ? 1.5 : 0;
    }

    private static ReadOnlySpan<char> BeforeHyphen(string word) => word.IndexOf('-', StringComparison.Ordinal) is > 0 and var i ? word.AsSpan(0, i) : word;

    private static bool AllPlain(NameWord[] words) =>
        !Array.Exists(words, word => IsLetters(word, isFirst: ReferenceEquals(word.Text, words[0].Text)))
        && !(words[^1].In(WordLists.Roles) && !words[0].In(WordLists.FirstNames))
        && !words[^1].In(WordLists.Demonyms)
        && !words[^1].Text.EndsWith("ism", StringComparison.Ordinal) && !(words[^1].In(WordLists.Geographic) && !words[0].In(WordLists.FirstNames));

    /// <summary>"NATO", "USA": no name is written so, but "JD Vance" and "Henry VIII" are.</summary>
    private static bool IsLetters(NameWord word, bool isFirst) =>
        NameWords.IsAcronym(word.Text) && !word.Text.Contains('.') && !PersonMentionReader.IsRomanNumeral(word.Text)
        && !(word.Text.Length == 2 && isFirst && !word.In(WordLists.NoAcronyms));
}
