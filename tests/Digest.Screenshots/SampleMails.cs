using System.Net.Mail;
using System.Text;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Mail;
using Digest.Testing;
using Digest.Testing.InMemory;

namespace Digest.Screenshots;

/// <summary>A mail as a recipient gets it.</summary>
internal sealed record RenderedMail(string Html, string Text);

/// <summary>Every mail that a reader may get, by the name of its pictures.</summary>
internal static class SampleMails
{
    public static async Task<IReadOnlyDictionary<string, RenderedMail>> RenderAsync(Newsroom newsroom)
    {
        var part = (await newsroom.Issues.ReadPartAsync("2026-W47", MailTemplate.PartName, default))!.Value;
        var mails = new Dictionary<string, RenderedMail>(StringComparer.Ordinal)
        {
            ["mail"] = await ReadAsync(MailComposer.Compose(
                MailTemplate.FromJson(part.Span), newsroom.Mail, "reader@example.org", new Uri(SampleIssue.BaseUrl, "api/unsubscribe?t=sample"))),
        };
        foreach (var kind in Enum.GetValues<SubscriberMail>())
        {
            mails[$"mail-{kind.ToString().ToLowerInvariant()}"] = await ReadAsync(await SampleLetters.ComposeAsync(kind));
        }

        return mails;
    }

    private static async Task<RenderedMail> ReadAsync(MailMessage message)
    {
        using (message)
        {
            return new(await ReadAsync(message.AlternateViews[1].ContentStream), await ReadAsync(message.AlternateViews[0].ContentStream));
        }
    }

    private static async Task<string> ReadAsync(Stream stream) => await new StreamReader(stream, Encoding.UTF8).ReadToEndAsync();
}
