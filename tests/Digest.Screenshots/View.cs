namespace Digest.Screenshots;

/// <summary>A way of looking at mail and site.</summary>
internal sealed record View(string Name, int Width, bool Dark = false, bool Forced = false, bool Images = true, bool Site = false)
{
    public static IReadOnlyList<View> All { get; } =
    [
        new("375-light", 375, Site: true),
        new("700-light", 700),
        new("1200-light", 1200, Site: true),
        new("375-dark", 375, Dark: true),
        new("700-dark", 700, Dark: true),
        new("1200-dark", 1200, Dark: true, Site: true),
        new("375-forced-dark", 375, Forced: true),
        new("700-forced-dark", 700, Forced: true),
        new("700-images-off", 700, Images: false),
    ];
}
