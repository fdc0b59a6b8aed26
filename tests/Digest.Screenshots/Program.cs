// Screenshots of mail and site into artifacts/screenshots, in the system's own Chromium:
//   dotnet run --project tests/Digest.Screenshots [path of Chromium]
using Digest.Core.Rendering;
using Digest.Screenshots;
using Digest.Testing;
using Microsoft.Playwright;

var browserPath = args.Length > 0 ? args[0] : "/usr/bin/chromium";
if (!File.Exists(browserPath))
{
    Console.Error.WriteLine($"There is no browser at {browserPath}. Install Chromium (Debian: apt-get install chromium) or name its path.");
    return 1;
}

var folder = Repository.PathOf("artifacts", "screenshots");
Directory.CreateDirectory(folder);
var newsroom = await SampleIssue.AssembleAsync();
var (html, text) = await SampleIssue.MailAsync(newsroom);
await File.WriteAllTextAsync(Path.Combine(folder, "mail.html"), html);
await File.WriteAllTextAsync(Path.Combine(folder, "mail.txt"), text);

using var playwright = await Playwright.CreateAsync();
foreach (var forced in (bool[])[false, true])
{
    // Some mail programs invert a message whatever it says, and drop the style sheet that would turn it well.
    await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = browserPath,
        Args = forced ? ["--enable-features=WebContentsForceDark"] : [],
    });
    foreach (var view in View.All.Where(v => v.Forced == forced))
    {
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = view.Width, Height = 900 },
            ColorScheme = view.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = false,
        });
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/*", route => AnswerAsync(route, view));
        foreach (var (name, address) in Pages(view))
        {
            await page.GotoAsync(address);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{view.Name}.png"), FullPage = true });
        }
    }
}

Console.WriteLine($"{Directory.GetFiles(folder, "*.png").Length} screenshots in {folder}");
return 0;

IEnumerable<(string Name, string Address)> Pages(View view)
{
    yield return ("mail", new Uri(SampleIssue.BaseUrl, "mail").AbsoluteUri);
    if (view.Site)
    {
        yield return ("home", SampleIssue.BaseUrl.AbsoluteUri);
        yield return ("archive", new SiteAddress(newsroom.SiteOptions).Of(SiteAddress.Archive).AbsoluteUri);
        yield return ("missing", new Uri(SampleIssue.BaseUrl, "nothing-here").AbsoluteUri);
        yield return ("essay", new Uri(SampleIssue.BaseUrl, newsroom.Site.Files.Keys.Last(p => p.StartsWith("essays/003", StringComparison.Ordinal)).Replace("index.html", string.Empty, StringComparison.Ordinal)).AbsoluteUri);
    }
}

async Task AnswerAsync(IRoute route, View view)
{
    var path = new Uri(route.Request.Url).AbsolutePath.TrimStart('/');
    if (path == "mail")
    {
        await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = view.Forced ? WithoutDarkMode(html) : html });
    }
    else if (!view.Images && route.Request.ResourceType == "image")
    {
        await route.AbortAsync();
    }
    else
    {
        var name = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
        var found = newsroom.Site.Files.TryGetValue(name, out var file);
        file ??= newsroom.Site.Files[SiteAddress.NotFound];
        await route.FulfillAsync(new RouteFulfillOptions { Status = found ? 200 : 404, ContentType = file.ContentType, BodyBytes = file.Bytes.ToArray() });
    }
}

// Chromium inverts only pages that do not declare a dark mode of their own.
static string WithoutDarkMode(string html) => html
    .Replace("color-scheme", "x-scheme", StringComparison.Ordinal);
