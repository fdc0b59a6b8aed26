using Digest.Core.Insight.Names;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads units of measure behind a number: percentages, "times", lengths and weights, money, with what they measure.</summary>
internal static class MeasureReader
{
    /// <summary>The unit of a kind that begins at a token.</summary>
    public static CountedUnit Read(TokenRun tokens, int from, MeasureKind kind) => kind switch
    {
        MeasureKind.Percent => ReadPercent(tokens, from),
        MeasureKind.Times => ReadTimes(tokens, from),
        _ => ReadMeasure(tokens, from, kind),
    };

    private static CountedUnit ReadPercent(TokenRun tokens, int from)
    {
        var end = tokens.Is(from, "per", "basis") ? from + 2 : from + 1;
        var name = tokens.Is(from, "basis") ? "basis points" : "percent";
        if (tokens.Is(end, "point", "points"))
        {
            name = "percentage points";
            end++;
        }

        if (tokens.Is(end, "of"))
        {
            var of = UnitReader.WithOf(tokens, end);
            return new CountedUnit(of, of > end ? name + " " + tokens.Text(end, of) : name, MeasureKind.Percent, of - 1);
        }

        var phrase = UnitReader.WithoutParticiple(tokens, end, UnitReader.PhraseEnd(tokens, end));
        if (phrase > end && tokens.In(end, WordLists.PercentNouns))
        {
            return new CountedUnit(phrase, name + " " + tokens.Text(end, phrase), MeasureKind.Percent, phrase - 1);
        }

        if (tokens.In(end, WordLists.PercentNouns))
        {
            return new CountedUnit(end + 1, name + " " + tokens.Text(end, end + 1), MeasureKind.Percent, end);
        }

        var rated = UnitReader.WithRate(tokens, end);
        return new CountedUnit(rated, rated > end ? name + " " + tokens.Text(end, rated) : name, MeasureKind.Percent, -1);
    }

    /// <summary>"times as much", "times more heat"; a mere number of times keeps no head and is judged by its size.</summary>
    private static CountedUnit ReadTimes(TokenRun tokens, int from)
    {
        var end = from + 1;
        if (!tokens.In(end, WordLists.Comparisons) || (tokens.Is(end, "that") && LongerSpans.IsSpan(tokens, end + 1))
            || (tokens.Is(end, "over") && Clauses.EndAt(tokens, end + 1)))
        {
            var rated = UnitReader.WithRate(tokens, end);
            return new CountedUnit(rated, tokens.Text(from, rated), MeasureKind.Times, -1);
        }

        var head = end;
        end = tokens.Is(end, "as") && tokens.Kind(end + 1) == TokenKind.Word ? end + 2 : end + 1;
        end = UnitReader.PhraseEnd(tokens, end);
        return new CountedUnit(end, tokens.Text(from, end), MeasureKind.Times, head);
    }

    private static CountedUnit ReadMeasure(TokenRun tokens, int from, MeasureKind kind)
    {
        var end = from + 1;
        if (Temperature.IsAt(tokens, from))
        {
            return new CountedUnit(end, "°" + tokens.Text(from, end), kind, from);
        }

        if (tokens.Is(from - 1, "a", "an") && NumeralReader.AndAHalf(tokens, end) is var half && half > end)
        {
            return new CountedUnit(half, tokens.Text(from, end), kind, from);
        }

        if (tokens.IsMark(from, '°'))
        {
            end += tokens.Kind(end) == TokenKind.Word && tokens.Word(end).Length == 1 ? 1 : 0;
        }
        else if (tokens.Is(from, "square", "cubic", "nautical") && tokens.Kind(end) == TokenKind.Word)
        {
            end++;
        }
        else if (tokens.Is(from, "sq", "cu"))
        {
            // "sq ft", "sq. km"
            var unit = tokens.IsMark(end, '.') ? end + 1 : end;
            end = tokens.Kind(unit) == TokenKind.Word && Measures.KindAt(tokens, unit) is MeasureKind.Short or MeasureKind.Length ? unit + 1 : end;
        }
        else if (kind == MeasureKind.Short && tokens.IsMark(end, '/') && tokens.Glued(end) && tokens.Glued(end + 1) && tokens.Kind(end + 1) == TokenKind.Word)
        {
            // "km/h", "mg/l"
            end += 2;
        }
        else if (kind == MeasureKind.Mass && tokens.Is(from, "degrees") && tokens.IsCapital(end))
        {
            end++;
        }
        else if (kind == MeasureKind.Money)
        {
            return ReadMoney(tokens, end, Pence.IsAt(tokens, from) ? Pence.Unit : tokens.Text(from, end));
        }

        var of = kind == MeasureKind.Time && !tokens.Is(end, "of") ? end : UnitReader.WithOf(tokens, end);
        var rated = UnitReader.WithRate(tokens, of);
        return new CountedUnit(rated, tokens.Text(from, rated), kind, rated - 1);
    }

