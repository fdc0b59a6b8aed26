namespace Digest.Core.Decoding.Html.Declared;

/// <summary>The places a page names its author in.</summary>
[Flags]
internal enum AuthorSignals
{
    None = 0,
    JsonLdPerson = 1 << 0,
    JsonLd = 1 << 1,
    JsonLdOrganisation = 1 << 2,
    MetaAuthor = 1 << 3,
    TwitterData = 1 << 4,
    AuthorLink = 1 << 5,
    RelAuthor = 1 << 6,
    ItemProp = 1 << 7,
    AuthorClass = 1 << 8,
    BylineClass = 1 << 9,
    ByLine = 1 << 10,
    NearHeadline = 1 << 11,
    AuthorBox = 1 << 12,
    SiteOwner = 1 << 13,

    /// <summary>The line begins with the label ("By", "Author:") or stands under it.</summary>
    Labelled = 1 << 14,

    /// <summary>An element whose class says that it holds an author's name, and nothing else.</summary>
    NameClass = 1 << 15,
}

/// <summary>A name that may be an author's, with everything that speaks for it.</summary>
internal sealed class AuthorCandidate(string name, int order)
{
    private const int Unseen = 200;

    public string Name { get; set; } = name;

    /// <summary>Place among the candidates in the order they were met.</summary>
    public int Order { get; } = order;

    public AuthorSignals Signals { get; set; }

    /// <summary>How often it was met.</summary>
    public int Count { get; set; }

    /// <summary>Blocks between the headline and the nearest visible mention; 200 when it is nowhere visible.</summary>
    public int Distance { get; set; } = Unseen;

    /// <summary>The name stands in the visible text.</summary>
    public bool IsSeen => Distance < Unseen;

    /// <summary>Most other names that stand in the same text with it.</summary>
    public int Companions { get; set; }

    /// <summary>The label before a mention speaks of reviewing or editing.</summary>
    public bool IsReviewer { get; set; }

    /// <summary>Blocks between a visible mention and a visible date; 20 when there is none near.</summary>
    public int FromDate { get; set; } = 20;

    /// <summary>A note further down begins with the name and says who it is.</summary>
    public bool HasBio { get; set; }

    /// <summary>A mention stands in the text of the article.</summary>
    public bool IsInText { get; set; }

    /// <summary>The mention's letters are all there is in its element.</summary>
    public bool StandsAlone { get; set; }
}
