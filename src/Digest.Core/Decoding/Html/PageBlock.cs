using Digest.Core.Blocks;

namespace Digest.Core.Decoding.Html;

/// <summary>A block of a page before it is judged: its text and its place in the tree.</summary>
internal sealed record PageBlock
{
    public required BlockKind Kind { get; init; }

    public required int Level { get; init; }

    public required bool Ordered { get; init; }

    /// <summary>Number of an item of a numbered list; 0 for all else.</summary>
    public int Number { get; init; }

    /// <summary>True for a further paragraph of an item.</summary>
    public bool Continues { get; init; }

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

    /// <summary>True for words that are struck through, which stood inside the block before or by themselves.</summary>
    public bool IsStruck { get; init; }

    /// <summary>As a block of an essay.</summary>
    /// <param name="ordinal">Its place among the blocks.</param>
    /// <param name="origin">Where it came from, for a person.</param>
    public Block ToBlock(int ordinal, string origin) => new()
    {
        Ordinal = ordinal,
        Kind = Kind,
        Level = Level,
        Ordered = Ordered,
        Number = Number,
        Continues = Continues,
        IsHeader = IsHeader,
        Text = Text,
        Spans = Spans,
        Origin = origin,
    };
}
