using System.Text.Json.Serialization;
using Digest.Core.Blocks;

namespace Digest.Core.Boilerplate;

/// <summary>Where in an essay a rule may apply. Zones are measured in running prose, not in blocks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleZone>))]
public enum RuleZone
{
    /// <summary>Anywhere between the title and the last block.</summary>
    Anywhere,

    /// <summary>Before the essay's running text has begun.</summary>
    Head,

    /// <summary>After the essay's running text has ended.</summary>
    Tail,

    /// <summary>Before it has begun or after it has ended.</summary>
    Ends,
}

/// <summary>What a rule does with a block.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleEffect>))]
public enum RuleEffect
{
    /// <summary>The block leaves the body.</summary>
    Strip,

    /// <summary>The block leaves the body, and the names in it are the byline.</summary>
    Byline,

    /// <summary>The block leaves the body, and what it says of the author goes to the byline.</summary>
    Bio,

    /// <summary>The block leaves the body, and the day in it is the day of publication.</summary>
    Date,

    /// <summary>The block leaves the body, and it names the kind of piece ("Opinion").</summary>
    Kicker,

    /// <summary>The block leaves the body; it and the list under it are the editor's key points.</summary>
    KeyPoints,

    /// <summary>The block stays whatever other rules say (corrections, notes, references).</summary>
    Keep,
}

/// <summary>Which following blocks go the way of a block that matched.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleReach>))]
public enum RuleReach
{
    /// <summary>None.</summary>
    Own,

    /// <summary>List items, links and lines that are no sentences, up to the next running text.</summary>
    List,

    /// <summary>Paragraphs that speak of an author.</summary>
    Bios,

    /// <summary>Everything to the end of the essay, unless running text follows: then as <see cref="List"/>.</summary>
    Rest,

    /// <summary>The line right under it, if there is one that is no running text.</summary>
    Next,

    /// <summary>The titles under it: short lines that are no statements, up to the next running text or heading.</summary>
    Titles,
}

/// <summary>
/// One boilerplate rule, as a rule file states it. Every pattern that is given has to match; patterns are lists of
/// alternatives in the syntax of .NET's expressions without looking ahead or behind, matched without regard to case on text whose curly
/// quotes and long dashes have been made straight. <c>{word}</c> stands for an entry of the vocabulary file.
/// </summary>
public sealed record Rule
{
    /// <summary>Stable name in kebab case; it stands in stored strip ledgers.</summary>
    public required string Id { get; init; }

    /// <summary>Where the rule may apply.</summary>
    public required RuleZone Where { get; init; }

    /// <summary>Kinds of block the rule looks at; all but code, table rows and footnotes when left out.</summary>
    public IReadOnlyList<BlockKind>? Kinds { get; init; }

    /// <summary>The whole block is one of these, punctuation around it aside.</summary>
    public IReadOnlyList<string>? Is { get; init; }

    /// <summary>The block begins with one of these.</summary>
    public IReadOnlyList<string>? Starts { get; init; }

    /// <summary>The block has one of these somewhere.</summary>
    public IReadOnlyList<string>? Contains { get; init; }

    /// <summary>The block has none of these anywhere.</summary>
    public IReadOnlyList<string>? Unless { get; init; }

    /// <summary>Longest block the rule applies to, in words; 1 to 250.</summary>
    public required int MaxWords { get; init; }

    /// <summary>True when the rule looks only at lines: blocks that do not end as a sentence.</summary>
    public bool OnlyLines { get; init; }

    /// <summary>True when pages insert such blocks between the paragraphs, too: short ones leave there as they leave at the ends.</summary>
    public bool Between { get; init; }

    /// <summary>What happens to the block; it is stripped when left out.</summary>
    public RuleEffect Effect { get; init; }

    /// <summary>Which following blocks go with it; none when left out.</summary>
    public RuleReach Takes { get; init; }

    /// <summary>One sentence that tells an editor why the block is no part of the essay.</summary>
    public required string Why { get; init; }

    /// <summary>Examples the rule acts on; at least one. A line break separates blocks, of which the rule takes all.</summary>
    public required IReadOnlyList<string> Strips { get; init; }

    /// <summary>Sentences of real essays that look alike and stay; at least one.</summary>
    public required IReadOnlyList<string> Keeps { get; init; }

    /// <summary>Name of the file the rule stands in.</summary>
    [JsonIgnore]
    public string File { get; init; } = "";
}
