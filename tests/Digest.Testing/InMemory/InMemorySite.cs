using System.Collections.Concurrent;
using Digest.Core.Ports;

namespace Digest.Testing.InMemory;

/// <summary>The site in memory; counts what is written and what is read.</summary>
public sealed class InMemorySite(Interruption? interruption = null, StorageOperations? operations = null) : ISite
{
    private readonly ConcurrentDictionary<string, SiteFile> _files = new(StringComparer.Ordinal);
    private int _writes;

    /// <summary>The published files by path.</summary>
    public IReadOnlyDictionary<string, SiteFile> Files => _files;

    /// <summary>Number of writes that changed a file.</summary>
    public int Writes => _writes;

    public Task<bool> PublishAsync(SiteFile file, CancellationToken cancellationToken)
    {
        operations?.Count("site: compare a file");
        if (_files.TryGetValue(file.Path, out var present) && present.Bytes.Span.SequenceEqual(file.Bytes.Span))
        {
            return Task.FromResult(false);
        }

        interruption?.Step();
        operations?.Count("site: write a file");
        _files[file.Path] = file;
        Interlocked.Increment(ref _writes);
        return Task.FromResult(true);
    }

    public Task<ReadOnlyMemory<byte>?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        operations?.Count("site: read a file");
        return Task.FromResult(_files.TryGetValue(path, out var file) ? file.Bytes : default(ReadOnlyMemory<byte>?));
    }
}
