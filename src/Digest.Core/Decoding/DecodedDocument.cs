using Digest.Core.Boilerplate;
using Digest.Core.Essays;
using Digest.Core.Metadata;

namespace Digest.Core.Decoding;

/// <summary>The formats that are read.</summary>
public enum SourceFormat
{
    /// <summary>Text without markup, hard-wrapped or one paragraph a line.</summary>
    PlainText,

    /// <summary>Markdown (CommonMark with tables, footnotes and front matter).</summary>
    Markdown,

    /// <summary>A page of the web, or a document that a word processor saved as one.</summary>
    Html,

    /// <summary>Office Open XML text document (<c>.docx</c>).</summary>
    Word,
}

/// <summary>A drop that could be read: all its blocks in order, and what the document declares about itself.</summary>
public sealed record DecodedDocument
{
    /// <summary>The format the bytes turned out to have.</summary>
    public required SourceFormat Format { get; init; }

    /// <summary>
    /// True for a page of a site: decoding has told the article from what stands around it, and what the page declares is
    /// final. Every other document is nothing but its lines, and they are all that tells what belongs to the essay.
    /// </summary>
    public bool IsPage { get; init; }

    /// <summary>
    /// All blocks of the document in the order of the source; ordinals run from 0 without gaps. Blocks that the
    /// structure of the document shows to be no part of the essay (navigation, hidden text, share bars) already carry
    /// <see cref="Verdict.Strip"/> with an id of <see cref="StructuralRemoval"/>.
    /// </summary>
    public required IReadOnlyList<ClassifiedBlock> Blocks { get; init; }

    /// <summary>What the document declares about itself. Final for pages of a site; empty for plain text.</summary>
    public required DocumentMetadata Metadata { get; init; }
}

/// <summary>The result of decoding a drop: a document or a problem, never neither.</summary>
public abstract record DecodeResult
{
    private DecodeResult() { }

    /// <summary>The drop could be read.</summary>
    public sealed record Decoded(DecodedDocument Document) : DecodeResult;

    /// <summary>The drop can't be read, and why, for the person who dropped it.</summary>
    public sealed record Rejected(Problem Problem) : DecodeResult;
}
