using System.Net;
using System.Net.Sockets;
using Digest.Cli.Commands;
using Digest.Cli.Up;
using Digest.Testing;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Digest.Cli.Tests.Commands;

public sealed class UpCommandTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.7")]
    [InlineData("::")]
    public void Other_machines_are_served_only_when_somebody_says_so(string address)
    {
        var error = Assert.Single(DigestCommand.Create().Parse(["up", "--listen", address]).Errors);
        Assert.Contains("--expose", error.Message, StringComparison.Ordinal);
        Assert.Empty(DigestCommand.Create().Parse(["up", "--listen", address, "--expose"]).Errors);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void This_machine_needs_no_leave(string address) =>
        Assert.Empty(DigestCommand.Create().Parse(["up", "--listen", address]).Errors);

    [Fact]
    public void A_name_is_no_address()
    {
        var error = Assert.Single(DigestCommand.Create().Parse(["up", "--listen", "everywhere", "--expose"]).Errors);
        Assert.Contains("IP address", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_loopback_interface_no_other_address_of_this_machine_answers()
    {
        Assert.SkipWhen(OtherAddress() is null, "This machine has no address but loopback.");
        var port = LoopbackPort.Take();
        await using var app = await LocalApp.StartAsync(Settings(), IPAddress.Loopback, port, CancellationToken.None);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        using var other = new TcpClient();
        await Assert.ThrowsAnyAsync<SocketException>(() => other.ConnectAsync(OtherAddress()!, port));
    }

    [Fact]
    public async Task Exposed_it_answers_by_address_runs_no_function_for_others_and_still_refuses_names()
    {
        Assert.SkipWhen(OtherAddress() is null, "This machine has no address but loopback.");
        var port = LoopbackPort.Take();
        await using var app = await LocalApp.StartAsync(Settings(), IPAddress.Any, port, CancellationToken.None);
        using var http = new HttpClient { BaseAddress = new Uri($"http://{OtherAddress()}:{port}/") };
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("api/editor/status")).StatusCode);
        using var run = await http.PostAsync("admin/functions/SweepInbox", new StringContent("{}", null, "application/json"));
        Assert.Equal(HttpStatusCode.Forbidden, run.StatusCode);
        using var rebound = new HttpRequestMessage(HttpMethod.Get, "api/editor/status") { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await http.SendAsync(rebound)).StatusCode);
    }

    private static IPAddress? OtherAddress() => Dns.GetHostAddresses(Dns.GetHostName())
        .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));

    // Storage is not asked for anything here.
    private static IConfigurationRoot Settings() => new ConfigurationBuilder()
        .AddInMemoryCollection([KeyValuePair.Create<string, string?>("AzureWebJobsStorage", "UseDevelopmentStorage=true")]).Build();
}
