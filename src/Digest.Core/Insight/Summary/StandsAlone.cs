using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Summary;

/// <summary>Tells whether a sentence can be read without the one before it: no question, no quotation, no dangling word at its head.</summary>
internal static class StandsAlone
{
    private const int FewestWords = 6;
    private const int MostWords = 60;
    private const int LongestPhrase = 4;

    /// <summary>Tokens after "This is" among which the essay's own noun may stand.</summary>
    private const int FarthestNoun = 6;

    /// <summary>True for a whole statement of a fitting length.</summary>
    public static bool IsStatement(EssaySentence sentence, int words) =>
        words is >= FewestWords and <= MostWords && EndsAsStatement(sentence) && !BeginsInQuotes(sentence) && !HasAnecdote(sentence.Tokens) && !HasLabel(sentence.Tokens);

    /// <summary>True when the head of the sentence points back: "It", "However", "This deal" where the title names no deal.</summary>
    public static bool Dangles(TokenRun tokens, SubjectWords subject)
    {
        if (tokens.In(0, WordLists.DanglingStarts))
        {
            return !IsDemonstrativeOfEssay(tokens) && !NamesSubject(tokens, subject) && !PointsForward(tokens) && !BringsItsOther(tokens);
        }

        for (var length = 2; length <= LongestPhrase; length++)
        {
            if (tokens.Count > length && WordLists.DanglingPhrases.Contains(tokens.Span(0, length)))
            {
                return !IsDemonstrativeOfEssay(tokens) && !BringsItsOther(tokens);
            }
        }

        return false;
    }

    /// <summary>"This treaty", "These new rules": the title says which.</summary>
    private static bool NamesSubject(TokenRun tokens, SubjectWords subject) =>
        tokens.Is(0, "this", "these", "such", "that", "those")
        && (subject.IsInTitle(tokens.Word(1)) || subject.IsInTitle(tokens.Word(2)));

    /// <summary>"It is clear that", "It’s time to", "It will take years to": the pronoun stands for what follows. "It is a tool to" points back.</summary>
    private static bool PointsForward(TokenRun tokens)
    {
        var modal = tokens.Is(1, "will", "would") ? 1 : 0;
        var verb = 1 + modal;
        var impersonal = tokens.Is(verb, modal == 1 ? "be" : "is") || tokens.Is(verb, "was") || tokens.Is(verb, modal == 1 ? "take" : "takes") || tokens.Kind(1) == TokenKind.Possessive;
        if (!tokens.Is(0, "it") || !impersonal || tokens.Is(verb + 1, "a", "an", "the"))
        {
            return false;
        }

        for (var i = verb + 2; i < verb + 7; i++)
        {
            if (tokens.Is(i, "that", "to"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Instead of waiting", "Rather than wait", "In addition to the code": what it is set against stands in the sentence itself.</summary>
    private static bool BringsItsOther(TokenRun tokens)
    {
        var after = (tokens.Is(0, "instead") && tokens.Is(1, "of")) || (tokens.Is(0, "rather") && tokens.Is(1, "than")) ? 2
            : tokens.Is(0, "in") && tokens.Is(1, "addition") && tokens.Is(2, "to") ? 3 : 0;
        return after > 0 && !tokens.In(after, WordLists.DanglingStarts);
    }

    /// <summary>"This essay argues", "In this article", "This is the second of three posts": points at the essay itself, not back.</summary>
    private static bool IsDemonstrativeOfEssay(TokenRun tokens)
    {
        var noun = tokens.Is(0, "this") ? 1 : tokens.Is(1, "this") ? 2 : -1;
        if (noun < 0)
        {
            return false;
        }

        return tokens.In(noun, WordLists.EssayNouns) || (tokens.In(noun + 1, WordLists.EssayNouns) && !tokens.Is(noun, "is"))
            || (noun == 1 && tokens.Is(1, "is") && Enumerable.Range(2, FarthestNoun).Any(i => tokens.In(i, WordLists.EssayNouns)));
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

    /// <summary>"A: Yes", "Holly: I think", "Dear Editor: We": somebody speaks.</summary>
    private static bool HasLabel(TokenRun tokens) => tokens.IsMark(1, ':') || tokens.IsMark(2, ':');

    /// <summary>"I was sitting", "My grandmother": told from a life.</summary>
    private static bool HasAnecdote(TokenRun tokens) => tokens.Is(0, "my") || (tokens.Is(0, "i") && tokens.Is(1, "was", "had", "remember"));
}
