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
    public async Task A_host_takes_charge_of_the_one_that_was_left_in_its_folder_and_does_not_start_another()
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

    [Fact]
    public async Task An_emulator_of_another_folder_is_left_alone()
    {
        _ = fixture.ConnectionString;
        var tools = await NodeTools.EnsureAsync(_ => { }, CancellationToken.None);
        var (blobPort, queuePort) = (LoopbackPort.Take(), LoopbackPort.Take());
        await using var first = await Azurite.StartAsync(tools, Path.Combine(_folder, "one"), blobPort, queuePort, CancellationToken.None);
        var problem = await Assert.ThrowsAsync<ToolException>(
            () => Azurite.StartAsync(tools, Path.Combine(_folder, "two"), blobPort, queuePort, CancellationToken.None));
        Assert.Equal(
            $"Port {blobPort} is taken by the storage emulator of another folder: stop it, or give another port with --blob-port.", problem.Message);
    }

    [Fact]
    public async Task A_server_left_on_other_ports_ends_before_a_second_one_uses_its_folder()
    {
        _ = fixture.ConnectionString;
        var tools = await NodeTools.EnsureAsync(_ => { }, CancellationToken.None);
        var port = LoopbackPort.Take();
        _ = await Azurite.StartAsync(tools, _folder, port, LoopbackPort.Take(), CancellationToken.None);
        await using var second = await Azurite.StartAsync(tools, _folder, LoopbackPort.Take(), LoopbackPort.Take(), CancellationToken.None);
        await Assert.ThrowsAnyAsync<SocketException>(() => ConnectAsync(port));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    [InlineData(500)]
    public async Task A_start_that_is_given_up_leaves_no_server(int milliseconds)
    {
        _ = fixture.ConnectionString;
        var tools = await NodeTools.EnsureAsync(_ => { }, CancellationToken.None);
        var port = LoopbackPort.Take();
        using var stop = new CancellationTokenSource(milliseconds);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Azurite.StartAsync(tools, _folder, port, LoopbackPort.Take(), stop.Token));
        Assert.False(File.Exists(Path.Combine(_folder, "server.pid")), "The server of the file was not stopped.");

        // Longer than the emulator takes to listen.
        await Task.Delay(TimeSpan.FromSeconds(4));
        await Assert.ThrowsAnyAsync<SocketException>(() => ConnectAsync(port));
    }

    private static async Task ConnectAsync(int port)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
