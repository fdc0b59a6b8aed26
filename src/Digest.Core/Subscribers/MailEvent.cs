using System.Text.Json;
using System.Text.RegularExpressions;

namespace Digest.Core.Subscribers;

/// <summary>What became of a mail after the server had taken it.</summary>
public enum MailEventKind
{
    /// <summary>The address is bad for good.</summary>
    HardBounce,

    /// <summary>It could not be delivered this time.</summary>
    SoftBounce,

    /// <summary>The reader reported it as unwanted.</summary>
    Complaint,
}

/// <summary>A bounce or a complaint that came after the mail was accepted.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Recipient">The address.</param>
/// <param name="MessageId">Message-ID of the mail, or null.</param>
/// <param name="Detail">The provider's words.</param>
public sealed record MailEvent(MailEventKind Kind, string Recipient, string? MessageId, string Detail);

/// <summary>What a request to the endpoint of mail events holds.</summary>
/// <param name="ValidationCode">Code that Event Grid wants back, or null.</param>
/// <param name="Events">The events that matter; deliveries and what is not known are left out.</param>
public sealed record MailEventBatch(string? ValidationCode, IReadOnlyList<MailEvent> Events);

/// <summary>
/// Reads mail events: Azure Communication Services' delivery reports as Event Grid sends them (its own schema or
/// CloudEvents 1.0), and a plain form for any other provider's relay:
/// <c>{"type": "bounce" | "complaint", "recipient": "…", "permanent": true, "detail": "…", "messageId": "…"}</c>, alone or in an array.
/// </summary>
public static partial class MailEventReader
{
    private const int MostEvents = 5000;
    private const int LongestDetail = 300;

    /// <summary>Reads a body.</summary>
    /// <param name="json">The request's body.</param>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static MailEventBatch Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
        var root = document.RootElement;
        IEnumerable<JsonElement> items = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().Take(MostEvents) : [root];
        var events = new List<MailEvent>();
        foreach (var item in items.Where(i => i.ValueKind == JsonValueKind.Object))
        {
            var type = Text(item, "eventType") ?? Text(item, "type") ?? "";
            var data = item.TryGetProperty("data", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : item;
            if (type.Equals("Microsoft.EventGrid.SubscriptionValidationEvent", StringComparison.OrdinalIgnoreCase))
            {
                return new MailEventBatch(Text(data, "validationCode"), []);
            }

            var read = type.Equals("Microsoft.Communication.EmailDeliveryReportReceived", StringComparison.OrdinalIgnoreCase)
                ? DeliveryReport(data)
                : Plain(type, data);
            if (read is not null)
            {
                events.Add(read);
            }
        }

        return new MailEventBatch(null, events);
    }

    private static MailEvent? DeliveryReport(JsonElement data)
    {
        var status = Text(data, "status") ?? "";
        MailEventKind? kind = status.ToUpperInvariant() switch
        {
            // Suppressed: the service does not even try, because the address bounced for good before.
            "BOUNCED" or "SUPPRESSED" => MailEventKind.HardBounce,
            "FAILED" or "QUARANTINED" or "FILTEREDSPAM" => MailEventKind.SoftBounce,
            _ => null,
        };
        var words = data.TryGetProperty("deliveryStatusDetails", out var details) && details.ValueKind == JsonValueKind.Object
            ? Text(details, "statusMessage") : null;
        return Make(kind, data, words is null ? status : $"{status}: {words}", Text(data, "internetMessageId") ?? Text(data, "messageId"));
    }

    private static MailEvent? Plain(string type, JsonElement data)
    {
        MailEventKind? kind = type.ToUpperInvariant() switch
        {
            "COMPLAINT" => MailEventKind.Complaint,
            "BOUNCE" => data.TryGetProperty("permanent", out var permanent) && permanent.ValueKind == JsonValueKind.True
                ? MailEventKind.HardBounce : MailEventKind.SoftBounce,
            _ => null,
        };
        return Make(kind, data, Text(data, "detail") ?? type, Text(data, "messageId"));
    }

    private static MailEvent? Make(MailEventKind? kind, JsonElement data, string detail, string? messageId) =>
        kind is { } known && Text(data, "recipient") is { } recipient
            ? new MailEvent(
                known == MailEventKind.HardBounce && PolicyStatus().IsMatch(detail) ? MailEventKind.SoftBounce : known,
                recipient, messageId, detail.Length <= LongestDetail ? detail : detail[..LongestDetail])
            : null;

    // RFC 3463: 5.7.x is security or policy. The address may be good, and the sender unwelcome for a day.
    [GeneratedRegex(@"\b5\.7\.\d{1,3}\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PolicyStatus();

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
