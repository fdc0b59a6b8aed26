using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>What a number counts.</summary>
/// <param name="End">The token after the last one that belongs to the figure.</param>
/// <param name="Words">The noun phrase, empty when none follows.</param>
/// <param name="Kind">Kind of its unit of measure.</param>
/// <param name="Head">Token of the counted noun, -1 when there is none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CountedUnit(int End, string Words, MeasureKind Kind, int Head);

/// <summary>Reads the noun phrase after a number.</summary>
internal static class UnitReader
{
    private const int LongestPhrase = 5;

    /// <summary>Participles that stand before a counted noun as adjectives: "fourteen working boats".</summary>
    private static readonly FrozenSet<string> Describing = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "ageing", "aging", "commuting", "competing", "contributing", "emerging", "existing", "failing", "farming", "fishing", "functioning", "growing", "leading", "living", "loss-making", "mining", "missing",
        "neighboring", "neighbouring", "operating", "outstanding", "overlapping", "paid", "participating", "paying", "pending", "practicing", "practising", "qualifying", "remaining", "running", "serving", "sitting",
        "standing", "struggling", "surviving", "voting", "warring", "working");

    /// <summary>The unit that begins at a token, right behind a number.</summary>
    public static CountedUnit Read(TokenRun tokens, int from)
    {
        if (tokens.Is(from, "magnitude") && !FigureWords.EndsUnit(tokens, from + 1))
        {
            // "the 7.8 magnitude quake"
            return new CountedUnit(from + 1, tokens.Text(from, from + 1), MeasureKind.None, from);
        }

        var kind = Measures.KindAt(tokens, from);
        return kind switch
        {
            MeasureKind.None => ReadThings(tokens, from),
            _ => MeasureReader.Read(tokens, from, kind),
        };
    }

    /// <summary>The noun phrase at a token: up to the first plural noun, function word or mark. Returns where it ends.</summary>
    public static int PhraseEnd(TokenRun tokens, int from)
    {
        var i = from;
        for (var words = 0; words < LongestPhrase;)
        {
            if (i > from && tokens.Kind(i) == TokenKind.Dash && tokens.Glued(i) && tokens.Glued(i + 1) && tokens.Kind(i + 1) == TokenKind.Word)
            {
                i += 2;
                continue;
            }

            if (tokens.Kind(i) == TokenKind.Possessive && i > from && !FigureWords.EndsUnit(tokens, i + 1))
            {
                i++;
                continue;
            }

            if (i > from && IsNextNumber(tokens, i))
            {
                break;
            }

            if ((FigureWords.EndsUnit(tokens, i) && !IsNounInS(tokens, i)) || (words > 0 && FigureWords.IsPlural(tokens, i - 1) && tokens.Kind(i - 1) == TokenKind.Word && !IsMassBefore(tokens, i)))
            {
                break;
            }

            words++;
            i++;
        }

        return i;
    }

    /// <summary>"a 2,500 point threshold described by", "a $38 million project backed by": the end of a phrase without the participle behind its noun.</summary>
    public static int WithoutParticiple(TokenRun tokens, int from, int end)
    {
        var last = end - 1;
        return last > from && tokens.Kind(last - 1) == TokenKind.Word && !tokens.IsCapital(last) && IsParticiple(tokens, last) && (Clauses.EndAt(tokens, end) || tokens.In(end, WordLists.Stops)) ? last : end;
    }

    /// <summary>"building permits", "340 accounts": verbs that are plural nouns as well, unless an object follows.</summary>
    private static bool IsNounInS(TokenRun tokens, int i) =>
        tokens.Is(i, "permits", "accounts", "finds") && tokens.Kind(i - 1) is TokenKind.Word or TokenKind.Number && !tokens.IsCapital(i - 1) && !IsDeterminer(tokens, i + 1) && !tokens.Is(i + 1, "for", "them", "him", "us", "that", "it");

    /// <summary>"100 data sources", "40 media outlets": the stuff comes before what is counted of it.</summary>
    private static bool IsMassBefore(TokenRun tokens, int i) =>
        tokens.Is(i - 1, "data", "media") && !tokens.IsCapital(i) && FigureWords.IsPlural(tokens, i);

    private static bool IsParticiple(TokenRun tokens, int i) => LoneCount.EndsInEd(tokens.Word(i)) && tokens.Word(i).Length > 5 && !tokens.Is(i, "hundred", "kindred");

    /// <summary>"at one time supplied two-thirds of it": another number begins; "40 new two-bed flats" have none.</summary>
    private static bool IsNextNumber(TokenRun tokens, int i) =>
        tokens.In(i, WordLists.NumberWords) && !tokens.IsCapital(i) && tokens.Kind(i - 1) != TokenKind.Dash && NumeralReader.Read(tokens, i) is { } next
        && (next.Form == NumeralForm.Part ? next.End - i > 1 : next is { Form: NumeralForm.Words, Value: > 1 } && tokens.Kind(next.End) != TokenKind.Dash);

    private static CountedUnit ReadThings(TokenRun tokens, int from)
    {
        // "1,140 such dams", "97 earlier reviews"
        from += tokens.Is(from, "such", "earlier") && !FigureWords.EndsUnit(tokens, from + 1) ? 1 : 0;
        if (tokens.In(from, WordLists.NumberWords) && Clauses.IsAgo(tokens, from))
        {
            // "against 460 two years ago"
            return new CountedUnit(from, "", MeasureKind.None, -1);
        }

        if (tokens.IsMark(from, "“\"‘") && PhraseEnd(tokens, from + 1) is var close && close > from + 1 && tokens.IsMark(close, "”\"’") && FigureWords.IsPlural(tokens, close - 1))
        {
            // "shows 23 “driver comfort locations”"
            return new CountedUnit(close, tokens.Text(from + 1, close), MeasureKind.None, close - 1);
        }

        // "was 0.31 back then"
        var end = tokens.Is(from, "back") && (tokens.Is(from + 1, "then", "in") || Clauses.EndAt(tokens, from + 1)) ? from : PhraseEnd(tokens, from);
        end = end == from ? ParticiplePhraseEnd(tokens, from) : WithoutParticiple(tokens, from, end);
        if (end == from && IsCasualty(tokens, from))
        {
            return new CountedUnit(from + 1, tokens.Text(from, from + 1), MeasureKind.None, from);
        }

        if (end == from)
        {
            var rate = WithRate(tokens, from);
            return rate > from ? new CountedUnit(rate, tokens.Text(from, rate), MeasureKind.None, rate - 1) : ReadPartOf(tokens, from);
        }

        if (end == from + 1 && LoneCount.EndsInEd(tokens.Word(from)) && (IsDeterminer(tokens, end) || (tokens.Is(end, "down") && CountOfWhole.HasWhole(tokens, LoneCount.StartOf(tokens, from - 1))) || (tokens.Kind(LoneCount.StartOf(tokens, from - 1) - 1) == TokenKind.Comma && BorrowedUnit.RateBase(tokens, LoneCount.StartOf(tokens, from - 1)) is not null) || (Clauses.EndAt(tokens, end) && tokens.OpensSentence(LoneCount.StartOf(tokens, from - 1)))))
        {
            // "fourteen accepted the offer", "Some 810 accepted.": a verb.
            return new CountedUnit(from, "", MeasureKind.None, -1);
        }

        // "fifteen paid minutes"
        var head = end - 1;
        var kind = FigureWords.EndsUnit(tokens, from) && Measures.KindAt(tokens, head) == MeasureKind.Time ? MeasureKind.Time
            : head > from && tokens.IsCapital(from) && Measures.KindAt(tokens, head) == MeasureKind.Money ? MeasureKind.Money : MeasureKind.None;
        if (kind == MeasureKind.None && PeopleOfTrades.Are(tokens, head))
        {
            return new CountedUnit(end, HeadCount.Unit, MeasureKind.None, head);
        }

        end = WithRate(tokens, WithOf(tokens, end));
        return new CountedUnit(end, tokens.Text(from, end), kind, head);
    }

    /// <summary>"316 dead and 40 missing": what they are is told by an adjective.</summary>
    public static bool IsCasualty(TokenRun tokens, int i) =>
        tokens.Is(i, "dead") && (Clauses.EndAt(tokens, i + 1) || tokens.In(i + 1, WordLists.FunctionWords) || Measures.KindAt(tokens, i + 1) == MeasureKind.Time);

    /// <summary>"1,107 supported bus routes", "3 million privately insured Americans": where the phrase ends that a participle opens; else its beginning.</summary>
    private static int ParticiplePhraseEnd(TokenRun tokens, int from)
    {
        var participle = tokens.Word(from).EndsWith("ly", StringComparison.OrdinalIgnoreCase) ? from + 1 : from;
        if (!LoneCount.EndsInEd(tokens.Word(participle)) && !(participle > from && tokens.In(participle, WordLists.Verbs)) && !Describing.Contains(tokens.Word(participle).ToString()))
        {
            return from;
        }

        var end = PhraseEnd(tokens, participle + 1);
        return end > participle + 1 && (FigureWords.IsPlural(tokens, end - 1) || tokens.In(end - 1, WordLists.PersonNouns | WordLists.DemonymsInAnyCase)) ? end : from;
    }

    /// <summary>"27 of the 43 states", "8,000 of its troops".</summary>
    private static CountedUnit ReadPartOf(TokenRun tokens, int from)
    {
        var nothing = new CountedUnit(from, "", MeasureKind.None, -1);
        var of = tokens.Is(from, "out") ? from + 1 : from;
        if (!tokens.Is(of, "of"))
        {
            return nothing;
        }

        var i = of + 1;
        while (IsDeterminer(tokens, i))
        {
            i++;
        }

        // "four of the company’s five largest accounts"
        i += i > of + 1 && tokens.Kind(i + 1) == TokenKind.Possessive && (tokens.In(i + 2, WordLists.NumberWords) || tokens.Kind(i + 2) == TokenKind.Number) ? 2 : 0;
        if (NumeralReader.Read(tokens, i) is { } whole)
        {
            i = whole.End;
            if (tokens.Is(i, "who"))
            {
                // "2.1 million of the 9 million who qualify"
                return new CountedUnit(of + 1, "people", MeasureKind.None, of);
            }
        }

        var end = PhraseEnd(tokens, i);
        // "its five largest accounts": a verb elsewhere.
        end += end == i + 1 && tokens.Word(i).EndsWith("est", StringComparison.OrdinalIgnoreCase) && tokens.In(end, WordLists.Verbs) && tokens.Word(end)[^1] == 's' ? 1 : 0;
        end = end == i && IsDeterminer(tokens, i - 1) ? ParticiplePhraseEnd(tokens, i) : end;
        return end > i ? new CountedUnit(of + 1, tokens.Text(i, end), MeasureKind.None, end - 1)
            : LoneCount.IsOfThem(tokens, of) ? nothing with { End = of + 2 } : nothing;
    }

    /// <summary>"of South Koreans", "of the country's wealth".</summary>
    public static int WithOf(TokenRun tokens, int at) => OfPhrase(tokens, at).End;

    /// <summary>The noun phrase behind an "of" at a token, its determiners left out; empty, at the token itself, when there is none.</summary>
    public static (int First, int End) OfPhrase(TokenRun tokens, int at)
    {
        if (!tokens.Is(at, "of"))
        {
            return (at, at);
        }

        var first = at + 1;
        if (tokens.Is(first, "what"))
        {
            return (first, ClauseEnd(tokens, first));
        }

        while (IsDeterminer(tokens, first))
        {
            first++;
        }

        var end = first > at + 1 ? NounPhraseEnd(tokens, first) : PhraseEnd(tokens, first);
        return end > first ? (first, end) : (at, at);
    }

    /// <summary>"what is owed", "what they earned": as far as the first mark or preposition.</summary>
    private static int ClauseEnd(TokenRun tokens, int first)
    {
        var i = first + 1;
        while (i < first + LongestPhrase && tokens.Kind(i) == TokenKind.Word && !tokens.Is(i, "in") && !tokens.Is(i, "on") && !tokens.Is(i, "at") && !tokens.Is(i, "for") && !tokens.Is(i, "and") && !tokens.Is(i, "but"))
        {
            i++;
        }

        return i;
    }

    /// <summary>The noun phrase behind a determiner, where a word that is a verb elsewhere is a noun: "half the cost", "a third of the rise".</summary>
    public static int NounPhraseEnd(TokenRun tokens, int from) =>
        PhraseEnd(tokens, from) is var end && end > from ? end
        : tokens.In(from, WordLists.Verbs) && !tokens.In(from, WordLists.Auxiliaries) && !LoneCount.EndsInEd(tokens.Word(from)) ? from + 1 : from;

    /// <summary>"per second", "a day", "per 100,000 residents", "to the square metre", "for every school".</summary>
    public static int WithRate(TokenRun tokens, int at)
    {
        if (tokens.Is(at, "per") && NumeralReader.Read(tokens, at + 1) is { } whole)
        {
            return PhraseEnd(tokens, whole.End);
        }

        if (tokens.Is(at, "per") && tokens.Kind(at + 1) == TokenKind.Word)
        {
            // "per square metre"
            return tokens.Is(at + 1, "square", "cubic") && Measures.KindAt(tokens, at + 2) == MeasureKind.Length ? at + 3
                : tokens.Kind(at + 2) == TokenKind.Dash && tokens.Glued(at + 2) && tokens.Glued(at + 3) && tokens.Kind(at + 3) == TokenKind.Word ? at + 4 : at + 2;
        }

        if ((tokens.Is(at, "to") && tokens.Is(at + 1, "the") && Measures.KindAt(tokens, at + 2) is MeasureKind.Length or MeasureKind.Mass or MeasureKind.Money)
            || (tokens.Is(at, "for") && tokens.Is(at + 1, "every", "each") && tokens.Kind(at + 2) == TokenKind.Word))
        {
            // "1.8 to the square metre", "58.7 to the dollar", "more than five for every school"
            return PhraseEnd(tokens, at + 2) is var end && end > at + 2 ? end : at;
        }

        if (tokens.Is(at, "a") && NumberWords.TryGet(tokens, at + 1, NumberWordKind.Scale, out _) && FigureWords.EndsUnit(tokens, at + 2) && !NumberWords.TryGet(tokens, at + 2, out _, out _))
        {
            // "1,350 rupees a thousand"
            return at + 2;
        }

        var isRate = tokens.Is(at, "a", "an", "each", "every")
            && Measures.KindAt(tokens, at + 1) is MeasureKind.Time or MeasureKind.Mass
            && !tokens.Is(at + 2, "earlier") && !tokens.Is(at + 2, "later") && !tokens.Is(at + 2, "ago") && !(tokens.Is(at + 2, "before") && Clauses.EndAt(tokens, at + 3));
        return isRate ? at + 2 : at;
    }

    public static bool IsDeterminer(TokenRun tokens, int i) =>
        tokens.Is(i, "the", "its", "their", "all", "these", "those", "our", "his", "her", "a", "an", "this", "that", "such");
}
