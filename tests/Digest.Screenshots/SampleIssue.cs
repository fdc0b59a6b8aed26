using Digest.Core.Rendering;
using Digest.Testing;
using Digest.Testing.InMemory;

namespace Digest.Screenshots;

/// <summary>An issue of the seed essays, made by the real workflow.</summary>
internal static class SampleIssue
{
    public static readonly Uri BaseUrl = new("https://digest.example.org/");

    /// <summary>The newsroom after an issue of the seed essays, with two small ones of the year before.</summary>
    public static async Task<Newsroom> AssembleAsync()
    {
        var now = new DateTimeOffset(2026, 11, 20, 7, 0, 0, TimeSpan.Zero);
        var newsroom = new Newsroom(now, site: new SiteOptions
        {
            BaseUrl = BaseUrl,
            Title = "The Long View",
            Description = "Essays on world affairs worth your time, once a week.",
        });
        foreach (var day in (DateTimeOffset[])[new(2025, 11, 14, 7, 0, 0, TimeSpan.Zero), new(2025, 11, 21, 7, 0, 0, TimeSpan.Zero)])
        {
            newsroom.Clock.Set(day);
            newsroom.Drop($"{day:yyyy-MM-dd}.txt", day.Day == 14 ? "The bridges we do not see" : "A harbour without ships");
            await newsroom.RunAsync();
        }

        newsroom.Clock.Set(now);
        foreach (var record in Seeds.Read(newsroom.Clock.GetUtcNow()))
        {
            newsroom.Essays.Put(record);
        }

        await newsroom.RunAsync();
        return newsroom;
    }
}
