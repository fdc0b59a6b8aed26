using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Tells times of day from quantities: "9:30", "6 p.m.", "twenty to four", "the meeting at eleven works because".</summary>
internal static class HourTest
{
    private const double LastHour = 12;

    private const double MostMinutes = 30;

    /// <summary>Words that are a verb of one thing and a noun for several.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VerbsLikeNouns = FrozenSet.ToFrozenSet(
        [
            "works", "starts", "stops", "ends", "runs", "rings", "calls", "changes", "opens", "closes", "needs", "means", "helps", "matters", "fails", "counts", "leaves", "sounds", "feels", "looks", "turns",
            "falls", "breaks", "moves", "draws", "fills", "serves", "marks", "costs", "hurts",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when a number belongs to a time of day.</summary>
    public static bool IsTime(TokenRun tokens, Numeral n)
    {
        if (RatioReader.IsWithColon(tokens, n))
        {
            return false;
        }

        var colon = (tokens.IsMark(n.End, ':') && tokens.Glued(n.End) && tokens.Kind(n.End + 1) == TokenKind.Number && tokens.Glued(n.End + 1))
            || (tokens.IsMark(n.First - 1, ':') && tokens.Glued(n.First) && tokens.Kind(n.First - 2) == TokenKind.Number);
        return colon || tokens.Is(n.End, "a.m.", "p.m.", "am", "pm", "a.m", "p.m", "GMT", "UTC")
            || (tokens.Is(n.End, "o") && tokens.Is(n.End + 1, "’clock")) || (tokens.Is(n.End, "o") && tokens.Is(n.End + 1, "'clock"))
            || IsMinutes(tokens, n) || IsHourOfSubject(tokens, n);
    }

    /// <summary>"twenty to four", "ten past seven", but "fell from twenty to four".</summary>
    private static bool IsMinutes(TokenRun tokens, Numeral n)
    {
        var isPast = tokens.Is(n.End, "past");
        if (n is not { Form: NumeralForm.Words, Value: <= MostMinutes } || !(isPast || tokens.Is(n.End, "to")))
        {
            return false;
        }

        if (tokens.Is(n.End + 1, "midnight", "noon", "midday"))
        {
            return true;
        }

        var isHour = NumeralReader.Read(tokens, n.End + 1) is { Form: NumeralForm.Words, Value: >= 1 and <= LastHour } hour
            && FigureWords.EndsUnit(tokens, hour.End) && Measures.KindAt(tokens, hour.End) == MeasureKind.None && hour.Value < n.Value + (isPast ? MostMinutes : 0);
        return isHour && (isPast || (n.Value is 5 or 10 or 20 or 25 && !tokens.Is(n.First - 1, "from") && !tokens.Is(n.First - 1, "by")));
    }

    /// <summary>"The meeting at eleven works because": one thing before "at", and no verb behind what would be counted.</summary>
    private static bool IsHourOfSubject(TokenRun tokens, Numeral n)
    {
        if (n is not { Form: NumeralForm.Words, Value: <= LastHour } || !tokens.Is(n.First - 1, "at") || !VerbsLikeNouns.Contains(tokens.Word(n.End)))
        {
            return false;
        }

        var subject = n.First - 2;
        var opens = (tokens.OpensSentence(subject - 1) && UnitReader.IsDeterminer(tokens, subject - 1)) || (tokens.OpensSentence(subject - 2) && UnitReader.IsDeterminer(tokens, subject - 2));
        var isCounted = tokens.In(n.End + 1, WordLists.Verbs | WordLists.Auxiliaries | WordLists.ChangeVerbs) || LoneCount.EndsInEd(tokens.Word(n.End + 1));
        return opens && !isCounted && !FigureWords.IsPlural(tokens, subject);
    }
}
