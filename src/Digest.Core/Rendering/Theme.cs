namespace Digest.Core.Rendering;

/// <summary>
/// Colours and type of mail and site: the one place for both. Every text colour has a contrast of at least 4.5 to 1
/// on its ground (WCAG 2.2 AA), which a test computes.
/// </summary>
public static class Theme
{
    /// <summary>Colours by daylight.</summary>
    public static Palette Light { get; } = new(
        Ground: "#f3efe6", Paper: "#fffdf8", Ink: "#1d1b18", Muted: "#5f594f", Accent: "#8c1c13", Rule: "#dcd4c4", OnAccent: "#ffffff");

    /// <summary>Colours in dark mode.</summary>
    public static Palette Dark { get; } = new(
        Ground: "#131210", Paper: "#1c1a17", Ink: "#efeae0", Muted: "#b3ab9c", Accent: "#f0a093", Rule: "#3b362e", OnAccent: "#1c1a17");

    /// <summary>For titles and running text.</summary>
    public const string Serif = "Charter, 'Bitstream Charter', 'Iowan Old Style', Georgia, 'Times New Roman', serif";

    /// <summary>For bylines, labels and buttons.</summary>
    public const string Sans = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
}

/// <summary>A set of colours, each as <c>#rrggbb</c>.</summary>
/// <param name="Ground">Behind everything.</param>
/// <param name="Paper">Behind the text.</param>
/// <param name="Ink">Text.</param>
/// <param name="Muted">Text that steps back: bylines, labels, footers.</param>
/// <param name="Accent">Links, figures, buttons.</param>
/// <param name="Rule">Lines between parts; never carries meaning by itself.</param>
/// <param name="OnAccent">Text on <paramref name="Accent"/>.</param>
public sealed record Palette(string Ground, string Paper, string Ink, string Muted, string Accent, string Rule, string OnAccent);
