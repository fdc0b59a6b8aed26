using Digest.Core.Blocks;

namespace Digest.Core.Insight;

/// <summary>What insight is read from: an essay that has already been cleaned.</summary>
public sealed record InsightRequest
{
    /// <summary>Title of the essay; its words tell which sentences speak of the subject.</summary>
    public required string Title { get; init; }

    /// <summary>The author's or editor's own standfirst, or null: where there is one, it is the summary.</summary>
    public string? Dek { get; init; }

    /// <summary>Where the dek stands, when it was read from a block (of <see cref="Asides"/> or <see cref="Body"/>); null when it comes from metadata.</summary>
    public Passage? DekPassage { get; init; }

    /// <summary>BCP 47 tag of the body's language. Figures and names are read by English grammar; see docs/quality.md.</summary>
    public required string Language { get; init; }

    /// <summary>Names of the authors, who are not among the people the essay speaks of.</summary>
    public IReadOnlyList<string> BylineNames { get; init; } = [];

    /// <summary>The kept blocks in reading order.</summary>
    public required IReadOnlyList<Block> Body { get; init; }

    /// <summary>Blocks that left the body but are the essay's own words, such as the dek and the key points: figures and names are read there too.</summary>
    public IReadOnlyList<Block> Asides { get; init; } = [];

    /// <summary>The editor's own key points, or empty: where there are some, they are the key points.</summary>
    public IReadOnlyList<ChosenSentence> EditorKeyPoints { get; init; } = [];
}

/// <summary>What was read out of an essay beyond its text. Every range lies within its block.</summary>
/// <param name="Summary">The dek, else chosen sentences in the order of the text; empty only for a body without a sentence.</param>
/// <param name="KeyPoints">The editor's key points, else up to three chosen sentences.</param>
/// <param name="KeyFigures">Key figures in the order of the text.</param>
/// <param name="People">People by number of mentions.</param>
/// <param name="Organisations">Organisations by number of mentions.</param>
public sealed record Insights(
    IReadOnlyList<ChosenSentence> Summary,
    IReadOnlyList<ChosenSentence> KeyPoints,
    IReadOnlyList<KeyFigure> KeyFigures,
    IReadOnlyList<Person> People,
    IReadOnlyList<Organisation> Organisations);
