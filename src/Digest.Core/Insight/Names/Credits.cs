using System.Buffers;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>Tells lines whose names the essay does not speak of: who took a picture, who wrote a work that is cited, who is thanked.</summary>
internal static class Credits
{
    /// <summary>Longest name that stands alone on a line.</summary>
    private const int LongestName = 6;

    /// <summary>Characters of a long reference with many authors.</summary>
    private const int LongestReference = 400;

    private static readonly SearchValues<char> VolumeCharacters = SearchValues.Create("0123456789() SsupplPt.–-");

    /// <summary>Authors from which a row of surnames and initials is a reference.</summary>
    private const int FewestCited = 2;

    /// <summary>True for "© Ana Reyes", a line that is nothing but a name, and "Reyes AB, Visser CD, Okoro E. Changes in …".</summary>
    public static bool IsCredit(EssaySentence sentence)
    {
        var tokens = sentence.Tokens;
        return tokens.IsMark(0, '©') || IsNameAlone(sentence) || IsReference(sentence);
    }

    /// <summary>"I am grateful to", "thanks to": whom a note thanks took no part in what the essay tells.</summary>
    public static bool Thanks(TokenRun tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Is(i, "grateful", "thank", "thanks", "indebted", "acknowledge", "acknowledges", "gratitude"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"I am grateful to Ada Mensah for comments. All errors are mine.": thanks of an author to those who read a draft.</summary>
    public static bool IsAcknowledgement(EssaySentence sentence)
    {
        var tokens = sentence.Tokens;
        if (!Thanks(tokens))
        {
            return false;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Is(i, "comments", "discussions", "draft", "drafts", "assistance", "errors"))
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

    /// <summary>"Nat Rev Tides 2017;3:17063", "2012;9(2):36": year, volume and page of a journal, in a block no longer than one reference.</summary>
    private static bool HoldsVolume(ReadOnlySpan<char> block)
    {
        for (var i = 4; i < block.Length && block.Length <= LongestReference; i++)
        {
            if (block[i] == ';' && !block[(i - 4)..i].ContainsAnyExceptInRange('0', '9'))
            {
                var page = block[(i + 1)..].IndexOf(':');
                if (page > 0 && !block.Slice(i + 1, page).ContainsAnyExcept(VolumeCharacters))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsReference(EssaySentence sentence)
    {
        if (HoldsVolume(sentence.Block.Text))
        {
            return true;
        }

        var tokens = sentence.Tokens;
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
