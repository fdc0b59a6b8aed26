namespace Digest.Core.Rendering.Site;

/// <summary>The pages that answer subscribers: same look as the site, no script, no cookie.</summary>
public sealed class SubscriptionPages(SiteOptions site)
{
    /// <summary>A request was taken. Says the same whether or not the address is known.</summary>
    public Task<string> CheckYourMailAsync() => RenderAsync(
        "Please check your mail", "If the address is right, a mail is on its way to it. The subscription begins when you follow the link in that mail.");

    /// <summary>The address can't be used.</summary>
    public Task<string> BadAddressAsync(string problem) => RenderAsync("That did not work", problem + " Please go back and try again.");

    /// <summary>The network has to wait; going back at once would not help.</summary>
    public Task<string> TooManyAsync(string problem) => RenderAsync("That did not work", problem);

    /// <summary>Asks for the confirmation itself: programs that check mail open links, people press buttons.</summary>
    public Task<string> AskConfirmAsync() => RenderAsync("One more step", $"Press the button to get {site.Title} by mail.", "Subscribe");

    /// <summary>The address is confirmed.</summary>
    public Task<string> ConfirmedAsync() => RenderAsync("You are subscribed", $"{site.Title} comes to you from the next issue on.");

    /// <summary>A confirmation link that does not hold.</summary>
    public Task<string> ConfirmExpiredAsync() => RenderAsync(
        "This link no longer works", "It has expired, was used before or is not complete. Subscribe again to get a new one.");

    /// <summary>Asks whether to leave.</summary>
    public Task<string> AskLeaveAsync() => RenderAsync("Leave the list?", $"Press the button and you get no further issue of {site.Title}.", "Unsubscribe");

    /// <summary>They have left.</summary>
    public Task<string> LeftAsync() => RenderAsync("You are off the list", $"You get no further issue of {site.Title}. An issue that is on its way at this moment may still arrive.");

    /// <summary>An unsubscribe link that is not genuine.</summary>
    public Task<string> BadLinkAsync() => RenderAsync(
        "This link is not complete", "Mail programs sometimes cut long links. Use the unsubscribe link of any issue again, or copy it whole.");

    private async Task<string> RenderAsync(string heading, string message, string? action = null) =>
        await ComponentRenderer.RenderAsync<SubscriptionPage>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(SubscriptionPage.Site)] = site,
            [nameof(SubscriptionPage.Heading)] = heading,
            [nameof(SubscriptionPage.Message)] = message,
            [nameof(SubscriptionPage.Action)] = action,
        });
}
