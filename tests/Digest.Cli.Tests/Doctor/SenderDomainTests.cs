using Digest.Cli.Doctor;
using Digest.Core.Rendering;
using Xunit;

namespace Digest.Cli.Tests.Doctor;

public sealed class SenderDomainTests
{
    private const string Key = "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A";

    private static readonly Dictionary<string, string[]> Good = new(StringComparer.Ordinal)
    {
        ["mail.example.org"] = ["google-site-verification=x", "v=spf1 include:spf.example.net -all"],
        ["selector1._domainkey.mail.example.org"] = [Key],
        ["_dmarc.example.org"] = ["v=DMARC1; p=reject; rua=mailto:dmarc@example.org"],
    };

    [Fact]
    public async Task A_domain_with_all_records_is_well()
    {
        var findings = await ExamineAsync(Good);
        Assert.All(findings, f => Assert.Equal(Verdict.Ok, f.Verdict));
        Assert.Equal(["SPF", "DKIM", "DMARC", "List-Unsubscribe"], findings.Select(f => f.Subject));
    }

    [Fact]
    public async Task A_domain_without_records_fails_and_is_told_what_to_add()
    {
        var findings = await ExamineAsync([]);
        Assert.Equal([Verdict.Fail, Verdict.Warn, Verdict.Fail, Verdict.Ok], findings.Select(f => f.Verdict));
        Assert.Contains("v=spf1", findings[0].Text, StringComparison.Ordinal);
        Assert.Contains("--dkim-selector", findings[1].Text, StringComparison.Ordinal);
        Assert.Contains("_dmarc.example.org", findings[2].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v=spf1 +all", "Fail")]
    [InlineData("v=spf1 mx", "Warn")]
    [InlineData("v=spf1 mx ~all", "Ok")]
    [InlineData("v=spf10 -all", "Fail")]
    public async Task What_an_spf_record_allows_is_judged(string record, string verdict) =>
        Assert.Equal(verdict, (await ExamineAsync(With("mail.example.org", record)))[0].Verdict.ToString());

    [Fact]
    public async Task Two_spf_records_are_none() =>
        Assert.Equal(Verdict.Fail, (await ExamineAsync(With("mail.example.org", "v=spf1 -all", "v=spf1 mx -all")))[0].Verdict);

    [Fact]
    public async Task A_revoked_key_fails() =>
        Assert.Equal(Verdict.Fail, (await ExamineAsync(With("selector1._domainkey.mail.example.org", "v=DKIM1; p=")))[1].Verdict);

    [Fact]
    public async Task A_named_selector_must_have_a_key() =>
        Assert.Equal(Verdict.Fail, (await ExamineAsync(Good, selectors: "mine"))[1].Verdict);

    [Fact]
    public async Task A_policy_that_only_watches_is_a_warning() =>
        Assert.Equal(Verdict.Warn, (await ExamineAsync(With("_dmarc.example.org", "v=DMARC1; p=none")))[2].Verdict);

    [Theory]
    [InlineData("http://digest.example.org/api/unsubscribe", "Fail")]
    [InlineData("https://func-weekly.azurewebsites.net/api/unsubscribe", "Warn")]
    [InlineData("https://digest.example.org/api/unsubscribe", "Ok")]
    public async Task Links_to_unsubscribe_lead_to_the_senders_own_domain(string address, string verdict) =>
        Assert.Equal(verdict, (await ExamineAsync(Good, address))[3].Verdict.ToString());

    [Theory]
    [InlineData("digest.example.org", "example.org")]
    [InlineData("example.org", "example.org")]
    [InlineData("news.example.co.uk", "example.co.uk")]
    public void The_organisational_domain_is_what_was_registered(string domain, string organisation) =>
        Assert.Equal(organisation, SenderDomain.OrganisationOf(domain));

    [Fact]
    public async Task An_answer_too_long_for_a_datagram_comes_over_tcp()
    {
        var record = "v=spf1 " + string.Join(' ', Enumerable.Range(0, 60).Select(i => $"ip4:192.0.2.{i}")) + " -all";
        await using var server = new NameServer(With("mail.example.org", record));
        Assert.Equal([record], await new DnsClient(server.Address).TextsAsync("mail.example.org", CancellationToken.None));
        Assert.Equal(1, server.OverTcp);
    }

    [Fact]
    public void An_answer_that_points_at_itself_ends()
    {
        byte[] loop = [0, 7, 0x81, 0x80, 0, 0, 0, 1, 0, 0, 0, 0, 0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, 2, 1, (byte)'x'];
        Assert.Equal(["x"], DnsMessage.Read(loop, 7).Texts);
        Assert.Throws<FormatException>(() => DnsMessage.Read(loop.AsSpan(0, 20), 7));
        Assert.Throws<FormatException>(() => DnsMessage.Read(loop, 8));
    }

    private static Dictionary<string, string[]> With(string name, params string[] records) => new(Good, StringComparer.Ordinal) { [name] = records };

    private static async Task<IReadOnlyList<Finding>> ExamineAsync(
        Dictionary<string, string[]> records, string unsubscribe = "https://digest.example.org/api/unsubscribe", params string[] selectors)
    {
        await using var server = new NameServer(records);
        return await new SenderDomain(new DnsClient(server.Address).TextsAsync).ExamineAsync(
            new MailOptions { FromAddress = "digest@mail.example.org" }, new Uri(unsubscribe), selectors, CancellationToken.None);
    }
}
