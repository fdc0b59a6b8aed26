using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>
/// Weighs what speaks for and against a person at one mention. A given name, a title or a role is nearly enough alone;
/// a verb of saying needs a second sign. The weights were set by hand on essays of our own; see docs/quality.md.
/// </summary>
internal static class PersonEvidence
{
    /// <summary>Evidence at the best mention from which a name is a person's.</summary>
    public const double Enough = 3;

    /// <summary>What a verb of saying beside the name is worth.</summary>
    public const double Speaks = 2;

    public static double Of(TokenRun tokens, NameRun name, string[] words, bool titled, bool hasRole)
    {
        var score = 0.0;
        score += titled ? 3 : 0;
        score += hasRole ? 2.5 : 0;
        score += SpeaksBeside(tokens, name) ? Speaks : 0;
        score += tokens.Is(name.First - 1, "to") && tokens.Is(name.First - 2, "according") ? 2 : 0;
        score += tokens.Kind(name.End) == TokenKind.Comma && tokens.Is(name.End + 1, "who") ? 1.5 : 0;
        score += tokens.Is(name.First - 1, "by") ? 0.5 : 0;
        score += tokens.Is(name.First - 1, "the") && !titled && !hasRole ? -3 : 0;
        score += !WordLists.FirstNames.Contains(words[0]) && (tokens.Is(name.First - 1, "in") || tokens.Is(name.First - 1, "at")) ? -1.5 : 0;
        if (words.Length == 1)
        {
            return score;
        }

        score += GivenName(words);
        score += words[1].Length == 2 && words[1][1] == '.' && words.Length > 2 ? 2 : 0;
        score += words.Any(word => WordLists.Particles.Contains(word) || word.StartsWith("al-", StringComparison.Ordinal)) ? 1 : 0;
        score += AllPlain(words) ? 1 : -3;
        return score;
    }

    private static double GivenName(string[] words)
    {
        if (WordLists.FirstNames.Contains(words[0]) || WordLists.FirstNames.Contains(BeforeHyphen(words[0])))
        {
            return 3;
        }

        // "Kim Jong-un", "Xi Jinping"; "Jong-kun Choi" in western order.
        var eastern = WordLists.FamilyNamesFirst.Contains(words[0]) && words.Length <= 3 && words[^1].Length > 2;
        var western = WordLists.FamilyNamesFirst.Contains(words[^1]) && words[0].Contains('-');
        if (eastern || western)
        {
            return 3;
        }

        var initials = words[0].Length >= 2 && words[0][1] == '.';
        return initials ? 3 : words.Skip(1).SkipLast(1).Any(word => WordLists.FirstNames.Contains(word)) ? 1.5 : 0;
    }

    private static string BeforeHyphen(string word) => word.IndexOf('-', StringComparison.Ordinal) is > 0 and var i ? word[..i] : word;

    private static bool AllPlain(string[] words) => !words.Any(word =>
        NameWords.IsAcronym(word) && !word.Contains('.') && !PersonMentionReader.IsRomanNumeral(word) && !(word.Length == 2 && ReferenceEquals(word, words[0]) && !WordLists.NoAcronyms.Contains(word)))
        && !(WordLists.Roles.Contains(words[^1]) && !WordLists.FirstNames.Contains(words[0]))
        && !WordLists.Demonyms.Contains(words[^1])
        && !words[^1].EndsWith("ism", StringComparison.Ordinal) && !(WordLists.Geographic.Contains(words[^1]) && !WordLists.FirstNames.Contains(words[0]));

    private static bool SpeaksBeside(TokenRun tokens, NameRun name)
    {
        if (tokens.Kind(name.End) == TokenKind.Word && tokens.In(name.End, WordLists.SpeechVerbs))
        {
            return true;
        }

        // “…,” noted Nikolai Gogol
        return tokens.Kind(name.First - 1) == TokenKind.Word && tokens.In(name.First - 1, WordLists.SpeechVerbs)
            && tokens.Kind(name.First - 2) is TokenKind.Mark or TokenKind.Comma;
    }
}
