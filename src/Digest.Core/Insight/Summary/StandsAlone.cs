using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Summary;

/// <summary>Tells whether a sentence has the form of a statement that can be shown by itself: whole, nobody's quotation, no anecdote.</summary>
internal static class StandsAlone
{
    private const int FewestWords = 6;
    private const int MostWords = 60;

    /// <summary>True for a whole statement of a fitting length.</summary>
    public static bool IsStatement(EssaySentence sentence, int words) =>
        words is >= FewestWords and <= MostWords && EndsAsStatement(sentence) && !BeginsInQuotes(sentence) && !HasAnecdote(sentence.Tokens) && !HasLabel(sentence.Tokens);

    private static bool EndsAsStatement(EssaySentence sentence)
    {
        var text = sentence.Block.Text;
        for (var i = sentence.Range.End - 1; i >= sentence.Range.Start; i--)
        {
            if (text[i] is '.' or '!' or '。')
            {
                return true;
            }

            if (text[i] is not ('"' or '”' or '’' or ')' or ']' or '»' or '\''))
            {
                return false;
            }
        }

        return false;
    }

    private static bool BeginsInQuotes(EssaySentence sentence) =>
        sentence.Block.Text[sentence.Range.Start] is '"' or '“' or '„' or '«' or '‘' or '(' or '[';

    /// <summary>"A: Yes", "Holly: I think", "Dear Editor: We": somebody speaks.</summary>
    private static bool HasLabel(TokenRun tokens) => tokens.IsMark(1, ':') || tokens.IsMark(2, ':');

    /// <summary>"I was sitting", "My grandmother": told from a life.</summary>
    private static bool HasAnecdote(TokenRun tokens) => tokens.Is(0, "my") || (tokens.Is(0, "i") && tokens.Is(1, "was", "had", "remember"));
}
