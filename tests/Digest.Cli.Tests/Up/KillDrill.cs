using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Cli.Tools;
using Digest.Core.Ports;
using Digest.Core.Workflows;
using Digest.Functions.Storage;
using Digest.Testing;
using Xunit;

namespace Digest.Cli.Tests.Up;

/// <summary>
/// <c>digest up</c> is killed at random moments while essays go in. The short form runs with the tests; the long one
/// (20 kills, 200 essays) with <c>DIGEST_DRILL=long</c> in the environment.
/// </summary>
public sealed class KillDrill(AzuriteFixture fixture)
{
    private const int Seed = 47;

    [Fact]
    public async Task However_often_it_is_killed_every_essay_is_there_once()
    {
        _ = fixture.ConnectionString;
        var isLong = string.Equals(Environment.GetEnvironmentVariable("DIGEST_DRILL"), "long", StringComparison.Ordinal);
        var (kills, essays) = isLong ? (20, 200) : (3, 24);
        var random = new Random(Seed);
        await using var machine = new LocalMachine();

        var first = machine.Start();
        await first.SaysAsync("Ctrl+C stops everything.");
        var connection = Azurite.ConnectionStringFor(machine.Ports.Blob, machine.Ports.Queue);
        var blobs = new BlobServiceClient(connection);
        var incoming = blobs.GetBlobContainerClient(StorageNames.Incoming);
        var dropped = 0;
        var running = first;
        for (var kill = 1; kill <= kills; kill++)
        {
            for (; dropped < essays * kill / kills; dropped++)
            {
                await incoming.UploadBlobAsync(Name(dropped), BinaryData.FromString(Text(dropped)));
            }

            await Task.Delay(random.Next(0, 1500));
            await running.KillAsync();
            running = machine.Start();
            await Task.Delay(random.Next(0, 4000));
        }

        await running.SaysAsync("Ctrl+C stops everything.");
        IInbox inbox = new BlobInbox(blobs);
        var store = new BlobEssayStore(blobs);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (await UnhandledDrops.ListAsync(inbox, store, limit.Token).AnyAsync(limit.Token))
        {
            await Task.Delay(200, limit.Token);
        }

        var entries = await store.ListAsync(limit.Token).ToListAsync(limit.Token);
        Assert.Equal(essays + 5, entries.Count);
        Assert.All(entries, entry => Assert.Equal(1, entry.Revision));
        Assert.Equal(essays + 5, entries.Select(entry => entry.SourceName).Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(await store.ListProblemsAsync(limit.Token).ToListAsync(limit.Token));
        var poison = new QueueServiceClient(connection).GetQueueClient(StorageNames.PoisonedDropsQueue);
        Assert.Equal(0, (await poison.GetPropertiesAsync(limit.Token)).Value.ApproximateMessagesCount);
        Assert.Equal(0, await running.TerminateAsync());
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"drill/essay {number:000}.txt");

    private static string Text(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"Essay number {number} of the drill\n\nIn the town of example {number}, some {1000 + number} people signed the petition before noon.\n\nNobody there had expected as many.\n");
}
