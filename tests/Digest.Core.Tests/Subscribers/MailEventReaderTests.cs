using System.Text;
using System.Text.Json;
using Digest.Core.Subscribers;
using Xunit;

namespace Digest.Core.Tests.Subscribers;

public sealed class MailEventReaderTests
{
    [Fact]
    public void Event_Grids_handshake_wants_its_code_back() => Assert.Equal("512d38b6", Read(
        """[{"id":"1","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{"validationCode":"512d38b6","validationUrl":"https://x"}}]""").ValidationCode);

    [Theory]
    [InlineData("550 5.7.1 Blocked by policy", MailEventKind.SoftBounce)]
    [InlineData("550 5.1.1 No such user", MailEventKind.HardBounce)]
    [InlineData("554 relay 15.7.12 rejected", MailEventKind.HardBounce)]
    public void A_bounce_that_speaks_of_policy_says_nothing_of_the_address(string words, MailEventKind kind)
    {
        Assert.Equal(kind, Assert.Single(Read($$"""{"type":"bounce","permanent":true,"recipient":"ada@example.org","detail":"{{words}}"}""").Events).Kind);
        Assert.Equal(kind, Assert.Single(Read(
            $$"""{"type":"Microsoft.Communication.EmailDeliveryReportReceived","data":{"recipient":"ada@example.org","status":"Bounced","deliveryStatusDetails":{"statusMessage":"{{words}}"} } }""").Events).Kind);
    }

    [Theory]
    [InlineData("Bounced", MailEventKind.HardBounce)]
    [InlineData("Suppressed", MailEventKind.HardBounce)]
    [InlineData("Failed", MailEventKind.SoftBounce)]
    [InlineData("Quarantined", MailEventKind.SoftBounce)]
    [InlineData("FilteredSpam", MailEventKind.SoftBounce)]
    public void Delivery_reports_are_read_in_both_schemas(string status, MailEventKind kind)
    {
        var data = """{"sender":"d@x.org","recipient":"ada@example.org","internetMessageId":"<m1@x>","status":"STATUS","deliveryStatusDetails":{"statusMessage":"5.1.1 gone"}}"""
            .Replace("STATUS", status, StringComparison.Ordinal);
        var expected = new MailEvent(kind, "ada@example.org", "<m1@x>", status + ": 5.1.1 gone");
        Assert.Equal(expected, Assert.Single(Read("[{\"eventType\":\"Microsoft.Communication.EmailDeliveryReportReceived\",\"data\":" + data + "}]").Events));
        Assert.Equal(expected, Assert.Single(Read("{\"specversion\":\"1.0\",\"type\":\"Microsoft.Communication.EmailDeliveryReportReceived\",\"data\":" + data + "}").Events));
    }

    [Fact]
    public void Deliveries_and_foreign_events_are_passed_over() => Assert.Empty(Read(
        """[{"eventType":"Microsoft.Communication.EmailDeliveryReportReceived","data":{"recipient":"a@b.org","status":"Delivered"}},{"eventType":"Other","data":{}},7,null]""").Events);

    [Fact]
    public void The_plain_form_is_read() => Assert.Equal(
        [
            new MailEvent(MailEventKind.Complaint, "a@b.org", null, "abuse report"),
            new MailEvent(MailEventKind.HardBounce, "c@d.org", null, "bounce"),
            new MailEvent(MailEventKind.SoftBounce, "e@f.org", null, "bounce"),
        ],
        Read("""[{"type":"complaint","recipient":"a@b.org","detail":"abuse report"},{"type":"bounce","recipient":"c@d.org","permanent":true},{"type":"bounce","recipient":"e@f.org"}]""").Events);

    [Fact]
    public void What_is_not_JSON_says_so() => Assert.ThrowsAny<JsonException>(() => Read("{"));

    private static MailEventBatch Read(string json) => MailEventReader.Read(Encoding.UTF8.GetBytes(json));
}
