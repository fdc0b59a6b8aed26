// Screenshots of mail and site into artifacts/screenshots, in the system's own Chromium, and checks of the pages:
//   npm ci --prefix tests/tools
//   dotnet run --project tests/Digest.Screenshots [path of Chromium]
using System.Text;
using Digest.Core.Ports;
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
var mails = await SampleMails.RenderAsync(newsroom);
foreach (var (name, mail) in mails)
{
    await File.WriteAllTextAsync(Path.Combine(folder, name + ".html"), mail.Html);
    await File.WriteAllTextAsync(Path.Combine(folder, name + ".txt"), mail.Text);
}

var findings = new List<string>();
var files = new HashSet<string>(StringComparer.Ordinal);
var asked = true;
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
            // Neither mail nor site has a script: these are the checks' own.
            BypassCSP = true,
        });
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/*", route => AnswerAsync(route, view));
        foreach (var (name, address) in Pages(view))
        {
            await page.GotoAsync(address);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{view.Name}.png"), FullPage = true });
            if (view.Forced)
            {
                continue;
            }

            var file = Path.Combine(folder, $"{name}.html");
            if (files.Add(file) && !mails.ContainsKey(name))
            {
                await File.WriteAllTextAsync(file, Content(address));
            }

            var found = await PageChecks.AccessibilityAsync(page, isMail: mails.ContainsKey(name));
            asked &= found is not null;
            findings.AddRange(found?.Select(f => $"{name}-{view.Name}: {f}") ?? []);
        }
    }
}

var invalid = await PageChecks.ValidityAsync(files);
findings.AddRange(invalid ?? []);
Console.WriteLine($"{Directory.GetFiles(folder, "*.png").Length} screenshots in {folder}");
Console.WriteLine(asked ? "Accessibility: asked axe on every page and view." : "Accessibility: not asked; run npm ci --prefix tests/tools.");
Console.WriteLine(invalid is not null ? $"Html: asked the Nu checker on {files.Count} pages." : "Html: not asked; it needs Java and npm ci --prefix tests/tools.");
Console.WriteLine(findings.Count == 0 ? "No findings." : string.Join('\n', findings));
return findings.Count == 0 ? 0 : 1;

IEnumerable<(string Name, string Address)> Pages(View view)
{
    foreach (var name in mails.Keys)
    {
        yield return (name, new Uri(SampleIssue.BaseUrl, name).AbsoluteUri);
    }

    if (view.Site)
    {
        yield return ("home", SampleIssue.BaseUrl.AbsoluteUri);
        yield return ("archive", new SiteAddress(newsroom.SiteOptions).Of(SiteAddress.Archive).AbsoluteUri);
        yield return ("year", new SiteAddress(newsroom.SiteOptions).Of(SiteAddress.YearPath(2026)).AbsoluteUri);
        yield return ("missing", new Uri(SampleIssue.BaseUrl, "nothing-here").AbsoluteUri);
        yield return ("essay", new Uri(SampleIssue.BaseUrl, newsroom.Site.Files.Keys.Last(p => p.StartsWith("essays/003", StringComparison.Ordinal)).Replace("index.html", string.Empty, StringComparison.Ordinal)).AbsoluteUri);
    }
}

SiteFile? Find(string address)
{
    var path = new Uri(address).AbsolutePath.TrimStart('/');
    return newsroom.Site.Files.GetValueOrDefault(path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path);
}

string Content(string address) => Encoding.UTF8.GetString((Find(address) ?? newsroom.Site.Files[SiteAddress.NotFound]).Bytes.Span);

async Task AnswerAsync(IRoute route, View view)
{
    var path = new Uri(route.Request.Url).AbsolutePath.TrimStart('/');
    if (mails.TryGetValue(path, out var mail))
    {
        await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = view.Forced ? WithoutDarkMode(mail.Html) : mail.Html });
    }
    else if (!view.Images && route.Request.ResourceType == "image")
    {
        await route.AbortAsync();
    }
    else
    {
        var found = Find(route.Request.Url);
        var file = found ?? newsroom.Site.Files[SiteAddress.NotFound];
        await route.FulfillAsync(new RouteFulfillOptions { Status = found is null ? 404 : 200, ContentType = file.ContentType, BodyBytes = file.Bytes.ToArray() });
    }
}

// Chromium inverts only pages that do not declare a dark mode of their own.
static string WithoutDarkMode(string html) => html
    .Replace("color-scheme", "x-scheme", StringComparison.Ordinal);
