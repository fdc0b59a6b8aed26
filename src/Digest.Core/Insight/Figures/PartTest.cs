using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Tells shares ("a third of voters") from ordinals and idioms ("a third party", "the first half", "a quarter century").</summary>
internal static class PartTest
{
    /// <summary>Tokens looked back over for a percentage.</summary>
    private const int ShareReach = 40;

    /// <summary>Tokens looked back over for the others of whom somebody is a third.</summary>
    private const int OthersReach = 12;

    public static bool IsShare(TokenRun tokens, Numeral part)
    {
        var before = part.First - 1;
        var next = part.End;
        if (ComparedShare.IsRemaining(tokens, part))
        {
            return true;
        }

        if (tokens.Is(before, "first", "second", "other", "latter", "better", "top", "bottom") || (tokens.Is(before, "a") && tokens.Is(before - 1, "and"))
            || tokens.Is(before, "northern", "southern") || tokens.Kind(before) == TokenKind.Dash
            || (tokens.Kind(next) == TokenKind.Dash && tokens.Glued(next)))
        {
            return false;
        }

        if (tokens.Is(part.First, "half") && (IsPosition(tokens, before) || tokens.Kind(before) == TokenKind.Possessive || (tokens.Is(before, "the") && tokens.Is(next, "of"))))
        {
            // "the half of the country that votes"
            return false;
        }

        if (IsIdiom(tokens, part) || part.Value >= 1 || IsHalfDone(tokens, part))
        {
            // "two halves of a ticket"
            return false;
        }

        if (tokens.Is(next, "of"))
        {
            if (tokens.Is(next + 1, "one", "me", "him", "myself"))
            {
                // "half of me wanted to stay", "a loaf, or half of one"
                return false;
            }

            if (tokens.Is(next + 1, "an", "a"))
            {
                // "a quarter of an hour", "three-quarters of a century": a duration, told by the way.
                return Measures.KindAt(tokens, next + 2) != MeasureKind.Time;
            }

            if (NumeralReader.Read(tokens, next + 1) is { Form: NumeralForm.Words } whole && (Clauses.EndAt(tokens, whole.End) || tokens.In(whole.End, WordLists.Auxiliaries)))
            {
                // "Half of nineteen was agreed to be nine": an exercise in numbers.
                return false;
            }

            // "the best half of it", but "less than half of it has been found", "two thirds of it"
            return (!tokens.Is(next + 1, "it") || (part.End - part.First > 1 && !tokens.Is(part.First, "a")) || QualifierReader.FirstToken(tokens, part.First) < part.First || ComparedShare.IsOfAmount(tokens, part)) && !tokens.Is(next + 1, "course");
        }

        // "by more than a third", "fell almost half"
        var start = LoneCount.StartOf(tokens, part.First);
        if (tokens.Is(start - 1, "by") || (start < part.First && tokens.In(start - 1, WordLists.ChangeVerbs)) || tokens.Is(next, "more", "less", "higher", "lower"))
        {
            return !tokens.Is(next, "past") && !IsFarOff(tokens, part.First - 1) && !IsAgent(tokens, part, start);
        }

        if (tokens.Is(next + 1, "than") && tokens.Word(next).Length > 4 && tokens.Word(next).EndsWith("er", StringComparison.OrdinalIgnoreCase) && part.Value < 1)
        {
            // "a fifth longer than", "a third cheaper than"
            return !tokens.Is(next, "other") && !tokens.Is(next, "rather");
        }

        if (start < part.First && part.Value < 1 && tokens.Is(start - 1, "to") && Clauses.EndAt(tokens, next) && tokens.Any(start - 6, start - 1, "from"))
        {
            // "went from nearly all to about a third"
            return true;
        }

        if (ComparedShare.Is(tokens, part, start))
        {
            return true;
        }

        if (IsOfOpening(tokens, part, start) || (tokens.Is(part.First - 1, "than") && tokens.Is(part.First - 2, "fewer") && tokens.Kind(next) == TokenKind.Word && !tokens.IsCapital(next)))
        {
            // "Fewer than half end in a judgment"
            return true;
        }

        if (tokens.Is(start - 1, "which", "whom") && tokens.Is(start - 2, "of"))
        {
            // "of which a sixth is silt"
            return true;
        }

        var isNumbered = part.End - part.First > 1 && !tokens.Is(part.First, "a");
        if (isNumbered && tokens.Is(next, "is", "was", "has"))
        {
            // "not even one third is arriving"
            return true;
        }

        if (tokens.In(next, WordLists.Verbs | WordLists.Auxiliaries) && !tokens.Word(next).EndsWith("s", StringComparison.OrdinalIgnoreCase))
        {
            // "two-thirds said so", "barely a tenth have been photographed"; "a third said" may be the third who spoke, unless a share was told before.
            var isOrdinal = tokens.Is(part.First, "a") && QualifierReader.FirstToken(tokens, part.First) == part.First && !FollowsShare(tokens, part.First);
            return part.Value < 1 && !isOrdinal && !tokens.Is(before, "one") && !tokens.Is(before, "the");
        }

        if (start < part.First && part.Value < 1 && ContinuedCount.IsPronoun(tokens, start) && (tokens.IsMark(next, ".;") || tokens.Kind(next) is TokenKind.Comma or TokenKind.None))
        {
            // "At this speed it is less than half."
            return true;
        }

        if (start < part.First && part.Value < 1 && LoneCount.EndsInEd(tokens.Word(next)) && UnitReader.IsDeterminer(tokens, next + 1) && (tokens.OpensSentence(start) || tokens.Kind(start - 1) == TokenKind.Comma))
        {
            // "In a trial in Abeokuta, more than half removed the program"
            return true;
        }

        // "two thirds closed early"; "half closed" is another thing.
        if (IsMade(tokens, part) || (isNumbered && LoneCount.EndsInEd(tokens.Word(next)) && !tokens.Is(before, "the")))
        {
            return true;
        }

        // "half as much", "half again as much", "a third as many"
        next += tokens.Is(next, "again") ? 1 : 0;
        var compares = tokens.Is(next, "as") && tokens.Kind(next + 1) == TokenKind.Word && part.Value < 1;
        return compares || (tokens.Is(part.First, "half") && IsDeterminer(tokens, next));
    }