    /// <summary>What the money is for: "in aid", "of bad loans", or the thing it pays for.</summary>
    public static CountedUnit ReadMoney(TokenRun tokens, int from, string currency)
    {
        var start = from + (tokens.Is(from, "worth") ? 1 : 0);
        if (tokens.Is(start, "in", "of"))
        {
            var phrase = UnitReader.PhraseEnd(tokens, start + 1);
            if (phrase > start + 1 && !tokens.IsCapital(start + 1))
            {
                return new CountedUnit(phrase, currency + " " + tokens.Text(start, phrase), MeasureKind.Money, phrase - 1);
            }
        }

        // "$643 billion dollars"
        from += tokens.Is(from, currency) ? 1 : 0;
        var direct = IsCompound(tokens, from) ? UnitReader.WithoutParticiple(tokens, from, UnitReader.PhraseEnd(tokens, from)) : from;
        // "people short of eleven dollars find": a verb.
        var isVerb = direct == from + 1 && tokens.In(from, WordLists.Verbs) && tokens.Kind(from - 1) == TokenKind.Word && FigureWords.IsPlural(tokens, from - 1);
        if (direct > from && !isVerb && !IsVerbOfMoney(tokens, from, direct))
        {
            return new CountedUnit(direct, currency + " (" + tokens.Text(from, direct) + ")", MeasureKind.Money, direct - 1);
        }

        var rated = UnitReader.WithRate(tokens, from);
        return new CountedUnit(rated, rated > from ? currency + " " + tokens.Text(from, rated) : currency, MeasureKind.Money, -1);
    }

    /// <summary>"a $20 ticket", "the regular £5 fare": an article before the sum belongs to what it pays for; without one a noun behind the sum is another part of the clause: "declined to $1.3 billion thanks to".</summary>
    private static bool IsCompound(TokenRun tokens, int from)
    {
        var before = from - 1;
        while (tokens.Kind(before) is TokenKind.Number or TokenKind.Currency or TokenKind.Dash || tokens.In(before, WordLists.NumberWords | WordLists.MeasureWords) || Measures.IsCurrencyAt(tokens, before))
        {
            before--;
        }

        // "Cost: $20 styling fee"
        return before < 0 || tokens.IsMark(before, ':') || IsArticle(tokens, before) || (tokens.Kind(before) == TokenKind.Word && IsArticle(tokens, before - 1));
    }

    private static bool IsArticle(TokenRun tokens, int i) =>
        UnitReader.IsDeterminer(tokens, i) || RoleGrammar.IsOwner(tokens, i) || tokens.Kind(i) == TokenKind.Possessive || tokens.Is(i, "your", "another", "each", "every", "per");

    /// <summary>"£15 puts a crew online", "the same 22 piastres secured four loans": what the money did.</summary>
    private static bool IsVerbOfMoney(TokenRun tokens, int from, int end)
    {
        var isPresent = end == from + 1 && tokens.Word(from).Length > 3 && tokens.Word(from)[^1] == 's' && !tokens.IsCapital(from);
        return (isPresent || LoneCount.EndsInEd(tokens.Word(from))) && (UnitReader.IsDeterminer(tokens, from + 1) || NumberWords.IsCount(tokens, from + 1) || tokens.Kind(from + 1) == TokenKind.Number);
    }
}
