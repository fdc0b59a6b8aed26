using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Summary;

/// <summary>Tells whether a sentence can be read without the one before it: no question, no quotation, no dangling word at its head.</summary>
internal static class StandsAlone
{
    private const int FewestWords = 6;
    private const int MostWords = 60;
    private const int LongestPhrase = 4;

    private static readonly WordSet DanglingStarts = WordList.Words("dangling-starts");
    private static readonly WordSet DanglingPhrases = WordList.Words("dangling-phrases");

    /// <summary>True for a whole statement of a fitting length.</summary>
    public static bool IsStatement(EssaySentence sentence, int words) =>
        words is >= FewestWords and <= MostWords && EndsAsStatement(sentence) && !BeginsInQuotes(sentence) && !HasAnecdote(sentence.Tokens);

    /// <summary>True when the head of the sentence points back: "It", "However", "This deal" where the title names no deal.</summary>
    public static bool Dangles(TokenRun tokens, HashSet<string> titleStems)
    {
        if (tokens.In(0, DanglingStarts))
        {
            return !IsDemonstrativeOfEssay(tokens) && !NamesSubject(tokens, titleStems) && !PointsForward(tokens);
        }

        for (var length = 2; length <= LongestPhrase; length++)
        {
            if (tokens.Count > length && DanglingPhrases.Contains(tokens.Span(0, length)))
            {
                return !IsDemonstrativeOfEssay(tokens);
            }
        }

        return false;
    }

    /// <summary>"This treaty", "These new rules": the title says which.</summary>
    private static bool NamesSubject(TokenRun tokens, HashSet<string> titleStems) =>
        (tokens.Is(0, "this") || tokens.Is(0, "these") || tokens.Is(0, "such") || tokens.Is(0, "that") || tokens.Is(0, "those"))
        && (titleStems.Contains(ContentWords.Stem(tokens.Word(1).ToString())) || titleStems.Contains(ContentWords.Stem(tokens.Word(2).ToString())));

    /// <summary>"It is clear that", "It’s time to": the pronoun stands for what follows.</summary>
    private static bool PointsForward(TokenRun tokens)
    {
        if (!tokens.Is(0, "it") || !(tokens.Is(1, "is") || tokens.Is(1, "was") || tokens.Kind(1) == TokenKind.Possessive))
        {
            return false;
        }

        for (var i = 3; i < 8; i++)
        {
            if (tokens.Is(i, "that") || tokens.Is(i, "to"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"This essay argues", "In this article": points at the essay itself, not back.</summary>
    private static bool IsDemonstrativeOfEssay(TokenRun tokens)
    {
        var noun = tokens.Is(0, "this") ? 1 : tokens.Is(1, "this") ? 2 : -1;
        return noun > 0 && (tokens.Is(noun, "essay") || tokens.Is(noun, "article") || tokens.Is(noun, "paper") || tokens.Is(noun, "post") || tokens.Is(noun, "report")
            || tokens.Is(noun, "guide") || tokens.Is(noun, "piece") || tokens.Is(noun, "week") || tokens.Is(noun, "year") || tokens.Is(noun, "month")
            || tokens.Is(noun, "series") || tokens.Is(noun, "study") || tokens.Is(noun + 1, "study") || tokens.Is(noun, "event") || tokens.Is(noun, "webinar") || tokens.Is(noun, "book")
            || tokens.Is(noun, "blog") || tokens.Is(noun, "document") || tokens.Is(noun, "section"));
    }

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

    /// <summary>"I was sitting", "My grandmother": told from a life.</summary>
    private static bool HasAnecdote(TokenRun tokens) => tokens.Is(0, "my") || (tokens.Is(0, "i") && (tokens.Is(1, "was") || tokens.Is(1, "had") || tokens.Is(1, "remember")));
}
