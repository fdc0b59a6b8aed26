using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads the words beside a number that say how it is meant: "about", "at least", "as many as" before it, "or so" behind it.</summary>
internal static class QualifierReader
{
    private const int LongestQualifier = 5;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VerbsWithOver =
        FrozenSet.ToFrozenSet(["turn", "turns", "turned", "turning", "hand", "hands", "handed", "handing"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The token the qualifier begins at, or <paramref name="number"/> when there is none.</summary>
    public static int FirstToken(TokenRun tokens, int number)
    {
        if (tokens.IsMark(number - 1, '~'))
        {
            return number - 1;
        }

        if (tokens.IsMark(number - 1, '.') && tokens.Is(number - 2, "c", "ca") && tokens.Glued(number - 1))
        {
            // "c. 450 lions"
            return number - 2;
        }

        // "earned, on average, 212 pesos": put in between commas.
        var inserted = tokens.Kind(number - 1) == TokenKind.Comma;
        var end = inserted ? number - 1 : number;
        for (var length = Math.Min(LongestQualifier, end); length > 0; length--)
        {
            var first = end - length;
            if (tokens.Kind(first) == TokenKind.Word && WordLists.Qualifiers.Contains(tokens.Span(first, end)))
            {
                return (inserted && tokens.Kind(first - 1) != TokenKind.Comma) || IsPartOfVerb(tokens, first, end) || IsPartOfComparison(tokens, first) ? number : first;
            }
        }

        return number;
    }

    /// <summary>"turns over R50 billion", "handed over 300 files": the word belongs to its verb.</summary>
    private static bool IsPartOfVerb(TokenRun tokens, int first, int end) =>
        end - first == 1 && tokens.Is(first, "over") && VerbsWithOver.Contains(tokens.Word(first - 1));

    /// <summary>"twice as many as five years earlier": the words compare and say nothing of the number behind them.</summary>
    private static bool IsPartOfComparison(TokenRun tokens, int first) =>
        tokens.Is(first, "as") && (tokens.Is(first - 1, "twice", "times", "half") || tokens.Word(first - 1).EndsWith("fold", StringComparison.OrdinalIgnoreCase));

    /// <summary>How a number is meant: the words from <paramref name="start"/> up to it, else what its verb or a plus sign says, else the words behind it; null when nothing does.</summary>
    public static string? Of(TokenRun tokens, int start, ReadNumber read)
    {
        if (start < read.First)
        {
            return tokens.IsMark(start, '~') ? "about" : tokens.Text(start, read.First).TrimEnd(' ', ',').ToLowerInvariant();
        }

        return read.Trailing == "+" || tokens.Span(read.First, read.Number.End).Contains('+') || IsExceeded(tokens, start - 1) ? "over"
            : read.Trailing.Length > 0 ? read.Trailing.ToLowerInvariant()
            : read.Increment;
    }

    /// <summary>"exceeded", but not "does not exceed" or "rarely exceeds".</summary>
    private static bool IsExceeded(TokenRun tokens, int verb) =>
        tokens.In(verb, WordLists.ExceedingVerbs) && !tokens.Is(verb - 1, "not") && !tokens.Is(verb - 1, "never") && !tokens.Is(verb - 1, "rarely") && !tokens.Is(verb - 1, "seldom")
        && !tokens.Is(verb - 1, "cannot") && !tokens.Word(verb - 1).StartsWith("’t", StringComparison.Ordinal) && !tokens.Word(verb - 1).StartsWith("'t", StringComparison.Ordinal);

    /// <summary>The token behind "or so", "or more", "-odd", "+" at a token, or the token itself when they do not stand there.</summary>
    public static int EndOfTrailing(TokenRun tokens, int i)
    {
        if (tokens.Is(i, "or"))
        {
            return tokens.Is(i + 1, "so") || (tokens.Is(i + 1, "more", "less", "fewer") && !tokens.Is(i + 2, "than")) ? i + 2 : i;
        }

        if (tokens.IsMark(i, '+') && tokens.Glued(i))
        {
            return i + 1;
        }

        return tokens.Kind(i) == TokenKind.Dash && tokens.Glued(i) && tokens.Glued(i + 1) && tokens.Is(i + 1, "odd", "plus") ? i + 2 : i;
    }

    /// <summary>What a word behind a number makes of it: so many more, or so many fewer; null for any other word.</summary>
    public static string? Increment(TokenRun tokens, int i) =>
        tokens.Is(i, "more", "additional", "further") ? "more" : tokens.Is(i, "fewer") ? "fewer" : tokens.Is(i, "less") ? "less" : null;

    /// <summary>
    /// True when "over" before a duration says how long something took ("paid over thirty years"), not how long it was at least
    /// ("for over thirty years", "over thirty years ago").
    /// </summary>
    public static bool IsOverTime(TokenRun tokens, int over, int number, CountedUnit unit)
    {
        var isOver = (unit.Kind == MeasureKind.Time || SameFact.IsSeasons(unit.Words)) && over == number - 1 && tokens.Is(over, "over");
        var isPhased = isOver && tokens.Is(over - 1, "in") && LoneCount.EndsInEd(tokens.Word(over - 2));
        return isPhased || (isOver && !tokens.In(over - 1, WordLists.BeforeOver | WordLists.Auxiliaries) && !tokens.In(unit.End, WordLists.TimeLinks | WordLists.Lags)
            && (!unit.Words.Contains(" of ", StringComparison.Ordinal) || tokens.Kind(over - 1) == TokenKind.Comma));
    }
}
