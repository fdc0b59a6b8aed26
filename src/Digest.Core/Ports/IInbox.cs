using Digest.Core.Decoding;

namespace Digest.Core.Ports;

/// <summary>The container <c>incoming</c>. Drops are read, never changed.</summary>
public interface IInbox
{
    /// <summary>Every drop, by name.</summary>
    IAsyncEnumerable<InboxEntry> ListAsync(CancellationToken cancellationToken);

    /// <summary>Properties of a drop, or null when it is gone.</summary>
    Task<InboxEntry?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Reads exactly the version named by <paramref name="entry"/>.</summary>
    /// <returns>Null when the drop changed or went meanwhile: a later event speaks of the new one.</returns>
    Task<RawEssay?> ReadAsync(InboxEntry entry, CancellationToken cancellationToken);
}

/// <summary>A drop as a listing shows it.</summary>
/// <param name="Name">Path in the container.</param>
/// <param name="ETag">Version of the content.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ContentType">Declared media type, or null.</param>
/// <param name="Received">When it was last written.</param>
public sealed record InboxEntry(string Name, string ETag, long Length, string? ContentType, DateTimeOffset Received);
