using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads the figures of one sentence, left to right: number, range, unit, qualifier, and whether it is one at all.</summary>
internal sealed class FigureReader
{
    /// <summary>Figures read from one sentence; a "sentence" with more is a table, and the time spent on it stays bounded.</summary>
    private const int MostFigures = 20;

    private readonly EssaySentence _sentence;
    private readonly TokenRun _tokens;
    private readonly List<RawFigure> _figures = [];

    private FigureReader(EssaySentence sentence)
    {
        _sentence = sentence;
        _tokens = sentence.Tokens;
    }

    public static List<RawFigure> Read(EssaySentence sentence)
    {
        var reader = new FigureReader(sentence);
        reader.ReadAll();
        return reader._figures;
    }

    private void ReadAll()
    {
        var i = 0;
        while (i < _tokens.Count && _figures.Count < MostFigures)
        {
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
        if (FigureTraps.IsNoQuantity(_tokens, number))
        {
            return SkipTrap(number);
        }

        if (RatioReader.Read(_tokens, number) is { } ratio)
        {
            Add(number, ratio.Unit, ratio.Value, null, number.First, NumeralForm.Part);
            return ratio.Unit.End;
        }

        var currency = Measures.CurrencyEndingAt(_tokens, number.First - 1, _sentence.Block.Text, out var first);
        var (value, high, end, scaled) = RangeReader.Read(_tokens, number);
        first = currency is null ? number.First : first;
        var form = scaled > 1 ? NumeralForm.Digits : number.Form;

        var more = _tokens.Is(end, "more") || _tokens.Is(end, "additional") || _tokens.Is(end, "further");
        var unit = CompoundReader.IsCompound(_tokens, end) ? CompoundReader.Read(_tokens, end, value)
            : currency is not null ? UnitReader.ReadMoney(_tokens, end, currency)
            : UnitReader.Read(_tokens, more ? end + 1 : end);
        if (unit is not { } counted)
        {
            return end + 2;
        }

        if (more && counted.Words.Length == 0)
        {
            counted = counted with { End = end + 1 };
        }

        var candidate = new QuantityCandidate(number, value, high, counted, form, more, first);
        if (Judge(candidate))
        {
            Add(number with { Form = form }, counted, value, high, first, form, more);
        }

        return Math.Max(counted.End, end);
    }

    private bool Judge(QuantityCandidate candidate) => QuantityTest.IsKeyFigure(_tokens, candidate);

    /// <summary>"doubled", "double the number", "twice as much", "a tenfold increase".</summary>
    private int ReadMultiple(Numeral number)
    {
        var word = _tokens.Word(number.First);
        var next = number.End;
        var isVerb = word.EndsWith("d", StringComparison.OrdinalIgnoreCase) && word.Length > 5;
        var isFold = word.EndsWith("fold", StringComparison.OrdinalIgnoreCase);
        var isTimes = _tokens.Is(number.First, "twice");
        var compares = _tokens.Is(next, "the") || _tokens.Is(next, "that") || _tokens.Is(next, "its") || _tokens.Is(next, "their") || _tokens.Is(next, "as");
        var accepted = isTimes || _tokens.Is(number.First, "double") || _tokens.Is(number.First, "triple") || _tokens.Is(number.First, "quadruple")
            ? compares && (isTimes || !_tokens.Is(next, "as"))
            : isFold || isVerb || word.EndsWith("ing", StringComparison.OrdinalIgnoreCase);
        if (!accepted || _tokens.Is(next, "down") || _tokens.Kind(next) == TokenKind.Dash || _tokens.Kind(number.First - 1) == TokenKind.Dash)
        {
            return number.End;
        }

        var end = next;
        if (compares)
        {
            end = UnitReader.PhraseEnd(_tokens, next + (_tokens.Is(next, "as") ? 2 : 1));
            end = UnitReader.WithOf(_tokens, end);
        }

        var words = isTimes || compares ? "times " + _tokens.Text(next, end) : "times";
        Add(number, new CountedUnit(end, words.TrimEnd(), MeasureKind.Times, -1), number.Value, null, number.First, NumeralForm.Multiple);
        return end;
    }

    /// <summary>"two-thirds of voters", "by a quarter", "half the country".</summary>
    private int ReadPart(Numeral number)
    {
        if (FigureTraps.IsNoQuantity(_tokens, number) || !PartTest.IsShare(_tokens, number))
        {
            return number.End;
        }

        var value = number.Value;
        var from = number.End;
        if (_tokens.Is(from, "of") && _tokens.Is(from + 1, "a") && NumberWords.TryGet(_tokens, from + 2, NumberWordKind.Scale, out var scale))
        {
            value *= scale;
            from += 3;
        }

        var of = UnitReader.WithOf(_tokens, from);
        var start = from;
        if (of > from)
        {
            start++;
            while (_tokens.Is(start, "the") || _tokens.Is(start, "all") || _tokens.Is(start, "its") || _tokens.Is(start, "their"))
            {
                start++;
            }
        }
        else if (PartTest.IsDeterminer(_tokens, from))
        {
            start = from + 1;
            of = UnitReader.PhraseEnd(_tokens, start);
        }
        else if (value > 1)
        {
            of = UnitReader.PhraseEnd(_tokens, from);
        }

        Add(number, new CountedUnit(of, _tokens.Text(start, of), MeasureKind.None, of - 1), value, null, number.First, value > 1 ? NumeralForm.ScaledWords : NumeralForm.Part);
        return Math.Max(of, number.End);
    }

    private void Add(Numeral number, CountedUnit unit, double value, double? high, int first, NumeralForm form, bool more = false)
    {
        var start = QualifierReader.FirstToken(_tokens, first);
        var qualifier = start < first ? _sentence.Block.Text[_tokens[start].Start.._tokens[first - 1].End].ToLowerInvariant() : null;
        var words = unit.Words;
        var borrowed = words.Length == 0;
        if (borrowed)
        {
            words = BorrowedUnit.Find(_tokens, _figures, start, more);
        }

        if (unit.Kind == MeasureKind.Time && LongerSpans.TryGet(words, out var years))
        {
            value *= years;
            high *= years;
            words = "years";
        }

        var end = Math.Max(unit.End, number.End);
        if (_tokens.IsMark(number.End, '+') && _tokens.Glued(number.End))
        {
            qualifier ??= "over";
        }

        _figures.Add(new RawFigure
        {
            Sentence = _sentence,
            Start = _tokens[start].Start,
            End = _tokens[end - 1].End,
            Value = value,
            High = high,
            Unit = words,
            Kind = unit.Kind,
            Form = form,
            Qualifier = qualifier ?? (more ? "more" : null),
            IsIncrement = more,
            UnitIsBorrowed = borrowed,
            AfterTo = _tokens.Is(start - 1, "to") || _tokens.Is(start - 1, "into"),
            AfterFrom = _tokens.Is(start - 1, "from"),
        });
    }

    /// <summary>Past a number that is none, together with the other end of its range or the rest of its code.</summary>
    private int SkipTrap(Numeral number)
    {
        var i = number.End;
        while (_tokens.Kind(i) is TokenKind.Number or TokenKind.Code
            || ((_tokens.Kind(i) == TokenKind.Dash || _tokens.IsMark(i, '/') || _tokens.IsMark(i, ':')) && _tokens.Glued(i) && _tokens.Glued(i + 1)
                && _tokens.Kind(i + 1) is TokenKind.Number or TokenKind.Code))
        {
            i++;
        }

        return i;
    }
}
