using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Digest.Testing;
using Microsoft.Playwright;

namespace Digest.Screenshots;

/// <summary>
/// Accessibility by axe and validity by the Nu html checker. Both come from <c>tests/tools</c>
/// (<c>npm ci --prefix tests/tools</c>); what is not there is said and not asked.
/// </summary>
internal static class PageChecks
{
    private static readonly string Tools = Repository.PathOf("tests", "tools", "node_modules");

    // A message is a part of the mail program's page, which has the landmarks.
    private const string AxeOptions = """{ "rules": { "landmark-one-main": { "enabled": false }, "region": { "enabled": false } } }""";

    /// <summary>What axe finds on the page that is shown; null when axe is not installed.</summary>
    public static async Task<IReadOnlyList<string>?> AccessibilityAsync(IPage page, bool isMail)
    {
        var axe = Path.Combine(Tools, "axe-core", "axe.min.js");
        if (!File.Exists(axe))
        {
            return null;
        }

        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Path = axe });
        var found = await page.EvaluateAsync<JsonElement>(
            $"async () => (await axe.run(document, {(isMail ? AxeOptions : "{}")})).violations.map(v => v.id + ': ' + v.nodes[0].html.slice(0, 160))");
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }

    /// <summary>Errors of the Nu html checker in the files; null when it or Java is not installed.</summary>
    public static async Task<IReadOnlyList<string>?> ValidityAsync(IEnumerable<string> files)
    {
        var jar = Path.Combine(Tools, "vnu-jar", "build", "dist", "vnu.jar");
        if (!File.Exists(jar))
        {
            return null;
        }

        try
        {
            using var checker = Process.Start(new ProcessStartInfo("java", ["-jar", jar, "--errors-only", "--stdout", .. files]) { RedirectStandardOutput = true })!;
            var output = await checker.StandardOutput.ReadToEndAsync();
            await checker.WaitForExitAsync();
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
