using Digest.Core.Rendering.Site;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Rendering.Site;

public sealed class SubscriptionPagesTests
{
    // The functions once had a host of their own, which old mails name; the form of the site posts to the present one.
    private static readonly SubscriptionPages Pages = new(
        SampleIssues.Site with { SubscribeUrl = new Uri("https://now.example.org/api/subscribe") });

    public static TheoryData<string, string> WithButtons => new()
    {
        { "Unsubscribe", "https://before.example.org/api/unsubscribe?t=x" },
        { "Subscribe", "https://now.example.org/api/confirm?t=x" },
    };

    [Theory]
    [MemberData(nameof(WithButtons))]
    public async Task A_button_may_post_to_the_host_that_the_mail_led_to(string button, string opened)
    {
        var page = HtmlQueries.Parse(button == "Subscribe" ? await Pages.AskConfirmAsync() : await Pages.AskLeaveAsync());
        var form = Assert.Single(page.All("//form"));
        Assert.Equal(button, Assert.Single(form.All(".//button")).InnerText);

        // The browser posts to the page's own address and asks the page's policy whether it may.
        Assert.Equal("post", form.Attribute("method"));
        Assert.DoesNotContain("action", form.Attributes.Select(a => a.Name));
        var policy = page.All("//meta[@http-equiv='Content-Security-Policy']").Single().Attribute("content");
        var allowed = policy.Split(';', StringSplitOptions.TrimEntries).Single(d => d.StartsWith("form-action ", StringComparison.Ordinal))["form-action ".Length..];
        var target = new Uri(opened).GetLeftPart(UriPartial.Authority);
        Assert.Contains(target, allowed.Replace("'self'", target, StringComparison.Ordinal).Split(' '));
    }
}
