using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads the figures of one sentence, left to right: number, range, unit, qualifier, and whether it is one at all.</summary>
internal sealed class FigureReader
{
    /// <summary>Figures read from one sentence; a "sentence" with more is a table, and the time spent on it stays bounded.</summary>
    private const int MostFigures = 20;

    private readonly EssaySentence _sentence;
    private readonly TokenRun _tokens;
    private readonly RawFigure? _before;
    private readonly RawFigure? _measured;
    private readonly List<RawFigure> _figures = [];

    private FigureReader(EssaySentence sentence, RawFigure? before, RawFigure? measured)
    {
        _measured = measured;
        _sentence = sentence;
        _tokens = sentence.Tokens;
        _before = before;
    }

    /// <summary>The figures of a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="before">The last figure of the sentence before it in the same block: "43 of them" counts what it counts.</param>
    /// <param name="measured">The last figure before it in the block that was measured, not counted: a level goes on from it.</param>
    public static List<RawFigure> Read(EssaySentence sentence, RawFigure? before, RawFigure? measured)
    {
        var reader = new FigureReader(sentence, before, measured);
        reader.ReadAll();
        return reader._figures;
    }

    private void ReadAll()
    {
        var i = 0;
        while (i < _tokens.Count && _figures.Count < MostFigures)
        {
            if (OldMoney.Read(_tokens, i) is { } sum)
            {
                Add(new ReadNumber(sum.Number, sum.Number.Value, First: sum.First, Words: _tokens.Text(sum.First, sum.Number.End)), sum.Unit);
                i = sum.Unit.End;
                continue;
            }

            if (NumeralReader.Read(_tokens, i) is not { } number)
            {
                i++;
                continue;
            }

            i = ReadFigure(number);
        }
    }

    /// <summary>Reads the figure of a number if it is one, and returns the token to go on at.</summary>
    private int ReadFigure(Numeral number) => number.Form switch
    {
        NumeralForm.Multiple => ReadMultiple(number),
        NumeralForm.Part => ReadPart(number),
        _ => ReadQuantity(number),
    };

