using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>Tells lines whose names the essay does not speak of: who took a picture, who wrote a work that is cited, who is thanked.</summary>
internal static class Credits
{
    /// <summary>Longest name that stands alone on a line.</summary>
    private const int LongestName = 6;

    /// <summary>Authors from which a row of surnames and initials is a reference.</summary>
    private const int FewestCited = 2;

    /// <summary>True for "© Ana Reyes", a line that is nothing but a name, and "Reyes AB, Visser CD, Okoro E. Changes in …".</summary>
    public static bool IsCredit(EssaySentence sentence)
    {
        var tokens = sentence.Tokens;
        return tokens.IsMark(0, '©') || IsNameAlone(sentence) || IsReference(tokens);
    }

    /// <summary>"I am grateful to", "thanks to": whom a note thanks took no part in what the essay tells.</summary>
    public static bool Thanks(TokenRun tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Is(i, "grateful") || tokens.Is(i, "thank") || tokens.Is(i, "thanks") || tokens.Is(i, "indebted") || tokens.Is(i, "acknowledge") || tokens.Is(i, "acknowledges") || tokens.Is(i, "gratitude"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNameAlone(EssaySentence sentence)
    {
        var tokens = sentence.Tokens;
        if (tokens.Count is < 2 or > LongestName || sentence.Range.Start > 0 || sentence.Range.End < sentence.Block.Text.Length)
        {
            return false;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens.IsCapital(i) && !(tokens.Kind(i) == TokenKind.Dash && tokens.Glued(i)) && !tokens.In(i, WordLists.Particles) && !(tokens.IsMark(i, '.') && NameRunReader.IsInitial(tokens, i - 1)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"Nat Rev Tides 2017;3:17063": year, volume and page of a journal.</summary>
    private static bool IsVolume(TokenRun tokens)
    {
        for (var i = 1; i + 4 < tokens.Count; i++)
        {
            if (tokens.IsMark(i, ';') && tokens.Kind(i - 1) == TokenKind.Number && tokens.Word(i - 1).Length == 4 && tokens.Kind(i + 1) == TokenKind.Number && tokens.IsMark(i + 2, ':'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsReference(TokenRun tokens)
    {
        if (IsVolume(tokens))
        {
            return true;
        }

        var cited = 0;
        for (var i = 0; i + 2 < tokens.Count && cited < FewestCited; i++)
        {
            cited += tokens.IsCapital(i) && tokens.Kind(i + 2) == TokenKind.Comma && tokens.Word(i + 1).Length <= 3 && tokens.Word(i).Length > 3
                && (NameWords.IsAcronym(tokens.Word(i + 1)) || (tokens.Word(i + 1).Length == 1 && tokens.IsCapital(i + 1))) ? 1 : 0;

            // "Mensah, A., Okoro, E. & Visser, C. D."
            cited += tokens.IsCapital(i) && tokens.Word(i).Length > 2 && tokens.Kind(i + 1) == TokenKind.Comma && NameRunReader.IsInitial(tokens, i + 2) && tokens.IsMark(i + 3, '.') ? 1 : 0;
        }

        return cited >= FewestCited;
    }
}
