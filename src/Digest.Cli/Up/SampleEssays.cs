using Azure.Storage.Blobs;
using Digest.Core.Ports;

namespace Digest.Cli.Up;

/// <summary>The sample essays that come with the program.</summary>
internal static class SampleEssays
{
    /// <summary>Their paths, by name.</summary>
    public static IReadOnlyList<string> Files() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds")).Order(StringComparer.Ordinal)];

    /// <summary>Drops them if there is nothing else to read: neither a drop nor a file that waits in the folder.</summary>
    /// <returns>Number of essays dropped.</returns>
    public static async Task<int> DropAsync(IInbox inbox, BlobContainerClient incoming, string folder, CancellationToken cancellationToken)
    {
        if (InboxFiles.In(folder).Any())
        {
            return 0;
        }

        await foreach (var _ in inbox.ListAsync(cancellationToken))
        {
            return 0;
        }

        var seeds = Files();
        foreach (var seed in seeds)
        {
            await using var content = File.OpenRead(seed);
            await incoming.UploadBlobAsync(Path.GetFileName(seed), content, cancellationToken);
        }

        return seeds.Count;
    }
}
