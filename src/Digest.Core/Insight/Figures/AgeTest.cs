using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Tells ages of people from quantities.</summary>
internal static class AgeTest
{
    private const double OldestPerson = 110;

    private const int LongestInsertion = 6;

    /// <summary>"aged 40", "Ms Lee, 34, said", "women over 40", "who was eleven years old".</summary>
    public static bool IsAge(TokenRun tokens, Numeral n)
    {
        var before = n.First - 1;
        if (UnitReader.WithRate(tokens, n.End) > n.End)
        {
            // "He turns 900 a day"
            return false;
        }

        if (tokens.In(before, WordLists.Ages) || (tokens.Is(before, "of", "to") && tokens.In(before - 1, WordLists.Ages)))
        {
            return true;
        }

        if (tokens.Is(before, "than") && tokens.Is(before - 1, "older", "younger")
            && (tokens.In(before - 2, WordLists.PersonNouns) || IsAnybody(tokens, before - 2) || tokens.Is(before - 2, "those", "babies", "infants")))
        {
            // "those older than 8 or 12 months"
            return true;
        }

        if (n.Form is not (NumeralForm.BareDigits or NumeralForm.Words) || n.Value > OldestPerson)
        {
            return false;
        }

        if (tokens.Is(n.End, "years") && tokens.Is(n.End + 1, "old"))
        {
            // "one person, preferably about twelve years old"
            var start = LoneCount.StartOf(tokens, n.First);
            var subjectLink = tokens.Word(start - 1).EndsWith("ly", StringComparison.OrdinalIgnoreCase) ? start - 2 : start - 1;
            return IsOfPerson(tokens, subjectLink) || (BeforeInsertion(tokens, subjectLink) is >= 0 and var verb && IsOfPerson(tokens, verb));
        }

        if (!FigureWords.EndsUnit(tokens, n.End))
        {
            // "people over 65 vote", "nobody under fifty opened his mouth"
            return tokens.Is(before, "over", "under") && (tokens.In(before - 1, WordLists.PersonNouns) || IsAnybody(tokens, before - 1)) && Measures.KindAt(tokens, n.End) == MeasureKind.None;
        }

        // "Ms Lee, 34, said"; "At 82, he"; "women over 40", but not "cut to under 40".
        var inserted = tokens.Kind(before) == TokenKind.Comma && tokens.Kind(n.End) == TokenKind.Comma && tokens.IsCapital(before - 1);
        var at = tokens.Is(before, "at") && tokens.Kind(n.End) == TokenKind.Comma;
        var limit = tokens.Is(before, "over", "under", "above", "below")
            && !tokens.Is(before - 1, "to") && !(tokens.Is(before - 1, "at") && tokens.Is(before - 2, "stands", "stood")) && Measures.KindAt(tokens, n.End) == MeasureKind.None && tokens.Kind(n.End) != TokenKind.Dash && RatioReader.Read(tokens, n) is null && UnitReader.WithRate(tokens, n.End) == n.End;
        var link = LoneCount.StartOf(tokens, n.First) - 1;
        return inserted || at || limit || IsLook(tokens, link) || (tokens.Is(link, "of") && IsOneOfAnAge(tokens, link - 1));
    }

    /// <summary>"the boy, who looked about fourteen", "she had just turned thirty", "he seemed barely twenty".</summary>
    private static bool IsLook(TokenRun tokens, int verb) =>
        tokens.Is(verb, "looked", "looks", "seemed", "seems") && IsSomebody(tokens, verb - 1);

    /// <summary>"he is, I would guess, about 80 years old": the token before what is put in between two commas, or -1.</summary>
    private static int BeforeInsertion(TokenRun tokens, int comma)
    {
        for (var i = comma - 1; tokens.Kind(comma) == TokenKind.Comma && i > 0 && i >= comma - LongestInsertion; i--)
        {
            if (tokens.Kind(i) == TokenKind.Comma)
            {
                return i - 1;
            }
        }

        return -1;
    }

    /// <summary>"who was 61", "Maria, eleven years old": of a person, told by a pronoun, a name or a noun for people before the verb or comma.</summary>
    private static bool IsOfPerson(TokenRun tokens, int before)
    {
        var subject = tokens.Is(before, "is", "was", "were", "are", "am")
            || tokens.Kind(before) == TokenKind.Comma ? before - 1 : -1;
        return IsSomebody(tokens, subject);
    }

    /// <summary>"a woman of about eighty", "a girl of sixteen"</summary>
    private static bool IsOneOfAnAge(TokenRun tokens, int noun) =>
        tokens.Is(noun, "man", "woman", "boy", "girl", "child", "lad", "youth", "lady", "gentleman", "widow", "widower", "teenager", "person");

    private static bool IsAnybody(TokenRun tokens, int i) =>
        tokens.Is(i, "nobody", "anybody", "everybody", "anyone", "everyone");

    private static bool IsSomebody(TokenRun tokens, int subject) =>
        tokens.IsCapital(subject) || tokens.In(subject, WordLists.PersonNouns | WordLists.Roles) || tokens.Is(subject, "child", "boy", "girl", "man", "woman", "person", "he", "she", "they", "who", "somebody", "someone");
}
