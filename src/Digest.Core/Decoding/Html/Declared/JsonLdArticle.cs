namespace Digest.Core.Decoding.Html.Declared;

/// <summary>The article a page's JSON-LD speaks of; fields it does not give are null.</summary>
internal sealed record JsonLdArticle
{
    public string? Headline { get; init; }

    public string? Description { get; init; }

    public string? Published { get; init; }

    public string? Modified { get; init; }

    public string? Body { get; init; }

    public string? Language { get; init; }

    public string? Publisher { get; init; }

    public string? Address { get; init; }

    /// <summary>Authors with their declared type (<c>Person</c>, <c>Organization</c>, or empty).</summary>
    public IReadOnlyList<(string Name, string Type)> Authors { get; init; } = [];
}
