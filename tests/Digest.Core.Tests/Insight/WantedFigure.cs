using System.Globalization;
using Digest.Core.Insight;

namespace Digest.Core.Tests.Insight;

/// <summary>A figure that must be read: its value (or low..high), a word of its unit, and its qualifier in brackets; with "?" before it, it may be.</summary>
internal sealed record WantedFigure(double Value, double? High, string Unit, string? Qualifier, bool Optional)
{
    public static WantedFigure Parse(string text)
    {
        var optional = text.StartsWith('?');
        var words = text.TrimStart('?').Split(' ', 2);
        var ends = words[0].Split("..").Select(end => double.Parse(end, CultureInfo.InvariantCulture)).ToArray();
        var rest = words.Length > 1 ? words[1] : "";
        var bracket = rest.IndexOf('[', StringComparison.Ordinal);
        return new WantedFigure(
            ends[0],
            ends.Length > 1 ? ends[1] : null,
            (bracket >= 0 ? rest[..bracket] : rest).Trim(),
            bracket >= 0 ? rest[(bracket + 1)..^1] : null,
            optional);
    }

    public bool Matches(KeyFigure figure) => Near(Value, figure.Value) && High.HasValue == figure.High.HasValue && Near(High ?? 0, figure.High ?? 0);

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 0.001 * Math.Abs(a);
}
