using Digest.Core.Blocks;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads the figures of one sentence, left to right: number, range, unit, qualifier, and whether it is one at all.</summary>
internal sealed class FigureReader(Block block, TokenRun tokens)
{
    /// <summary>Figures read from one sentence; a "sentence" with more is a table, and the time spent on it stays bounded.</summary>
    private const int MostFigures = 20;

    private readonly string _text = block.Text;
    private readonly List<RawFigure> _figures = [];

    public static List<RawFigure> Read(Block block, TokenRun tokens)
    {
        var reader = new FigureReader(block, tokens);
        reader.ReadAll();
        return reader._figures;
    }

    private void ReadAll()
    {
        var i = 0;
        while (i < tokens.Count && _figures.Count < MostFigures)
        {
            if (NumeralReader.Read(tokens, i) is not { } number)
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
        if (FigureTraps.IsNoQuantity(tokens, number))
        {
            return SkipTrap(number);
        }

        if (RatioReader.Read(tokens, number) is { } ratio)
        {
            Add(number, ratio.Unit, ratio.Value, null, number.First, NumeralForm.Part);
            return ratio.Unit.End;
        }

        var currency = Measures.CurrencyEndingAt(tokens, number.First - 1, _text, out var first);
        var (value, high, end, scaled) = RangeReader.Read(tokens, number);
        first = currency is null ? number.First : first;
        var form = scaled > 1 ? NumeralForm.Digits : number.Form;

        var more = tokens.Is(end, "more") || tokens.Is(end, "additional") || tokens.Is(end, "further");
        var unit = CompoundReader.IsCompound(tokens, end) ? CompoundReader.Read(tokens, end, value)
            : currency is not null ? UnitReader.ReadMoney(tokens, end, currency)
            : UnitReader.Read(tokens, more ? end + 1 : end);
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

    private bool Judge(QuantityCandidate candidate) => QuantityTest.IsKeyFigure(tokens, candidate);

    /// <summary>"doubled", "double the number", "twice as much", "a tenfold increase".</summary>
    private int ReadMultiple(Numeral number)
    {
        var word = tokens.Word(number.First);
        var next = number.End;
        var isVerb = word.EndsWith("d", StringComparison.OrdinalIgnoreCase) && word.Length > 5;
        var isFold = word.EndsWith("fold", StringComparison.OrdinalIgnoreCase);
        var isTimes = tokens.Is(number.First, "twice");
        var compares = tokens.Is(next, "the") || tokens.Is(next, "that") || tokens.Is(next, "its") || tokens.Is(next, "their") || tokens.Is(next, "as");
        var accepted = isTimes || tokens.Is(number.First, "double") || tokens.Is(number.First, "triple") || tokens.Is(number.First, "quadruple")
            ? compares && (isTimes || !tokens.Is(next, "as"))
            : isFold || isVerb || word.EndsWith("ing", StringComparison.OrdinalIgnoreCase);
        if (!accepted || tokens.Is(next, "down") || tokens.Kind(next) == TokenKind.Dash || tokens.Kind(number.First - 1) == TokenKind.Dash)
        {
            return number.End;
        }

        var end = next;
        if (compares)
        {
            end = UnitReader.PhraseEnd(tokens, next + (tokens.Is(next, "as") ? 2 : 1));
            end = UnitReader.WithOf(tokens, end);
        }

        var words = isTimes || compares ? "times " + tokens.Text(next, end) : "times";
        Add(number, new CountedUnit(end, words.TrimEnd(), MeasureKind.Times, -1), number.Value, null, number.First, NumeralForm.Multiple);
        return end;
    }

    /// <summary>"two-thirds of voters", "by a quarter", "half the country".</summary>
    private int ReadPart(Numeral number)
    {
        if (FigureTraps.IsNoQuantity(tokens, number) || !PartTest.IsShare(tokens, number))
        {
            return number.End;
        }

        var value = number.Value;
        var from = number.End;
        if (tokens.Is(from, "of") && tokens.Is(from + 1, "a") && NumberWords.TryGet(tokens.Word(from + 2), NumberWordKind.Scale, out var scale))
        {
            value *= scale;
            from += 3;
        }

        var of = UnitReader.WithOf(tokens, from);
        var start = from;
        if (of > from)
        {
            start++;
            while (tokens.Is(start, "the") || tokens.Is(start, "all") || tokens.Is(start, "its") || tokens.Is(start, "their"))
            {
                start++;
            }
        }
        else if (PartTest.IsDeterminer(tokens, from))
        {
            start = from + 1;
            of = UnitReader.PhraseEnd(tokens, start);
        }
        else if (value > 1)
        {
            of = UnitReader.PhraseEnd(tokens, from);
        }

        Add(number, new CountedUnit(of, tokens.Text(start, of), MeasureKind.None, of - 1), value, null, number.First, value > 1 ? NumeralForm.ScaledWords : NumeralForm.Part);
        return Math.Max(of, number.End);
    }

    private void Add(Numeral number, CountedUnit unit, double value, double? high, int first, NumeralForm form, bool more = false)
    {
        var start = QualifierReader.FirstToken(tokens, first);
        var qualifier = start < first ? _text[tokens[start].Start..tokens[first - 1].End].ToLowerInvariant() : null;
        var words = unit.Words;
        var borrowed = words.Length == 0;
        if (borrowed)
        {
            words = BorrowedUnit.Find(tokens, _figures, start, more);
        }

        if (unit.Kind == MeasureKind.Time && LongerSpans.TryGet(words, out var years))
        {
            value *= years;
            high *= years;
            words = "years";
        }

        var end = Math.Max(unit.End, number.End);
        if (tokens.IsMark(number.End, '+') && tokens.Glued(number.End))
        {
            qualifier ??= "over";
        }

        _figures.Add(new RawFigure
        {
            Block = block,
            Sentence = tokens.Sentence,
            Start = tokens[start].Start,
            End = tokens[end - 1].End,
            Value = value,
            High = high,
            Unit = words,
            Kind = unit.Kind,
            Form = form,
            Qualifier = qualifier ?? (more ? "more" : null),
            IsIncrement = more,
            UnitIsBorrowed = borrowed,
            AfterTo = tokens.Is(start - 1, "to") || tokens.Is(start - 1, "into"),
            AfterFrom = tokens.Is(start - 1, "from"),
        });
    }

    /// <summary>Past a number that is none, together with the other end of its range or the rest of its code.</summary>
    private int SkipTrap(Numeral number)
    {
        var i = number.End;
        while (tokens.Kind(i) is TokenKind.Number or TokenKind.Code
            || ((tokens.Kind(i) == TokenKind.Dash || tokens.IsMark(i, '/') || tokens.IsMark(i, ':')) && tokens.Glued(i) && tokens.Glued(i + 1)
                && tokens.Kind(i + 1) is TokenKind.Number or TokenKind.Code))
        {
            i++;
        }

        return i;
    }
}
