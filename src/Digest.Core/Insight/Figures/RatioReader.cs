using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads "one in five voters", "four of every ten dollars", "nine out of ten doctors", "one woman in 400".</summary>
internal static class RatioReader
{
    private const double LargestWhole = 1_000_000;

    /// <summary>The share and what it is a share of, or null when the number is no ratio.</summary>
    public static (double Value, CountedUnit Unit)? Read(TokenRun tokens, Numeral over)
    {
        if (over.Form is not (NumeralForm.Words or NumeralForm.BareDigits) || over.Value < 1)
        {
            return null;
        }

        var i = over.End;
        var thing = -1;
        if (!tokens.Is(i, "in") && !tokens.Is(i, "out") && !FigureWords.EndsUnit(tokens, i) && over.Value == 1)
        {
            thing = i;
            i++;
        }

        var isOutOf = tokens.Is(i, "out") && tokens.Is(i + 1, "of");
        var isOfEvery = tokens.Is(i, "of") && (tokens.Is(i + 1, "every") || tokens.Is(i + 1, "each"));
        if (!isOutOf && !isOfEvery && !tokens.Is(i, "in"))
        {
            return null;
        }

        i += isOutOf ? 2 : 1;
        i += tokens.Is(i, "every") || tokens.Is(i, "each") ? 1 : 0;
        if (NumeralReader.Read(tokens, i) is not { } under || under.Value <= over.Value || under.Value > LargestWhole
            || under.Form is NumeralForm.Part or NumeralForm.Multiple)
        {
            return null;
        }

        var isYear = under.Form == NumeralForm.BareDigits && under.Value is > 1000 and <= 2100;
        var isLong = Measures.KindAt(tokens, under.End) is MeasureKind.Time or MeasureKind.Percent;
        if (!isOutOf && (over.Value > 20 || isYear || isLong))
        {
            return null;
        }

        var end = UnitReader.PhraseEnd(tokens, under.End);
        var words = end > under.End ? tokens.Text(under.End, end) : thing >= 0 ? tokens.Text(thing, thing + 1) : "";
        return (over.Value / under.Value, new CountedUnit(Math.Max(end, under.End), words, MeasureKind.None, end - 1));
    }
}
