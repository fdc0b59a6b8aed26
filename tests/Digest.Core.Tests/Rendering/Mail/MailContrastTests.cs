using System.Text.RegularExpressions;
using Digest.Core.Issues;
using Digest.Core.Rendering.Mail;
using Digest.Testing;
using HtmlAgilityPack;
using Xunit;

namespace Digest.Core.Tests.Rendering.Mail;

/// <summary>Every text of every mail against the ground it stands on, by daylight and in dark mode (WCAG 2.2 AA).</summary>
public sealed partial class MailContrastTests
{
    private const double Least = 4.5;

    public static TheoryData<string> Mails => ["issue", .. Enum.GetNames<SubscriberMail>()];

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task Every_text_has_the_contrast_of_AA(string mail)
    {
        var html = await HtmlAsync(mail);
        var root = HtmlQueries.Parse(html);
        var dark = Turns().Matches(DarkMode().Match(html).Groups[1].Value)
            .ToDictionary(turn => (Class: turn.Groups[1].Value, Property: turn.Groups[2].Value), turn => turn.Groups[3].Value);
        var texts = root.All("//body//text()")
            .Where(text => !string.IsNullOrWhiteSpace(HtmlEntity.DeEntitize(text.InnerText)) && !text.Ancestors().Any(e => e.Attribute("style").Contains("display:none", StringComparison.Ordinal)))
            .ToList();
        Assert.NotEmpty(texts);
        foreach (var text in texts)
        {
            Check("light", text, property => Nearest(text, property, []));
            Check("dark", text, property => Nearest(text, property, dark));
        }
    }

    [Fact]
    public async Task In_a_mail_about_the_subscription_no_word_is_wider_than_a_phone()
    {
        foreach (var mail in Enum.GetNames<SubscriberMail>())
        {
            var words = HtmlQueries.Parse(await HtmlAsync(mail)).All("//body//text()").SelectMany(t => t.InnerText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.All(words, word => Assert.InRange(word.Length, 1, 30));
        }
    }

    private static void Check(string mode, HtmlNode text, Func<string, string> colour)
    {
        var (ink, ground) = (Luminance(colour("color")), Luminance(colour("background-color")));
        var contrast = (Math.Max(ink, ground) + 0.05) / (Math.Min(ink, ground) + 0.05);
        Assert.True(contrast >= Least, $"{mode}: {contrast:0.00} for \"{text.InnerText.Trim()}\"");
    }

    /// <summary>What an element shows is set by itself or the nearest around it; there a turned class wins over the style.</summary>
    private static string Nearest(HtmlNode text, string property, Dictionary<(string Class, string Property), string> turned)
    {
        foreach (var element in text.Ancestors())
        {
            var turn = element.Attribute("class").Split(' ').Select(c => turned.GetValueOrDefault((c, property))).FirstOrDefault(c => c is not null);
            if ((turn ?? Own(element, property)) is { } colour)
            {
                return colour;
            }
        }

        throw new InvalidOperationException($"\"{text.InnerText}\" has no {property}.");
    }

    private static string? Own(HtmlNode element, string property) => element.Attribute("style").Split(';')
        .Select(declaration => declaration.Split(':', 2))
        .LastOrDefault(declaration => declaration[0] == property)?[1];

    private static async Task<string> HtmlAsync(string mail)
    {
        if (!Enum.TryParse<SubscriberMail>(mail, out var kind))
        {
            return await MailHtml.RenderAsync(SampleIssues.OfSeeds(new IssueOverrides { ShowDifferences = true }));
        }

        using var message = await SampleLetters.ComposeAsync(kind);
        using var reader = new StreamReader(message.AlternateViews[1].ContentStream);
        return await reader.ReadToEndAsync();
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var c = Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex(@"@media \(prefers-color-scheme:dark\)\{(.*)")]
    private static partial Regex DarkMode();

    [GeneratedRegex(@"\.(\w+)\{(color|background-color):(#[0-9a-f]{6}) !important\}")]
    private static partial Regex Turns();
}
