using System.Net.Mail;
using Digest.Core.Rendering.Mail;
using Digest.Core.Subscribers;

namespace Digest.Testing;

/// <summary>Mails about a subscription to the sample publication.</summary>
public static class SampleLetters
{
    /// <summary>The mail to one reader.</summary>
    /// <returns>The message; the caller disposes of it.</returns>
    public static async Task<MailMessage> ComposeAsync(SubscriberMail kind)
    {
        var tokens = new SubscriberTokens(new TokenOptions { Keys = { ["k1"] = TokenOptions.NewKey() } });
        var links = new SubscriberLinks(tokens, new SubscriptionOptions(), SampleIssues.Site);
        var address = EmailAddress.Parse("reader@example.org");
        var subscriber = new Subscriber
        {
            Id = address.SubscriberId,
            Address = address.Written,
            State = SubscriberState.Active,
            Created = SampleIssues.Friday,
            StateChanged = SampleIssues.Friday,
            Consent = new Consent("form", SampleIssues.Friday),
        };
        return await new SubscriberMails(links, SampleIssues.Site, SampleIssues.Mail).ComposeAsync(kind, subscriber, SampleIssues.Friday.AddDays(3));
    }
}
