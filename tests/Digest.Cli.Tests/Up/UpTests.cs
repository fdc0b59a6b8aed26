using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Azure.Storage.Blobs;
using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Workflows;
using Digest.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Digest.Cli.Tests.Up;

/// <summary>The newcomer's command, from the outside: a process, its output, its mailbox and its feed.</summary>
public sealed class UpTests(AzuriteFixture fixture)
{
    private const string Harbour = "A harbour without ships\n\nThe harbour of the town has been empty for 12 years, and nobody knows what to do with its cranes.\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Five_essays_go_in_and_a_mail_a_feed_and_a_site_come_out_and_it_stays_up_for_more()
    {
        _ = fixture.ConnectionString;
        await using var machine = new LocalMachine();
        using var http = new HttpClient();
        var up = machine.Start();
        await up.SaysAsync("Ctrl+C stops everything.");
        Assert.Equal(5, up.Output.Split('✓').Length - 2);
        Assert.DoesNotContain("fail:", up.Output, StringComparison.Ordinal);

        var mails = await http.GetFromJsonAsync<JsonElement>(new Uri(machine.Mailbox, "api/email"));
        var mail = Assert.Single(mails.EnumerateArray());
        Assert.Equal("reader@example.org", mail.GetProperty("to")[0].GetProperty("address").GetString());
        var source = await http.GetStringAsync(new Uri(machine.Mailbox, $"api/email/{mail.GetProperty("id").GetString()}/source"));
        Assert.Contains("multipart/alternative", source, StringComparison.Ordinal);
        Assert.True(source.IndexOf("text/plain", StringComparison.Ordinal) < source.IndexOf("text/html", StringComparison.Ordinal), "Text comes first.");
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", source, StringComparison.Ordinal);

        var feed = XDocument.Parse(await http.GetStringAsync(new Uri(machine.Site, "feed.xml")));
        Assert.Equal(5, feed.Descendants("item").Count());
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(http, new Uri(machine.Site, "feed.xml"), gzip: false));
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(http, new Uri(machine.Site, "feed.xml"), gzip: true));
        using var home = await http.GetAsync(machine.Site);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.True(home.Headers.CacheControl!.NoCache, "An issue just made is seen at once.");
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(machine.Site, "no/such/page"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(machine.Site, "api/health"))).StatusCode);

        await File.WriteAllTextAsync(Path.Combine(machine.Folder, "inbox", "Ein Aufsatz, später.txt"), "A late essay\n\nIt says that 120 readers had waited for it since the morning.\n");
        await up.SaysAsync("A late essay");
        await File.WriteAllTextAsync(Path.Combine(machine.Folder, "inbox", "empty.txt"), "   ");
        await up.SaysAsync("✗ empty.txt");

        using var now = await http.PostAsJsonAsync(new Uri(machine.Site, "admin/functions/SweepInbox"), new { });
        Assert.Equal(HttpStatusCode.Accepted, now.StatusCode);
        using var form = await http.PostAsync(new Uri(machine.Site, "admin/functions/SweepInbox"), new StringContent("{}"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
        using var rebound = new HttpRequestMessage(HttpMethod.Get, machine.Site) { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await http.SendAsync(rebound)).StatusCode);

        Assert.Equal(0, await up.TerminateAsync());
        foreach (var port in new[] { machine.Ports.Site, machine.Ports.Blob, machine.Ports.Queue, machine.Ports.Smtp, machine.Ports.Mailbox })
        {
            Assert.False(await AnswersAsync(port), $"Port {port} is free again.");
        }
    }

    [Fact]
    public async Task Once_ends_by_itself_and_a_second_time_has_nothing_to_send()
    {
        _ = fixture.ConnectionString;
        await using var machine = new LocalMachine();
        var first = machine.Start("--once");
        Assert.Equal(0, await first.EndsAsync());
        await first.SaidAsync("mailed to reader@example.org");
        var second = machine.Start("--once");
        Assert.Equal(0, await second.EndsAsync());
        await second.SaidAsync("No essay was waiting");
        Assert.Single(Directory.GetFiles(Path.Combine(machine.Folder, "mailbox", "mail"), "*.eml"));
        var fresh = machine.Start("--once", "--fresh");
        Assert.Equal(0, await fresh.EndsAsync());
        await fresh.SaidAsync("5 samples dropped");
        Assert.Single(Directory.GetFiles(Path.Combine(machine.Folder, "mailbox", "mail"), "*.eml"));
    }

    [Fact]
    public async Task Samples_stay_out_of_an_inbox_that_has_essays()
    {
        _ = fixture.ConnectionString;
        await using var machine = new LocalMachine();
        var inbox = Directory.CreateDirectory(Path.Combine(machine.Folder, "inbox")).FullName;
        await File.WriteAllTextAsync(Path.Combine(inbox, "harbour.txt"), Harbour);
        var up = machine.Start("--once");
        Assert.Equal(0, await up.EndsAsync());
        await up.SaidAsync("A harbour without ships");
        await up.SaidAsync("Made with 1 essay.");
        Assert.DoesNotContain("samples", up.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", up.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Started_again_it_keeps_to_the_schedule_and_tells_of_issues_that_others_make()
    {
        _ = fixture.ConnectionString;
        await using var machine = new LocalMachine();
        var far = DateTimeOffset.UtcNow.AddMonths(6);
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Digest__Issues__Schedule"] = $"0 0 1 {far.Month} *" };
        var first = machine.StartWith(environment);
        await first.SaysAsync("Ctrl+C stops everything.");
        Assert.Contains("mailed to reader@example.org", first.Output, StringComparison.Ordinal);
        var settings = LocalSettings.Build(machine.Folder, machine.Ports);
        await using var services = LocalServices.Create(settings);

        // Who subscribes while an issue is under way may get it.
        var issue = (await services.GetRequiredService<IIssueStore>().RecentAsync(CancellationToken.None)).Newest!.Id;
        var tally = new DeliveryTally(services.GetRequiredService<IDeliveryLedger>(), issue, TimeProvider.System);
        while (!(await tally.LookAsync(CancellationToken.None)).Finished)
        {
            await Task.Delay(100);
        }

        using var list = new StringReader("email\nada@example.org\n");
        await services.GetRequiredService<ImportSubscribers>().RunAsync(list, "conference desk", progress: null, CancellationToken.None);
        Assert.Equal(0, await first.TerminateAsync());

        await File.WriteAllTextAsync(Path.Combine(machine.Folder, "inbox", "harbour.txt"), Harbour);
        var again = machine.StartWith(environment);
        await again.SaysAsync("Ctrl+C stops everything.");
        Assert.True(again.Output.IndexOf("A harbour", StringComparison.Ordinal) < again.Output.IndexOf("Digest", StringComparison.Ordinal), again.Output);
        Assert.Contains("No issue is due.", again.Output, StringComparison.Ordinal);
        Assert.Contains("to 2 subscribers; 1 essay waits", again.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(machine.Folder, "mailbox", "mail"), "*.eml"));

        await services.GetRequiredService<AssembleDigest>().RunAsync(AssembleRequest.Now, CancellationToken.None);
        await again.SaysAsync("Made with 1 essay.");
        await again.SaysAsync("mailed to 2 subscribers");
        Assert.Equal(3, Directory.GetFiles(Path.Combine(machine.Folder, "mailbox", "mail"), "*.eml").Length);
    }

    [Fact]
    public async Task A_busy_port_is_told_in_one_sentence()
    {
        _ = fixture.ConnectionString;
        await using var machine = new LocalMachine();
        using var other = new TcpListener(IPAddress.Loopback, machine.Ports.Site);
        other.Start();
        var up = machine.Start("--once");
        Assert.Equal(1, await up.EndsAsync());
        await up.SaidAsync($"Port {machine.Ports.Site} is taken by another program");
        Assert.DoesNotContain("   at ", up.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_one_in_the_folder_says_so_and_leaves_the_first_alone()
    {
        _ = fixture.ConnectionString;
        await using var machine = new LocalMachine();
        var first = machine.Start();
        await first.SaysAsync("Ctrl+C stops everything.");
        foreach (var option in new[] { "--once", "--fresh" })
        {
            var second = machine.Start(option);
            Assert.Equal(1, await second.EndsAsync());
            await second.SaidAsync($"digest up runs in {machine.Folder} already");
        }

        foreach (var port in new[] { machine.Ports.Site, machine.Ports.Blob, machine.Ports.Queue, machine.Ports.Smtp, machine.Ports.Mailbox })
        {
            Assert.True(await AnswersAsync(port), $"Port {port} still answers.");
        }
    }

    [Fact]
    public async Task Fresh_empties_no_storage_that_is_not_its_own()
    {
        await using var machine = new LocalMachine();
        var container = new BlobContainerClient(fixture.ConnectionString, AzuriteFixture.Prefix());
        await container.CreateAsync();
        var up = machine.StartWith(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = fixture.ConnectionString }, "--once", "--fresh");
        Assert.Equal(1, await up.EndsAsync());
        await up.SaidAsync("--fresh empties only");
        Assert.True(await container.ExistsAsync(), "It is there still.");
    }

    [Fact]
    public async Task Without_node_one_line_says_what_is_missing()
    {
        _ = fixture.ConnectionString;
        await using var machine = new LocalMachine();
        var up = machine.StartWith(new Dictionary<string, string?>(StringComparer.Ordinal) { ["PATH"] = machine.Folder }, "--once");
        Assert.Equal(1, await up.EndsAsync());
        await up.SaidAsync("Node.js is missing");
        Assert.Single(up.Output.Trim().Split('\n'));
    }

    private static async Task<HttpStatusCode> AgainAsync(HttpClient http, Uri address, bool gzip)
    {
        using var first = new HttpRequestMessage(HttpMethod.Get, address);
        using var second = new HttpRequestMessage(HttpMethod.Get, address);
        if (gzip)
        {
            first.Headers.AcceptEncoding.ParseAdd("gzip");
            second.Headers.AcceptEncoding.ParseAdd("gzip");
        }

        using var answer = await http.SendAsync(first);
        Assert.Equal(gzip, answer.Content.Headers.ContentEncoding.Contains("gzip"));
        second.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        return (await http.SendAsync(second)).StatusCode;
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        using var client = new TcpClient();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
