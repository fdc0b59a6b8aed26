using Digest.Core.Blocks;

namespace Digest.Core.Decoding.Html;

/// <summary>A block of a page before it is judged: its text and its place in the tree.</summary>
internal sealed record PageBlock
{
    public required BlockKind Kind { get; init; }

    public required int Level { get; init; }

    public required bool Ordered { get; init; }

    /// <summary>True for a row of a table with heading cells alone.</summary>
    public bool IsHeader { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<InlineSpan> Spans { get; init; }

    /// <summary>The innermost block-level element the text stands in.</summary>
    public required int Container { get; init; }

    /// <summary>First node of the text.</summary>
    public required int FirstNode { get; init; }

    /// <summary>Letters and digits of the text.</summary>
    public required int Letters { get; init; }

    /// <summary>Letters and digits inside links.</summary>
    public required int LinkLetters { get; init; }
}
