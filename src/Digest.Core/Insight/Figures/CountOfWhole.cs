using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads numbers that stand behind what they are a part of: "Of Zambia’s 52 districts, 47 now meet both", "Of these, only nine had a licence".</summary>
internal static class CountOfWhole
{
    /// <summary>Tokens the whole may be long.</summary>
    private const int LongestWhole = 20;

    /// <summary>Of three or more things a part is worth telling.</summary>
    private const double SmallestPart = 3;

    /// <summary>True when a number with no noun is the part that its sentence or clause, begun with "Of", goes on to tell of.</summary>
    public static bool IsFigure(TokenRun tokens, int start, double value) => value >= SmallestPart && OpeningOf(tokens, start) >= 0;

    /// <summary>What the whole consists of; null when no "Of …," stands before the number, empty when it is only pointed at ("of these").</summary>
    public static string? Unit(TokenRun tokens, int start)
    {
        if (OpeningOf(tokens, start) is not (>= 0 and var of))
        {
            return null;
        }

        if (LoneCount.IsOfThem(tokens, of))
        {
            return "";
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

    /// <summary>The "of" that opens the clause before the comma before a number, or -1: "of course" and "of late" tell no whole.</summary>
    private static int OpeningOf(TokenRun tokens, int start)
    {
        if (tokens.Kind(start - 1) != TokenKind.Comma)
        {
            return -1;
        }

        for (var i = start - 2; i >= 0 && i >= start - LongestWhole && tokens.Kind(i) != TokenKind.Comma && (tokens.Kind(i) != TokenKind.Dash || tokens.Glued(i)); i--)
        {
            if (tokens.Is(i, "of") && (tokens.OpensSentence(i) || tokens.Kind(i - 1) == TokenKind.Comma || tokens.Is(i - 1, "and") || tokens.Is(i - 1, "but") || tokens.Is(i - 1, "that")))
            {
                return tokens.Is(i + 1, "course") || tokens.Is(i + 1, "late") || tokens.Is(i + 1, "old") ? -1 : i;
            }
        }

        return -1;
    }
}
