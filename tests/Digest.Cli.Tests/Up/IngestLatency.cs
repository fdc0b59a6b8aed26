using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs;
using Digest.Cli.Tools;
using Digest.Core.Essays;
using Digest.Functions.Storage;
using Digest.Testing;
using Xunit;

namespace Digest.Cli.Tests.Up;

/// <summary>
/// How long a drop takes from "blob written" to "record stored", polling included, on a host that was idle. A measurement,
/// not a check: <c>dotnet run --project tests/Digest.Cli.Tests -- -explicit only -class '*IngestLatency' -showLiveOutput</c>.
/// </summary>
public sealed class IngestLatency(AzuriteFixture fixture, ITestOutputHelper output)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact(Explicit = true)]
    public async Task Of_the_five_seeds()
    {
        _ = fixture.ConnectionString;
        await using var machine = new LocalMachine();
        var up = machine.Start();
        await up.SaysAsync("Ctrl+C stops everything.");
        var blobs = new BlobServiceClient(Azurite.ConnectionStringFor(machine.Ports.Blob, machine.Ports.Queue));
        var store = new BlobEssayStore(blobs);
        foreach (var seed in Directory.GetFiles(Repository.PathOf("seeds")).Order(StringComparer.Ordinal))
        {
            await Task.Delay(Idle);
            var name = "latency/" + Path.GetFileName(seed);
            await blobs.GetBlobContainerClient(StorageNames.Incoming).GetBlobClient(name).UploadAsync(seed);
            var waited = Stopwatch.StartNew();
            while (await store.FindEntryAsync(EssayId.FromSourceName(name), CancellationToken.None) is null)
            {
                Assert.True(waited.Elapsed < Patience, $"{name} was not read.");
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{waited.Elapsed.TotalMilliseconds,6:0} ms  {name}"));
        }
    }
}
