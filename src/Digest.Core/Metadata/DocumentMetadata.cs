namespace Digest.Core.Metadata;

/// <summary>
/// What a document declares about itself: a page's head and byline area, front matter, core properties. Everything is
/// optional; a field is left out where the signals disagree or are known to be junk, never filled with a guess. For web
/// pages this is final; for plain text it is <see cref="Empty"/>.
/// </summary>
public sealed record DocumentMetadata
{
    /// <summary>A document that declares nothing.</summary>
    public static DocumentMetadata Empty { get; } = new();

    /// <summary>Title without the site's name, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Standfirst or description in the publication's own words, or null.</summary>
    public string? Dek { get; init; }

    /// <summary>The authors in their order; empty where none is declared or the signals can't be trusted.</summary>
    public IReadOnlyList<DeclaredAuthor> Authors { get; init; } = [];

    /// <summary>True where the authors are whoever the file says has made it: a byline in the text knows better.</summary>
    public bool AreAuthorsOfFile { get; init; }

    /// <summary>Day of publication, or null where none is stated.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>BCP 47 tag the document declares, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Name of the publication, or null.</summary>
    public string? Site { get; init; }

    /// <summary>Canonical http(s) address of the document, or null.</summary>
    public Uri? Canonical { get; init; }

    /// <summary>Text of the first top-level heading of the document, or null.</summary>
    public string? FirstHeading { get; init; }

    /// <summary>What front matter or a box beside the text tells of the author ("Jane Doe is a hydrologist in Hull."), or null.</summary>
    public string? AuthorNote { get; init; }

    /// <summary>True where the document says of itself that it is a draft, or not to be published yet.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Key points the document lists in its front matter; empty for most.</summary>
    public IReadOnlyList<string> KeyPoints { get; init; } = [];
}

/// <summary>An author a document names.</summary>
/// <param name="Name">The name, cleaned of labels, dates, roles and handles.</param>
/// <param name="Signals">Where the name was found, strongest first: <c>json-ld</c>, <c>meta author</c>, <c>by-line</c>, <c>front matter</c>.</param>
/// <param name="Role">Role in the document's own words, or null.</param>
public sealed record DeclaredAuthor(string Name, IReadOnlyList<string> Signals, string? Role = null);
