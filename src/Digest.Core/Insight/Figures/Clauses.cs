using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Tells of the words behind a number whether its clause ends there, or goes on with a time.</summary>
internal static class Clauses
{
    /// <summary>The clause ends: with the sentence, a comma, a full stop, a semicolon, a colon or a bracket.</summary>
    public static bool EndAt(TokenRun tokens, int i) => tokens.Kind(i) is TokenKind.None or TokenKind.Comma || tokens.IsMark(i, ".;:)");

    /// <summary>"the year before", "a decade ago", "in 2019": when the level was so.</summary>
    public static bool IsThen(TokenRun tokens, int i) =>
        (tokens.Is(i, "this", "last") && Measures.KindAt(tokens, i + 1) == MeasureKind.Time && EndAt(tokens, i + 2)) ||
        (tokens.Is(i, "in") && tokens.Kind(i + 1) == TokenKind.Number && tokens.Word(i + 1).Length == 4)
        || (tokens.Is(i, "the", "a") && Measures.KindAt(tokens, i + 1) == MeasureKind.Time && tokens.Is(i + 2, "before", "earlier", "later", "ago"));

    /// <summary>"two years ago", "ten months earlier": a number of its own.</summary>
    public static bool IsAgo(TokenRun tokens, int i) =>
        NumeralReader.Read(tokens, i) is { Form: NumeralForm.Words } span && Measures.KindAt(tokens, span.End) == MeasureKind.Time
        && tokens.Is(span.End + 1, "ago", "earlier", "later", "before");
}
