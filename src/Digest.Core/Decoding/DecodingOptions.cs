using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Digest.Core.Essays;

namespace Digest.Core.Decoding;

/// <summary>Limits of what is read; beyond them a drop becomes a problem instead of a burden. Section <c>Digest:Decoding</c>.</summary>
public sealed record DecodingOptions
{
    /// <summary>Largest drop in bytes. Default 20 MB.</summary>
    [Range(1_000, 200_000_000, ErrorMessage = "Digest:Decoding:MaxBytes must lie between 1,000 and 200,000,000 bytes.")]
    public int MaxBytes { get; init; } = 20_000_000;

    /// <summary>The problem of a drop that is too large to be read, or null. Needs the length only: nothing is downloaded for it.</summary>
    /// <param name="bytes">Length of the drop.</param>
    public Problem? Refuse(long bytes) => bytes <= MaxBytes
        ? null
        : new Problem(
            ProblemCodes.TooLarge,
            string.Create(CultureInfo.InvariantCulture, $"The file has {bytes / 1e6:0.#} MB; at most {MaxBytes / 1e6:0.#} MB are read. Drop the text without embedded pictures or data."));

    /// <summary>Deepest nesting of elements in a page or document. Browsers stop at 512; hand-made pages stay below 100.</summary>
    [Range(64, 4_000, ErrorMessage = "Digest:Decoding:MaxDepth must lie between 64 and 4,000 levels.")]
    public int MaxDepth { get; init; } = 1_000;

    /// <summary>Most elements, or attributes, in one document. The largest pages on the web have some 50,000 elements.</summary>
    [Range(1_000, 5_000_000, ErrorMessage = "Digest:Decoding:MaxElements must lie between 1,000 and 5,000,000.")]
    public int MaxElements { get; init; } = 600_000;

    /// <summary>Most bytes that a compressed document (docx) may unpack to, over all its parts. Default 100 MB.</summary>
    [Range(1_000, 1_000_000_000, ErrorMessage = "Digest:Decoding:MaxUnpackedBytes must lie between 1,000 and 1,000,000,000 bytes.")]
    public long MaxUnpackedBytes { get; init; } = 100_000_000;
}
