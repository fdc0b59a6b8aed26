using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads numbers that stand behind what they are a part of: "Of Zambia’s 52 districts, 47 now meet both", "Of these, only nine had a licence".</summary>
internal static class CountOfWhole
{
    /// <summary>Tokens the whole may be long.</summary>
    private const int LongestWhole = 20;

    /// <summary>Tokens between the whole and the last of its parts.</summary>
    private const int LongestSentence = 40;

    /// <summary>Of three or more things a part is worth telling.</summary>
    private const double SmallestPart = 3;

    /// <summary>True when a number with no noun is the part that its sentence or clause, begun with "Of", goes on to tell of.</summary>
    public static bool IsFigure(TokenRun tokens, int start, QuantityCandidate c)
    {
        if (c.Value < SmallestPart)
        {
            return false;
        }

        if (OpeningOf(tokens, start) >= 0)
        {
            return true;
        }

        // "Of 265 trees we found a new one for only 41", "Of the 112, nine were old, and only four had a pupil"
        var isTold = JoinsClause(tokens, start - 1) ? tokens.In(c.Unit.End, WordLists.Verbs | WordLists.Auxiliaries) || LoneCount.EndsInEd(tokens.Word(c.Unit.End)) : Clauses.EndAt(tokens, c.Unit.End) || (IsOnly(tokens, start) && tokens.In(start - 1, WordLists.Verbs));
        return isTold && WholeBefore(tokens, start) is { } whole && whole.Value > c.Value;
    }

    /// <summary>"of the eleven", "of our eleven", "of the nine worst years": a part of a larger number, told behind it.</summary>
    public static bool IsOfNumber(TokenRun tokens, int whole, double part)
    {
        var i = tokens.Is(whole, "of") ? whole + 1 : whole;
        if (tokens.Is(i - 1, "of") && tokens.Is(i, "the") && tokens.Kind(i + 2) == TokenKind.Possessive)
        {
            // "Four of the company’s five largest accounts"
            return part >= SmallestPart && NumeralReader.Read(tokens, i + 3) is { Form: NumeralForm.BareDigits or NumeralForm.Words } owned && owned.Value > part;
        }

        return part >= SmallestPart && tokens.Is(i - 1, "of") && tokens.Is(i, "the", "our", "its", "these") && NumeralReader.Read(tokens, i + 1) is { Form: NumeralForm.BareDigits or NumeralForm.Words } number && number.Value > part;
    }

    /// <summary>"Of the 54 hours the journey lasted, …": a whole that opens its sentence, with a part told later in it.</summary>
    public static bool IsWhole(TokenRun tokens, int first)
    {
        if (first != 2 || !tokens.Is(0, "of") || !tokens.Is(1, "the"))
        {
            return false;
        }

        var i = first + 1;
        while (i < tokens.Count && !(tokens.In(i, WordLists.NumberWords) && IsOnly(tokens, i - 1)) && !(tokens.Kind(i) == TokenKind.Number && IsOnly(tokens, i - 1)))
        {
            i++;
        }

        return i < tokens.Count;
    }

    /// <summary>"spent just nine in the air": so few of the whole.</summary>
    private static bool IsOnly(TokenRun tokens, int i) => tokens.Is(i, "only", "just", "barely");

    /// <summary>True when a counted whole, begun with "Of", opens the sentence of what stands at a token.</summary>
    public static bool HasWhole(TokenRun tokens, int start) =>
        (OpeningOf(tokens, start) is >= 0 and var of && tokens.Is(0, "of") && of == 0) || WholeBefore(tokens, start) is not null;

    /// <summary>What the whole consists of; null when no "Of …," stands before the number, empty when it is only pointed at ("of these").</summary>
    public static string? Unit(TokenRun tokens, int start)
    {
        if ((OpeningOf(tokens, start) is >= 0 and var opening ? opening : WholeBefore(tokens, start)?.First) is not { } of)
        {
            return null;
        }

        if (LoneCount.IsOfThem(tokens, of))
        {
            return "";
        }

        if (tokens.Is(of + 1, "every", "each") && EveryScale(tokens, of + 2) is not null)
        {
            return tokens.Text(of, (NumeralReader.Read(tokens, of + 2)?.End ?? of + 3) is var end && UnitReader.PhraseEnd(tokens, end) is var noun && noun < start ? noun : end).ToLowerInvariant();
        }

        for (var first = of + 1; first < start - 1; first++)
        {
            if (NumeralReader.Read(tokens, first) is { } whole)
            {
                var counted = UnitReader.PhraseEnd(tokens, whole.End);
                return counted > whole.End ? tokens.Text(whole.End, counted) : tokens.Is(whole.End, "who") ? "people" : "";
            }

            var end = FigureWords.EndsUnit(tokens, first) ? first : UnitReader.PhraseEnd(tokens, first);
            if (end > first && FigureWords.IsPlural(tokens, end - 1))
            {
                return tokens.Text(first, end);
            }
        }

        return "";
    }

    /// <summary>The number of the whole, and its "of", that open the sentence of a part told later in it; null when none does.</summary>
    private static (int First, double Value)? WholeBefore(TokenRun tokens, int start)
    {
        var of = tokens.Is(0, "out") ? 1 : 0;
        var number = UnitReader.IsDeterminer(tokens, of + 1) ? of + 2 : of + 1;
        number += tokens.Is(number, "estimated") ? 1 : 0;
        var isLink = JoinsClause(tokens, start - 1) || IsOnly(tokens, start) || tokens.Is(start - 1, "for", "in", "from", "with", "to", "on", "at", "into", "inside", "beneath", "through");
        if (tokens.Is(of, "of") && tokens.Is(of + 1, "every", "each") && start <= LongestSentence && EveryScale(tokens, of + 2) is { } scale)
        {
            // "Of every hundred he rejects four"
            return (of, scale);
        }

        return isLink && tokens.Is(of, "of") && start > number && start <= LongestSentence && NumeralReader.Read(tokens, number) is { Form: not (NumeralForm.Part or NumeralForm.Multiple) } whole && whole.End < start - 1
            ? (of, whole.Value) : null;
    }

    /// <summary>"hundred", "1,000", "ten" behind "every", with no noun behind it.</summary>
    private static double? EveryScale(TokenRun tokens, int i) =>
        NumberWords.TryGet(tokens, i, NumberWordKind.Scale, out var scale) && !NumberWords.IsCount(tokens, i + 1) ? scale : NumeralReader.Read(tokens, i) is { Form: not (NumeralForm.Part or NumeralForm.Multiple) } number ? number.Value : null;

    private static bool JoinsClause(TokenRun tokens, int i) =>
        tokens.Kind(i) == TokenKind.Comma || tokens.IsMark(i, ';') || tokens.Is(i, "and", "but", "while");

    /// <summary>The "of" that opens the clause before the comma before a number, or -1: "of course" and "of late" tell no whole.</summary>
    private static int OpeningOf(TokenRun tokens, int start)
    {
        if (tokens.Kind(start - 1) != TokenKind.Comma)
        {
            return -1;
        }

        for (var i = start - 2; i >= 0 && i >= start - LongestWhole && tokens.Kind(i) != TokenKind.Comma && (tokens.Kind(i) != TokenKind.Dash || tokens.Glued(i)); i--)
        {
            if (tokens.Is(i, "of") && (tokens.OpensSentence(i) || tokens.Kind(i - 1) == TokenKind.Comma || tokens.Is(i - 1, "and", "but", "that")))
            {
                return tokens.Is(i + 1, "course", "late", "old") ? -1 : i;
            }
        }

        return -1;
    }
}
