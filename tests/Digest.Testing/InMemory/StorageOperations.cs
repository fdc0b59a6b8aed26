using System.Collections.Concurrent;

namespace Digest.Testing.InMemory;

/// <summary>Counts what the stores in memory are asked, as blob storage would bill it: a listing costs one for 5,000 names.</summary>
public sealed class StorageOperations
{
    private const int NamesInAPage = 5_000;

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts an operation.</summary>
    public void Count(string operation) => _counts.AddOrUpdate(operation, 1, (_, n) => n + 1);

    /// <summary>Counts a listing.</summary>
    public void CountListing(string operation, int names) =>
        _counts.AddOrUpdate(operation, 1 + (names / NamesInAPage), (_, n) => n + 1 + (names / NamesInAPage));

    /// <summary>What was counted since the last taking, by operation.</summary>
    public SortedDictionary<string, int> Take()
    {
        var taken = new SortedDictionary<string, int>(_counts, StringComparer.Ordinal);
        _counts.Clear();
        return taken;
    }
}
