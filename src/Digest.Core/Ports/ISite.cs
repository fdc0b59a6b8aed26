namespace Digest.Core.Ports;

/// <summary>The public site in <c>$web</c>.</summary>
public interface ISite
{
    /// <summary>Writes a file unless it already has these bytes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>True when the file was written, false when it was the same already.</returns>
    Task<bool> PublishAsync(SiteFile file, CancellationToken cancellationToken);

    /// <summary>A published file's bytes, or null.</summary>
    Task<ReadOnlyMemory<byte>?> ReadAsync(string path, CancellationToken cancellationToken);

    /// <summary>Whether a file is published with just these bytes.</summary>
    async Task<bool> HoldsAsync(SiteFile file, CancellationToken cancellationToken) =>
        await ReadAsync(file.Path, cancellationToken) is { } present && present.Span.SequenceEqual(file.Bytes.Span);
}

/// <summary>A file of the public site.</summary>
/// <param name="Path">Path without a leading slash: <c>feed.xml</c>, <c>essays/ID/index.html</c>.</param>
/// <param name="ContentType">Media type with charset.</param>
/// <param name="Bytes">Content.</param>
/// <param name="CacheControl">Value of Cache-Control.</param>
public sealed record SiteFile(string Path, string ContentType, ReadOnlyMemory<byte> Bytes, string CacheControl = "public, max-age=300");
