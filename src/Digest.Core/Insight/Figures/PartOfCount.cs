using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Numbers without a noun that are a part of what the figure before them counted.</summary>
internal static class PartOfCount
{
    /// <summary>"14 states. Eight of them depend on one cable": a part that opens the sentence behind its whole.</summary>
    public static bool OpensSentence(TokenRun tokens, RawFigure? last, Numeral number) =>
        last is { Kind: MeasureKind.None, Unit.Length: > 0 } && last.Form is not (NumeralForm.Part or NumeralForm.Multiple) && !last.Unit.StartsWith("of ", StringComparison.Ordinal)
        && number is { First: 0, Value: > 2, Form: NumeralForm.BareDigits or NumeralForm.Words } && number.Value < last.Value
        && (LoneCount.IsOfThem(tokens, number.End) || (LoneCount.IsOfThem(tokens, number.End + 1) && tokens.Is(number.End, "out")) || IsVerb(tokens, number.End));

    /// <summary>"71 had more nitrates than the law allows, and five contained arsenic": another part of what was counted, in the next clause.</summary>
    public static bool IsNext(TokenRun tokens, RawFigure? last, Numeral number)
    {
        if (last is not { Kind: MeasureKind.None, UnitIsBorrowed: true, High: null } || last.Form is NumeralForm.Part or NumeralForm.Multiple || last.Sentence.Tokens != tokens || number is not { Value: > 2, Form: NumeralForm.BareDigits or NumeralForm.Words })
        {
            return false;
        }

        var before = LoneCount.StartOf(tokens, number.First) - 1;
        var isVerb = IsVerb(tokens, number.End) || tokens.Is(number.End, "still", "now", "also");
        // "one of the hundred and five had chicks"
        var isJoined = tokens.Is(before, "and") && !tokens.In(before - 1, WordLists.NumberWords);
        return (isJoined || tokens.Is(before, "that", "but", "whom", "which") || tokens.IsMark(before, ';')) && isVerb;
    }

    /// <summary>"6,400 hours of them, of which the whistled come to nineteen", "tuned 212 pianos, and was paid for nineteen": a part of what was counted before in the sentence.</summary>
    public static bool IsSum(TokenRun tokens, int start, Numeral number, RawFigure last)
    {
        if (last.Sentence.Tokens != tokens || last.Kind is not (MeasureKind.None or MeasureKind.Time or MeasureKind.Mass or MeasureKind.Length) || number.Value <= 2 || number.Value >= last.Value)
        {
            return false;
        }

        if (tokens.Is(start - 1, "for") && tokens.Is(start - 2, "paid"))
        {
            return last.Kind == MeasureKind.None;
        }

        if (!tokens.Is(start - 1, "to") || !EndOfChange.IsSumVerb(tokens, start))
        {
            return false;
        }

        var i = start - 1;
        while (i > 0 && tokens[i].Start >= last.End && !(tokens.Is(i, "which") && tokens.Is(i - 1, "of")))
        {
            i--;
        }

        return tokens[i].Start >= last.End;
    }

    /// <summary>"Nine survive", "Three have said yes", "Three were volcanic"; "Four is enough" speaks of the number.</summary>
    private static bool IsVerb(TokenRun tokens, int i) =>
        (tokens.In(i, WordLists.Verbs | WordLists.Auxiliaries | WordLists.ChangeVerbs) || LoneCount.EndsInEd(tokens.Word(i))) && !tokens.Is(i, "is") && !tokens.Is(i, "was");
}
