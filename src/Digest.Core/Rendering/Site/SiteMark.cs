namespace Digest.Core.Rendering.Site;

/// <summary>A sheet of print with its head line, made from <see cref="Theme"/>: told apart at 16 pixels, on light and dark tabs.</summary>
internal static class SiteMark
{
    /// <summary>The drawing.</summary>
    public static string Svg { get; } =
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="{Theme.Light.Accent}"/><path d="M4 5h8M4 8.5h8M4 11.5h5" stroke="{Theme.Light.Paper}" stroke-width="1.5"/></svg>

        """;
}
