using System.Text.Json;
using Digest.Core.Rendering;
using Digest.Testing;
using Digest.Testing.Programs;
using Xunit;

namespace Digest.Core.Tests.Rendering.Mail;

/// <summary>The mail against the data of caniemail.com: Gmail, Outlook, Apple Mail, Yahoo, Thunderbird.</summary>
public sealed class MailFeatureTests
{
    // What some of the programs do not support, and why the mail uses it all the same.
    private static readonly Dictionary<string, string> Enhancements = new(StringComparer.Ordinal)
    {
        ["color-scheme CSS property"] = "Says that the mail has dark colours of its own; a program that does not know it shows the light ones or inverts them, and both were looked at.",
        ["color-scheme meta tag"] = "As the property, for programs that read the head only.",
        ["<style> element"] = "Dark colours and narrow screens only; everything else is inline.",
        ["@media"] = "Dark colours and narrow screens only.",
        ["Type selector"] = "In the style sheet only, which is an extra as a whole.",
        ["Class selector"] = "In the style sheet only.",
        ["Attribute selector"] = "Dark colours in Outlook.com, which marks the page with an attribute of its own.",
        ["Descendant combinator"] = "In the style sheet only.",
        [":hover"] = "A title is underlined while the pointer is on it; it is a link without that.",
        ["display:none"] = "Hides the preheader, together with font size, height and colour; where none of them counts it is a line of the issue's own words.",
        ["word-break"] = "Breaks a word that is longer than a phone is wide; without it the mail can be moved sideways.",
        ["opacity"] = "One of the ways in which the preheader is hidden.",
        ["max-height property"] = "One of the ways in which the preheader is hidden.",
        ["overflow"] = "One of the ways in which the preheader is hidden.",
        ["height property"] = "Lines of three pixels; the cell has the attribute as well.",
        ["border-radius"] = "The button has square corners without it.",
        ["<body> element"] = "Programs that replace it keep the table inside, which has the same ground.",
        ["aria-hidden attribute"] = "Spares screen readers the bullets; without it they say \"bullet\".",
        ["aria-label attribute"] = "Tells \"Read the essay\" links apart; without it the title stands before each.",
    };

    [Fact]
    public async Task What_a_mail_program_does_not_support_is_used_only_where_nothing_is_lost_without_it()
    {
        var folder = Repository.PathOf("tests", "tools");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules", "caniemail")), "The data are not installed; run npm ci --prefix tests/tools.");
        var node = InstalledProgram.Find("node", "nodejs");
        var home = Directory.CreateTempSubdirectory("digest-mail-").FullName;
        try
        {
            var used = new HashSet<string>(StringComparer.Ordinal);
            foreach (var issue in (IssueView[])[SampleIssues.OfSeeds(), SampleIssues.OfThree()])
            {
                var mail = Path.Combine(home, "mail.html");
                await File.WriteAllTextAsync(mail, (await IssueRendering.OfAsync(issue)).Mail.Html);
                var (exit, output) = await InstalledProgram.RunAsync(node, [Path.Combine(folder, "mail-features.mjs"), mail], null, home);
                Assert.True(exit == 0, output);
                var found = JsonSerializer.Deserialize<Dictionary<string, string[]>>(output)!;
                Assert.All(found, f => Assert.True(Enhancements.ContainsKey(f.Key), $"{f.Key} is not supported by {string.Join(", ", f.Value)}."));
                used.UnionWith(found.Keys);
            }

            Assert.Equal(Enhancements.Keys.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }
}
