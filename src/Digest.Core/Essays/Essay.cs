using System.Text.Json.Serialization;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Insight;
using Digest.Core.Metadata;

namespace Digest.Core.Essays;

/// <summary>
/// An essay as it was read: the kept blocks, everything read out of them, and the ledger of what was left out.
/// A pure function of the drop's bytes and name and of the rule set; it knows nothing of storage or time.
/// </summary>
public sealed record Essay
{
    /// <summary>Title without the site's name; never empty.</summary>
    public required string Title { get; init; }

    /// <summary>The kind of piece as the essay names it above or before its title ("Opinion"), or null.</summary>
    public string? Kicker { get; init; }

    /// <summary>The author's or editor's own standfirst, or null where the essay has none.</summary>
    public string? Dek { get; init; }

    /// <summary>Who wrote it, or null where the essay does not say.</summary>
    public Byline? Byline { get; init; }

    /// <summary>Day of publication the document states, or null; never guessed.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>BCP 47 tag of the body's language; <c>und</c> when it can't be told.</summary>
    public required string Language { get; init; }

    /// <summary>Name of the publication, or null.</summary>
    public string? Site { get; init; }

    /// <summary>Canonical http(s) address of the original, or null.</summary>
    public Uri? Canonical { get; init; }

    /// <summary>True where the drop calls itself a draft: what comes of it is held. Readers never see it, so it is no part of the content.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsDraft { get; init; }

    /// <summary>Reading time in whole minutes at 230 words a minute, rounded up; at least 1.</summary>
    public required int ReadingMinutes { get; init; }

    /// <summary>The summary: the dek where there is one, else chosen sentences. At least one.</summary>
    public required IReadOnlyList<ChosenSentence> Summary { get; init; }

    /// <summary>The editor's own key points where the essay has them, else up to three chosen sentences.</summary>
    public required IReadOnlyList<ChosenSentence> KeyPoints { get; init; }

    /// <summary>Key figures in the order of the text.</summary>
    public required IReadOnlyList<KeyFigure> KeyFigures { get; init; }

    /// <summary>People by number of mentions.</summary>
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>Organisations by number of mentions.</summary>
    public required IReadOnlyList<Organisation> Organisations { get; init; }

    /// <summary>The body in reading order.</summary>
    public required IReadOnlyList<Block> Body { get; init; }

    /// <summary>The strip ledger, in the order of the source. Body and ledger together are all blocks of the document.</summary>
    public required IReadOnlyList<StrippedBlock> Stripped { get; init; }

    /// <summary>Version of the rule set that read the essay: a hash over the rule files.</summary>
    public required string RuleSetVersion { get; init; }

    /// <summary>The summary as one text.</summary>
    public string SummaryText() => string.Join(' ', Summary.Select(s => s.Text));
}