    private int ReadQuantity(Numeral number)
    {
        // "(Mensah, 2019; Fuller, 2009)": a year goes on from no figure.
        var isYear = number is { Form: NumeralForm.BareDigits, Value: >= ContinuedCount.FirstYear } && CalendarTest.IsDate(_tokens, number);
        if (!isYear && ReadContinued(number))
        {
            return number.End;
        }

        if (FigureTraps.IsNoQuantity(_tokens, number))
        {
            return SkipTrap(number);
        }

        if (RatioReader.Read(_tokens, number) is { } ratio)
        {
            if (ratio.Value == 0)
            {
                return ratio.Unit.End;
            }

            var isOdds = ratio.Unit.Kind is MeasureKind.Times or MeasureKind.Time;
            Add(new ReadNumber(isOdds || ratio.Value > 1 ? number : number with { Form = NumeralForm.Part }, ratio.Value, First: number.First, Words: _tokens.Text(number.First, ratio.End)), ratio.Unit);
            return ratio.Unit.End;
        }

        if (VoteReader.Read(_tokens, number) is { } vote)
        {
            Add(vote.Number, vote.Unit);
            return vote.Unit.End;
        }

        var currency = Measures.CurrencyEndingAt(_tokens, number.First - 1, _sentence.Block.Text, out var first);
        var (value, high, end, scaled, falls) = RangeReader.Read(_tokens, number);
        first = currency is null ? number.First : first;
        var words = falls ? _tokens.Text(number.First, end) : high is null ? WrittenNumber.Of(_tokens, number) : null;
        var form = scaled > 1 ? NumeralForm.Digits : number.Form;

        // "30-odd families", "2,000 or more"
        var trailing = (First: end, End: QualifierReader.EndOfTrailing(_tokens, end));
        end = trailing.End;
        var increment = QualifierReader.Increment(_tokens, end);
        var more = increment is not null;
        var isMoneyRate = currency is not null && _tokens.Is(end + 1, "a", "an");
        // "$9.6bn-worth of goods"
        var isWorth = currency is not null && CompoundReader.IsCompound(_tokens, end) && _tokens.Is(end + 1, "worth");
        var unit = isWorth ? MeasureReader.ReadMoney(_tokens, end + 1, currency!) : CompoundReader.IsCompound(_tokens, end) && !isMoneyRate ? CompoundReader.Read(_tokens, end, value)
            : currency is not null ? MeasureReader.ReadMoney(_tokens, end, currency)
            : UnitReader.Read(_tokens, more ? end + 1 : end);
        if (unit is not { } counted)
        {
            return end + 2;
        }

        if (number is { Form: NumeralForm.Digits, Scale: 1 } && (_tokens.Is(first - 1, "magnitude") || (_tokens.Is(first - 2, "magnitude") && _tokens.Kind(first - 1) == TokenKind.Dash)))
        {
            // "a magnitude 7.8 earthquake"
            counted = new CountedUnit(end, "magnitude", MeasureKind.None, end - 1);
        }

        if (high is null && currency is null && counted.Words.Length == 0 && !more && NumberRow.Unit(_tokens, number) is { } shared)
        {
            counted = shared;
        }

        if (high is null && end == number.End && CompoundSpan.Of(_tokens, number, value, counted.Kind) is { } span)
        {
            (number, counted) = span;
            (value, first, end, form) = (number.Value, number.First, number.End, number.Form);
            words = _tokens.Text(first, counted.Kind == MeasureKind.Time ? end + 1 : end);
        }

        if (counted.Kind is MeasureKind.Money or MeasureKind.Mass && high is null && currency is null && SmallMoney.Read(_tokens, number, end) is { } price)
        {
            (number, counted) = price;
            (value, end, form) = (number.Value, number.End, number.Form);
            words = _tokens.Text(first, end);
        }

        var signed = SignReader.Before(_tokens, first);
        if (SignReader.IsNegative(_tokens, signed, first, counted))
        {
            (first, value, high) = (signed, -(high ?? value), high is null ? null : -value);
            words = null;
        }

        if (more && counted.Words.Length == 0)
        {
            counted = counted with { End = end + 1 };
        }

        if (Conversion.Is(_tokens, _figures.Count > 0 ? _figures[^1] : null, QualifierReader.FirstToken(_tokens, first), counted, currency))
        {
            var close = _tokens.IsMark(counted.End, ")]") ? counted.End : Math.Max(counted.End, end) - 1;
            _figures[^1] = _figures[^1] with { End = _tokens[close].End };
            return close + 1;
        }

        if (RatioReader.IsFactor(_tokens, first))
        {
            counted = new CountedUnit(end, "times", MeasureKind.Times, end - 1);
        }

        var last = _figures.Count > 0 ? _figures[^1] : null;
        var partner = counted.Words.Length > 0 || more ? null
            : ComparedFigure.Of(_tokens, last, first, end, value) ?? (high is null ? null : ComparedFigure.OfRange(_tokens, last ?? _before, first, end));
        var candidate = new QuantityCandidate(number, value, high, counted with { Kind = partner?.Kind ?? counted.Kind }, form, more, first);
        if (partner is null && !QuantityTest.IsKeyFigure(_tokens, candidate))
        {
            return Math.Max(counted.End, end);
        }

        if (trailing.First == trailing.End && _tokens.Is(counted.End, "or"))
        {
            // "40 minutes or so"
            trailing = (counted.End, QualifierReader.EndOfTrailing(_tokens, counted.End));
            counted = counted with { End = trailing.End };
        }

        var behind = _tokens.Text(trailing.First, trailing.End).TrimStart('-', '‐', '‑');
        var read = new ReadNumber(number with { Form = form, End = Math.Max(number.End, end) }, value, high, first, increment, partner, behind, words);
        Add(read, counted with { Kind = candidate.Unit.Kind });
        return Math.Max(counted.End, end);
    }

    /// <summary>A number that counts what was counted or measured before it, or what its sentence speaks of.</summary>
    private bool ReadContinued(Numeral number)
    {
        var partner = ContinuedCount.Of(_tokens, _figures.Count > 0 ? _figures[^1] : _before, number) ?? ContinuedCount.Of(_tokens, _measured, number);
        if (partner is null && PartOfCount.OpensSentence(_tokens, _before, number))
        {
            partner = _before;
        }

        if (partner is null && _figures.Count > 0 && PartOfCount.IsNext(_tokens, _figures[^1], number) && !FigureTraps.IsNoQuantity(_tokens, number))
        {
            partner = _figures[^1];
        }

        var counted = partner is null && !FigureTraps.IsNoQuantity(_tokens, number) ? CountedNoun.Of(_tokens, number) : null;
        if (partner is null && counted is null)
        {
            return false;
        }

        var signed = SignReader.Before(_tokens, number.First);
        var hasSign = signed < number.First && (counted == SignReader.Degrees || (partner is not null && SignReader.HasSign(partner.Unit, partner.Kind)));
        Add(new ReadNumber(number, hasSign && !_tokens.Is(signed, "plus") ? -number.Value : number.Value, First: hasSign ? signed : number.First, Partner: partner, Words: WrittenNumber.Of(_tokens, number)), new CountedUnit(number.End, counted ?? "", partner?.Kind ?? (counted == AgeOfMany.Unit ? MeasureKind.Time : MeasureKind.None), -1));
        return true;
    }

