using Digest.Core.Blocks;

namespace Digest.Core.Metadata;

/// <summary>Who wrote the essay, as far as it says so itself.</summary>
public sealed record Byline
{
    /// <summary>Names of the authors in their order; at least one. Titles and credentials are taken off.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Role of the (first) author in the essay's own words ("Research Scholar"), or null.</summary>
    public string? Role { get; init; }

    /// <summary>Role and institution in the essay's own words, as the bio line gives them, or null.</summary>
    public string? Affiliation { get; init; }

    /// <summary>Where the names were read, or null when they came from the page's metadata.</summary>
    public Passage? Source { get; init; }
}
