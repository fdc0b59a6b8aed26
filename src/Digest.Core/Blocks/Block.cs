using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Digest.Core.Blocks;

/// <summary>What a block is in the running text of an essay.</summary>
public enum BlockKind
{
    /// <summary>A paragraph of running text.</summary>
    Paragraph,

    /// <summary>A heading; <see cref="Block.Level"/> is 1 to 6.</summary>
    Heading,

    /// <summary>One item of a list; <see cref="Block.Level"/> is its depth from 1, <see cref="Block.Ordered"/> tells numbered lists.</summary>
    ListItem,

    /// <summary>A block quotation.</summary>
    Quote,

    /// <summary>Preformatted text or code; line breaks in <see cref="Block.Text"/> are meant.</summary>
    Code,

    /// <summary>One row of a table; cells are separated by a tab in <see cref="Block.Text"/>.</summary>
    TableRow,

    /// <summary>The caption of a figure or table.</summary>
    Caption,

    /// <summary>A footnote or endnote.</summary>
    Footnote,
}

/// <summary>
/// The smallest unit that is kept or stripped as a whole. Blocks keep the order of the source, and every piece of
/// evidence (a figure, a summary sentence, a byline) points into <see cref="Text"/> by character range.
/// </summary>
public sealed record Block
{
    /// <summary>Position among all blocks of the essay, stripped ones included; from 0, without gaps.</summary>
    public required int Ordinal { get; init; }

    /// <summary>What the block is.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>Text with white space folded (kept in <see cref="BlockKind.Code"/>), Unicode normalised to NFC; never markup.</summary>
    public required string Text { get; init; }

    /// <summary>Heading level or list depth; 0 where neither applies.</summary>
    public int Level { get; init; }

    /// <summary>True for an item of a numbered list.</summary>
    public bool Ordered { get; init; }

    /// <summary>The number an item of a numbered list has in the source; 0 where it is not told, and the items are counted from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Number { get; init; }

    /// <summary>True for a further paragraph of the item of a list that began before it: it has no bullet or number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Continues { get; init; }

    /// <summary>True for a row of a table whose cells name what stands below them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsHeader { get; init; }

    /// <summary>The sign before an item of a list as somebody typed it ("•", "-", "2."), which <see cref="Text"/> does not repeat; null where there was none or the form has lists of its own.</summary>
    [JsonIgnore]
    public string? Marker { get; init; }

    /// <summary>Links and emphasis inside <see cref="Text"/>, by start; spans nest properly or are disjoint.</summary>
    public IReadOnlyList<InlineSpan> Spans { get; init; } = [];

    /// <summary>Where the block came from, for a person: <c>line 12</c>, <c>body &gt; main &gt; p:3</c>, <c>footnote 2</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>True when no blank line or empty paragraph stands between it and the block before: the lines of a box follow one another at once. Not told of pages of a site.</summary>
    [JsonIgnore]
    public bool FollowsAtOnce { get; init; }

    /// <summary>True for a line of plain text whose words stand apart in three groups or more, as the entries of a menu and the cells of a table do.</summary>
    [JsonIgnore]
    public bool IsRow { get; init; }
}

/// <summary>What a <see cref="InlineSpan"/> marks.</summary>
public enum InlineKind
{
    /// <summary>A hyperlink; <see cref="InlineSpan.Target"/> is its absolute or document-relative address.</summary>
    Link,

    /// <summary>Emphasis (<c>em</c>, <c>i</c>).</summary>
    Emphasis,

    /// <summary>Strong importance (<c>strong</c>, <c>b</c>).</summary>
    Strong,

    /// <summary>Inline code.</summary>
    Code,

    /// <summary>Superscript, most often a footnote mark.</summary>
    Superscript,

    /// <summary>Subscript.</summary>
    Subscript,
}

/// <summary>A run of a block's text with a meaning.</summary>
/// <param name="Start">First character in the block's text.</param>
/// <param name="Length">Number of UTF-16 characters; at least 1.</param>
/// <param name="Kind">What the run is.</param>
/// <param name="Target">Address of a link as it stood in the source; null for all else. Not yet checked for its scheme.</param>
public readonly record struct InlineSpan(int Start, int Length, InlineKind Kind, string? Target = null);

/// <summary>Evidence: the place in an essay that a statement was read from.</summary>
/// <param name="Block">Ordinal of the block.</param>
/// <param name="Start">First UTF-16 character within the block's text.</param>
/// <param name="End">Character after the last one.</param>
/// <param name="Hash">First 16 hex digits of the SHA-256 of the passage's UTF-8 text: tells whether the passage still says the same.</param>
public readonly record struct Passage(int Block, int Start, int End, string Hash)
{
    /// <summary>The passage of a block from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public static Passage Of(Block block, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(block);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(block.Text[start..end]));
        return new Passage(block.Ordinal, start, end, Convert.ToHexStringLower(hash.AsSpan(0, 8)));
    }
}
