using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>
/// Finds the figure that a number with no noun goes on from, so that it counts the same: the near end of a change ("from 19 minutes to 44"),
/// what it is compared with ("5.9 deaths, against 7.2 in 2005"), or the one before it in a row ("61 homes in 2021, 48 in 2022").
/// </summary>
internal static class ComparedFigure
{
    /// <summary>Numbers of a row up to this are told by the way.</summary>
    private const double SmallCount = 10;

    /// <summary>The figure it goes on from, or null.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="last">The figure before it in the sentence.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="end">The token behind it.</param>
    /// <param name="value">Its value.</param>
    public static RawFigure? Of(TokenRun tokens, RawFigure? last, int first, int end, double value)
    {
        if (last is null || last.Form is NumeralForm.Part or NumeralForm.Multiple || last.Unit.Length == 0)
        {
            return null;
        }

        var before = LoneCount.StartOf(tokens, first) - 1;
        var isFarEnd = tokens.Is(before, "to") && last is { AfterFrom: true, High: null };
        var goesOn = IsCompared(tokens, before) || IsNextOfRow(tokens, before, end, value) || IsGiven(tokens, before, first, end);
        return isFarEnd || (goesOn && last.Kind != MeasureKind.Money) ? last : null;
    }

    private static bool IsCompared(TokenRun tokens, int before) =>
        tokens.Is(before, "against") || tokens.Is(before, "versus")
        || (tokens.Is(before, "from") && (tokens.Is(before - 1, "up") || tokens.Is(before - 1, "down")))
        || ((tokens.Is(before, "with") || tokens.Is(before, "to")) && tokens.Is(before - 1, "compared"));

    private static bool IsNextOfRow(TokenRun tokens, int before, int end, double value) =>
        value > SmallCount && (tokens.Kind(before) == TokenKind.Comma || tokens.Is(before, "and") || tokens.Is(before, "then"))
        && (tokens.Is(end, "in") || tokens.Is(end, "at") || tokens.Is(end, "on") || tokens.Is(end, "for") || tokens.Is(end, "from"));

    /// <summary>"below the 2.1 needed"</summary>
    private static bool IsGiven(TokenRun tokens, int before, int first, int end) =>
        tokens.Is(before, "the") && LoneCount.EndsInEd(tokens.Word(end)) && tokens.Word(first).Contains('.');
}
