using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Summary;

/// <summary>Tells whether a sentence leans on the one before it: a pronoun or a link that points back stands at its head, or before what it could stand for.</summary>
internal static class BackReference
{
    private const int LongestPhrase = 4;

    /// <summary>Tokens after "This is" among which the essay's own noun may stand.</summary>
    private const int FarthestNoun = 6;

    /// <summary>Tokens of the longest phrase before a comma that is looked at: "By the end of it,".</summary>
    private const int LongestFront = 9;

    /// <summary>True when the sentence points back: "It", "However", "This deal" where the title names no deal, "To do this, we", "Now you need to support it".</summary>
    public static bool Dangles(TokenRun tokens, SubjectWords subject)
    {
        if (tokens.In(0, WordLists.DanglingStarts) && !IsAcronym(tokens, 0))
        {
            return !IsDemonstrativeOfEssay(tokens) && !NamesSubject(tokens, 0, subject) && !PointsForward(tokens, 0) && !BringsItsOther(tokens);
        }

        for (var length = 2; length <= LongestPhrase; length++)
        {
            if (tokens.Count > length && WordLists.DanglingPhrases.Contains(tokens.Span(0, length)))
            {
                return !IsDemonstrativeOfEssay(tokens) && !BringsItsOther(tokens);
            }
        }

        return (tokens.Is(0, "both") && !tokens.Any(1, LongestFront, "and")) || FrontPointsBack(tokens, subject) || DoesSo(tokens) || BeginsWithPronounOfNothing(tokens);
    }

    /// <summary>"This treaty", "These new rules": the title says which. The last noun counts: a title with "open" does not say which "open positions" are meant.</summary>
    private static bool NamesSubject(TokenRun tokens, int demonstrative, SubjectWords subject)
    {
        if (!tokens.Is(demonstrative, "this", "these", "such", "that", "those"))
        {
            return false;
        }

        var head = demonstrative + 1;
        if (tokens.Kind(head + 1) == TokenKind.Word && !EndsPhrase(tokens, head + 1) && (tokens.Is(demonstrative, "these", "those") ? !IsPlural(tokens, head) : IsPlainNoun(tokens, head + 1)))
        {
            head++;
        }

        return subject.IsInTitle(tokens.Word(head));
    }

