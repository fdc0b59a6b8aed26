using Digest.Core.Decoding;
using Digest.Core.Ports;

namespace Digest.Testing.InMemory;

/// <summary>The inbox in memory.</summary>
public sealed class InMemoryInbox : IInbox
{
    private readonly SortedDictionary<string, RawEssay> _drops = new(StringComparer.Ordinal);
    private int _looks;

    /// <summary>How often one drop was looked for.</summary>
    public int Looks => _looks;

    /// <summary>Drops a file.</summary>
    public void Put(string name, DateTimeOffset received) => _drops[name] = new RawEssay(name, ReadOnlyMemory<byte>.Empty, null, received);

    /// <summary>Takes a file away.</summary>
    public void Delete(string name) => _drops.Remove(name);

    public IAsyncEnumerable<InboxEntry> ListAsync(CancellationToken cancellationToken) => _drops.Values.Select(Entry).ToList().ToAsyncEnumerable();

    public Task<InboxEntry?> FindAsync(string name, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _looks);
        return Task.FromResult(_drops.TryGetValue(name, out var drop) ? Entry(drop) : null);
    }

    public Task<RawEssay?> ReadAsync(InboxEntry entry, CancellationToken cancellationToken) => Task.FromResult(_drops.GetValueOrDefault(entry.Name));

    private static InboxEntry Entry(RawEssay drop) => new(drop.Name, "\"1\"", drop.Bytes.Length, drop.ContentType, drop.Received);
}
