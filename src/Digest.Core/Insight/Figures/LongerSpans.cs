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
}