    /// <summary>
    /// "To do this, we", "Noting this,", "By the end of it,", "Over that time,": what stands before the comma points back. In "When it
    /// opened, the bridge" and "In its report, the ministry" the pronoun stands for what follows.
    /// </summary>
    private static bool FrontPointsBack(TokenRun tokens, SubjectWords subject)
    {
        var comma = 1;
        while (comma <= LongestFront && comma < tokens.Count && tokens.Kind(comma) != TokenKind.Comma)
        {
            comma++;
        }

        if (tokens.Kind(comma) != TokenKind.Comma || !BeginsAsFront(tokens))
        {
            return false;
        }

        if (tokens.Is(comma - 1, "it", "them", "this", "these", "those")
            || (tokens.Is(comma - 1, "that") && (tokens.In(comma - 2, WordLists.Stops) || IsParticiple(tokens, comma - 2)))
            || (tokens.Is(comma - 1, "so") && !tokens.Is(comma - 2, "or")))
        {
            return true;
        }

        for (var i = 1; i + 1 < comma; i++)
        {
            var near = tokens.Is(i, "this", "these");
            if ((near || (tokens.Is(i, "that", "those") && i + 2 == comma)) && !tokens.In(i + 1, WordLists.EssayNouns) && !tokens.In(i + 2, WordLists.EssayNouns) && !NamesSubject(tokens, i, subject))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A preposition, "to", or a participle: no subject, and no clause that has one.</summary>
    private static bool BeginsAsFront(TokenRun tokens) =>
        IsParticiple(tokens, 0)
        || (tokens.In(0, WordLists.Stops) && !tokens.In(0, WordLists.ClauseOpeners | WordLists.FirstPerson | WordLists.FirstPersonPlural | WordLists.SecondPerson)
            && !tokens.Is(0, "the", "a", "an", "all", "any", "every", "no", "some", "now", "there", "here")
            && !(tokens.Is(0, "after", "before", "since", "until", "once") && tokens.Is(1, "it", "they", "he", "she")));

    private static bool IsParticiple(TokenRun tokens, int i) => tokens.Word(i) is [_, _, .., 'i', 'n', 'g'] or [_, _, .., 'e', 'd'] or [_, _, .., 'e', 'n'];

    /// <summary>"One way we do that is", "agencies that did so".</summary>
    private static bool DoesSo(TokenRun tokens)
    {
        for (var i = 1; i < Math.Min(LongestFront, tokens.Count); i++)
        {
            if (tokens.Is(i, "do", "does", "did", "doing", "done") && tokens.Is(i + 1, "so", "this", "that", "it")
                && (tokens.Kind(i + 2) != TokenKind.Word || tokens.In(i + 2, WordLists.Stops | WordLists.Auxiliaries)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Now you need to support it and give it a good life": the first pronoun of the third person has nothing before it that it could stand for.</summary>
    private static bool BeginsWithPronounOfNothing(TokenRun tokens)
    {
        // A phrase or clause at the head may speak of what follows it.
        if (tokens.In(0, WordLists.ClauseOpeners) || BeginsAsFront(tokens) || tokens.Is(0, "after", "before", "since", "until", "once"))
        {
            return false;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Is(i, "it", "them", "they", "he", "him", "she") && !IsAcronym(tokens, i))
            {
                return !PointsForward(tokens, i) && !tokens.Is(i - 1, "make", "makes", "made", "making", "find", "finds", "found") && !tokens.Is(i - 1, "that");
            }

            if (CouldBeMeant(tokens, i))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Anything a pronoun behind it could stand for: a name, a noun with its article, a plural, a number, a question word, a gerund.</summary>
    private static bool CouldBeMeant(TokenRun tokens, int i) =>
        tokens.Kind(i) is TokenKind.Number or TokenKind.Possessive or TokenKind.Mark or TokenKind.Currency
        || (tokens.IsCapital(i) && (i > 0 ? !tokens.Is(i, "i") : !tokens.In(0, WordLists.FunctionWords | WordLists.FirstPersonPlural | WordLists.SecondPerson | WordLists.FirstPerson)))
        || tokens.Is(i, "a", "an", "the", "any", "every", "each", "no", "some", "many", "most", "my", "our", "your", "his", "her", "their", "its", "what", "whoever", "who", "anyone", "everyone", "someone", "nobody", "people", "that", "this")
        || (i > 0 && IsPlural(tokens, i));

    private static bool IsAcronym(TokenRun tokens, int i) => tokens.Word(i) is { Length: > 1 } word && !word.ContainsAnyExceptInRange('A', 'Z') && tokens.Count > 1 && tokens.Word(i + 1).ContainsAnyInRange('a', 'z');

    private static bool IsPlural(TokenRun tokens, int i) =>
        tokens.Word(i) is [_, _, .., not 's', 's'] && !tokens.In(i, WordLists.FunctionWords | WordLists.Auxiliaries) && !tokens.Is(i, "this", "its", "is", "was", "has", "does");

    private static bool IsPlainNoun(TokenRun tokens, int i) => tokens.Word(i) is not ([.., 's'] or [.., 'e', 'd']) && !tokens.In(i, WordLists.SpeechVerbs | WordLists.Verbs);

    private static bool EndsPhrase(TokenRun tokens, int i) => tokens.In(i, WordLists.Stops | WordLists.Auxiliaries | WordLists.SmallWords);

    /// <summary>"It is clear that", "It’s time to", "It will take years to": the pronoun stands for what follows. "It is a tool to" points back.</summary>
    private static bool PointsForward(TokenRun tokens, int pronoun)
    {
        var modal = tokens.Is(pronoun + 1, "will", "would") ? 1 : 0;
        var verb = pronoun + 1 + modal;
        var impersonal = tokens.Is(verb, modal == 1 ? "be" : "is") || tokens.Is(verb, "was") || tokens.Is(verb, modal == 1 ? "take" : "takes") || tokens.Kind(pronoun + 1) == TokenKind.Possessive;
        if (!tokens.Is(pronoun, "it") || !impersonal || tokens.Is(verb + 1, "a", "an", "the"))
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
}
