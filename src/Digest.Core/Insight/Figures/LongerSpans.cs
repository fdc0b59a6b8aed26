using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Spans that are told in years, so that "two decades" and "twenty years" are the same figure.</summary>
internal static class LongerSpans
{
    public static bool TryGet(string unit, out double years)
    {
        years = unit switch
        {
            "decade" or "decades" => 10,
            "century" or "centuries" => 100,
            "millennia" => 1000,
            _ => 0,
        };
        return years > 0;
    }

    /// <summary>"twice that spring", "nine times that week" say how often and when.</summary>
    public static bool IsSpan(TokenRun tokens, int i) =>
        Measures.KindAt(tokens, i) == MeasureKind.Time
        || tokens.Is(i, "spring", "summer", "autumn", "fall", "winter", "morning", "afternoon", "evening", "night", "season", "term");
}
