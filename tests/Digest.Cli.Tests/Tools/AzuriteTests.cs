using System.Net.Sockets;
using System.Net;
using Azure.Storage.Blobs;
using Digest.Cli.Tools;
using Digest.Testing;
using Xunit;

namespace Digest.Cli.Tests.Tools;

public sealed class AzuriteTests(AzuriteFixture fixture) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digest-azurite-").FullName;

    [Fact]
    public async Task It_keeps_blobs_over_a_stop_and_a_start()
    {
        _ = fixture.ConnectionString;
        var tools = await NodeTools.EnsureAsync(_ => { }, CancellationToken.None);
        var (blobPort, queuePort) = (LoopbackPort.Take(), LoopbackPort.Take());
        await using (var first = await Azurite.StartAsync(tools, _folder, blobPort, queuePort, CancellationToken.None))
        {
            var container = new BlobContainerClient(first.ConnectionString, "kept");
            await container.CreateAsync();
            await container.UploadBlobAsync("a", BinaryData.FromString("text"));
        }

        await using var second = await Azurite.StartAsync(tools, _folder, blobPort, queuePort, CancellationToken.None);
        var blob = await new BlobContainerClient(second.ConnectionString, "kept").GetBlobClient("a").DownloadContentAsync();
        Assert.Equal("text", blob.Value.Content.ToString());
    }

    [Fact]
    public async Task A_second_host_takes_the_one_that_answers_and_does_not_start_another()
    {
        _ = fixture.ConnectionString;
        var tools = await NodeTools.EnsureAsync(_ => { }, CancellationToken.None);
        var (blobPort, queuePort) = (LoopbackPort.Take(), LoopbackPort.Take());
        await using var first = await Azurite.StartAsync(tools, _folder, blobPort, queuePort, CancellationToken.None);
        var pid = await File.ReadAllTextAsync(Path.Combine(_folder, "server.pid"));
        _ = await Azurite.StartAsync(tools, _folder, blobPort, queuePort, CancellationToken.None);
        Assert.Equal(pid, await File.ReadAllTextAsync(Path.Combine(_folder, "server.pid")));
    }

    [Fact]
    public async Task A_port_that_something_else_has_is_named_with_the_option_that_changes_it()
    {
        _ = fixture.ConnectionString;
        var tools = await NodeTools.EnsureAsync(_ => { }, CancellationToken.None);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var problem = await Assert.ThrowsAsync<ToolException>(
            () => Azurite.StartAsync(tools, _folder, port, LoopbackPort.Take(), CancellationToken.None));
        Assert.Contains($"Port {port} is taken", problem.Message, StringComparison.Ordinal);
        Assert.Contains("--blob-port", problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