    /// <summary>"Of the first 60 tankers, a quarter could not show one", "Of some 600,000 tiles they could account for just under a tenth": a share of what the sentence began with.</summary>
    private static bool IsOfOpening(TokenRun tokens, Numeral part, int start) =>
        CountOfWhole.HasWhole(tokens, start)
        && (tokens.In(part.End, WordLists.Auxiliaries | WordLists.Verbs) || LoneCount.IsModal(tokens, part.End) || (start < part.First && Clauses.EndAt(tokens, part.End)));

    /// <summary>"wrong by half", "too clever by half": by far; "wrong by more than half" was measured.</summary>
    private static bool IsFarOff(TokenRun tokens, int by) =>
        tokens.Is(by, "by") && (tokens.Is(by - 1, "wrong", "out", "off") || tokens.Is(by - 2, "too"));

    /// <summary>"sewn by another and sold by a third": who did it.</summary>
    private static bool IsAgent(TokenRun tokens, Numeral part, int start) =>
        start == part.First && tokens.Is(part.First, "a") && Clauses.EndAt(tokens, part.End)
        && (tokens.Any(start - OthersReach, start - 1, "another") || tokens.Any(start - OthersReach, start - 1, "second"));

    /// <summary>"72 percent did, and a third said": a percentage in the same sentence.</summary>
    private static bool FollowsShare(TokenRun tokens, int part)
    {
        for (var i = part - 1; i >= 0 && i > part - ShareReach; i--)
        {
            if (tokens.Kind(i) == TokenKind.Percent || tokens.Is(i, "percent") || (tokens.Is(i, "per") && tokens.Is(i + 1, "cent")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Concrete is roughly three-quarters sand": of what something is made, told with a qualifier.</summary>
    public static bool IsMade(TokenRun tokens, Numeral part)
    {
        var start = LoneCount.StartOf(tokens, part.First);
        return part.Value < 1 && start < part.First && tokens.Is(start - 1, "is", "are", "was", "were")
            && tokens.Kind(part.End) == TokenKind.Word && !tokens.IsCapital(part.End) && !FigureWords.EndsUnit(tokens, part.End) && !LoneCount.EndsInEd(tokens.Word(part.End))
            && !IsQuality(tokens.Word(part.End));
    }

    /// <summary>"almost half asleep": no shares.</summary>
    private static readonly FrozenSet<string> NotMade = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "afraid", "alive", "asleep", "awake", "aware", "built", "deaf", "drunk", "empty", "full", "naked", "ready", "ripe", "sorry", "sure", "there", "true", "written", "blind", "dead", "done", "finished", "gone", "hidden", "mad", "open", "right", "shut", "way", "wrong", "hour", "mile", "past");

    /// <summary>"only half joking", "barely half serious": how something is, not of what it is made.</summary>
    private static bool IsQuality(ReadOnlySpan<char> word) =>
        NotMade.Contains(word.ToString()) || (word.Length > 4
            && (word.EndsWith("ing", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ious", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ful", StringComparison.OrdinalIgnoreCase)
                || word.EndsWith("ible", StringComparison.OrdinalIgnoreCase) || word.EndsWith("less", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ish", StringComparison.OrdinalIgnoreCase)));

    /// <summary>"they only half believed it": somebody did it by halves.</summary>
    private static bool IsHalfDone(TokenRun tokens, Numeral part)
    {
        var subject = LoneCount.StartOf(tokens, part.First) - 1;
        return tokens.Is(part.First, "half") && tokens.Kind(part.End) == TokenKind.Word
            && tokens.Is(subject, "I", "he", "she", "they", "we", "you")
            && (tokens.In(part.End, WordLists.Verbs) || LoneCount.EndsInEd(tokens.Word(part.End)));
    }

    /// <summary>"the western half", "his other half": which one of two, not how much.</summary>
    private static bool IsPosition(TokenRun tokens, int before) =>
        tokens.Kind(before) == TokenKind.Word && !FigureWords.EndsUnit(tokens, before) && !tokens.In(before, WordLists.Qualifiers)
        && (IsDeterminer(tokens, before - 1) || tokens.Is(before - 1, "his", "her", "my"));

    /// <summary>"half of the story", "half the night": a way of speaking, unless it is qualified.</summary>
    private static bool IsIdiom(TokenRun tokens, Numeral part)
    {
        if (!tokens.Is(part.First, "half") || QualifierReader.FirstToken(tokens, part.First) < part.First)
        {
            return false;
        }

        var thing = part.End;
        while (tokens.Is(thing, "of", "a") || IsDeterminer(tokens, thing))
        {
            thing++;
        }

        return tokens.In(thing, WordLists.WholeThings) && tokens.Kind(thing + 1) != TokenKind.Possessive && (UnitReader.PhraseEnd(tokens, thing) == thing + 1 || LoneCount.EndsInEd(tokens.Word(thing + 1)));
    }

    public static bool IsDeterminer(TokenRun tokens, int i) =>
        tokens.Is(i, "the", "its", "their", "all", "our", "that");
}