    private int ReadMultiple(Numeral number)
    {
        if (MultipleReader.Read(_tokens, number) is not { } unit)
        {
            return number.End;
        }

        Add(new ReadNumber(number, number.Value, First: number.First, Words: _tokens.Text(number.First, number.End)), unit);
        return unit.End;
    }

    private int ReadPart(Numeral number)
    {
        if (PartReader.Read(_tokens, number) is not { } part)
        {
            return number.End;
        }

        var words = part.Number.Form == NumeralForm.Part ? _tokens.Text(number.First, part.Number.End) : null;
        Add(new ReadNumber(part.Number, part.Value, part.High, First: number.First, Words: words), part.Unit);
        return Math.Max(part.Unit.End, number.End);
    }

    private void Add(ReadNumber read, CountedUnit unit)
    {
        var (number, first) = (read.Number, read.First);
        var (value, high) = (read.Value, read.High);
        var start = QualifierReader.FirstToken(_tokens, first);
        start = QualifierReader.IsOverTime(_tokens, start, first, unit) ? first : start;
        start -= start == first && high is not null && _tokens.Is(start - 1, "between") ? 1 : 0;
        var words = unit.Words;
        var borrowed = words.Length == 0;
        if (borrowed)
        {
            var last = _figures.Count > 0 ? _figures[^1] : _before;
            words = read.Partner?.Unit
                ?? (number.Form == NumeralForm.Part ? BorrowedUnit.OfPart(_tokens, last, start, Math.Max(unit.End, number.End)) : BorrowedUnit.Find(_tokens, last, start, number.End, read.Increment));
        }

        if (unit.Kind == MeasureKind.Time && LongerSpans.TryGet(words, out var years))
        {
            value *= years;
            high *= years;
            words = "years";
            read = read with { Words = null };
        }

        _figures.Add(new RawFigure
        {
            Sentence = _sentence,
            Start = _tokens[start].Start,
            End = _tokens[Math.Max(unit.End, number.End) - 1].End,
            Value = value,
            High = high,
            Unit = words,
            Kind = unit.Kind,
            Form = number.Form,
            Qualifier = QualifierReader.Of(_tokens, start, read),
            Number = read.Words ?? _tokens.Text(number.First, number.End),
            Words = read.Words,
            IsIncrement = read.Increment is not null,
            UnitIsBorrowed = borrowed,
            AfterTo = _tokens.Is(start - 1, "to", "into"),
            AfterFrom = _tokens.Is(start - 1, "from"),
        });
    }

    /// <summary>Past a number that is none, together with the other end of its range or the rest of its code.</summary>
    private int SkipTrap(Numeral number)
    {
        var i = number.End;
        var joins = _tokens.Is(i, "to", "and", "or", "through");
        var isAge = joins && AgeTest.IsAge(_tokens, number);
        var endsUnit = FigureWords.EndsUnit(_tokens, i + 2) && Measures.KindAt(_tokens, i + 2) == MeasureKind.None;
        if (joins && _tokens.Kind(i + 1) == TokenKind.Number && ((endsUnit && (isAge || FigureTraps.IsLabel(_tokens, number))) || (isAge && Measures.KindAt(_tokens, i + 2) == MeasureKind.Time)))
        {
            // "pages 40 to 48", "the ages of 22 and 25", "those older than 8 or 12 months"
            i++;
        }

        while ((_tokens.Kind(i) is TokenKind.Number or TokenKind.Code && (_tokens.Glued(i) || !CalendarTest.IsYearInContext(_tokens, number.First)))
            || ((_tokens.Kind(i) == TokenKind.Dash || _tokens.IsMark(i, "/:")) && _tokens.Glued(i) && _tokens.Glued(i + 1)
                && _tokens.Kind(i + 1) is TokenKind.Number or TokenKind.Code))
        {
            i++;
        }

        return i;
    }
}
