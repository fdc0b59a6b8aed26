namespace Digest.Core.Decoding;

/// <summary>A drop as it lies in <c>incoming</c>: nothing about it is trusted or interpreted yet.</summary>
/// <param name="Name">Path in the <c>incoming</c> container (or file name on the command line); never empty.</param>
/// <param name="Bytes">The whole content.</param>
/// <param name="ContentType">Media type the uploader declared, or null. A hint only: the bytes decide.</param>
/// <param name="Received">When the drop was last written.</param>
public sealed record RawEssay(string Name, ReadOnlyMemory<byte> Bytes, string? ContentType, DateTimeOffset Received);
