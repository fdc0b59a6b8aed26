using Digest.Core.Boilerplate;

namespace Digest.Core.Decoding;

/// <summary>
/// The reasons for which the structure of a document (where a block stands, not a rule about its words) takes a block out of
/// the body. Ids are stable: they stand in stored strip ledgers.
/// </summary>
/// <param name="Id">Stable id in kebab case.</param>
/// <param name="Why">One sentence for an editor.</param>
public sealed record StructuralRemoval(string Id, string Why)
{
    /// <summary>Text a reader of the page does not see.</summary>
    public static readonly StructuralRemoval Hidden = new("hidden", "A reader of the page does not see it.");

    /// <summary>Consent requests, pop-ups and other windows above the page.</summary>
    public static readonly StructuralRemoval Overlay = new("overlay", "It belongs to a window above the page, such as a cookie notice or a pop-up.");

    /// <summary>Site navigation.</summary>
    public static readonly StructuralRemoval Navigation = new("nav", "It is part of the site's navigation.");

    /// <summary>Comments of readers.</summary>
    public static readonly StructuralRemoval Comments = new("comments", "It stands among the comments of readers.");

    /// <summary>What somebody noted on a draft, in Word or in the export of an online document.</summary>
    public static readonly StructuralRemoval DraftComment = new("draft-comment", "It is a comment that somebody made on the draft.");

    /// <summary>Words that somebody has struck through and left standing.</summary>
    public static readonly StructuralRemoval Struck = new("struck", "It is struck through.");

    /// <summary>Buttons to share or follow.</summary>
    public static readonly StructuralRemoval ShareBar = new("share-bar", "It is part of the buttons to share or follow.");

    /// <summary>Other articles.</summary>
    public static readonly StructuralRemoval Related = new("related", "It points to other articles.");

    /// <summary>Newsletter boxes.</summary>
    public static readonly StructuralRemoval Newsletter = new("newsletter-box", "It is part of a box to subscribe to a newsletter.");

    /// <summary>Advertisements, offers and calls to act.</summary>
    public static readonly StructuralRemoval Promotion = new("promotion", "It advertises something or calls to act.");

    /// <summary>Labels and controls of a form.</summary>
    public static readonly StructuralRemoval Form = new("form", "It is a label or control of a form.");

    /// <summary>The box about the author, or the line with the names.</summary>
    public static readonly StructuralRemoval AuthorBox = new("author-box", "It tells about the author; names and roles stand in the byline.");

    /// <summary>A line of a form above a draft, with its label.</summary>
    public static readonly StructuralRemoval LabelledLine = new("labelled-line", "It is a line of the form above the draft; what it says of title, author and day stands above the text.");

    /// <summary>Date, topics, reading time.</summary>
    public static readonly StructuralRemoval Dateline = new("dateline", "It gives the date, topics or reading time of the article.");

    /// <summary>Captions and credits of pictures and recordings.</summary>
    public static readonly StructuralRemoval Caption = new("caption", "It is the caption, credit or control of a picture or recording.");

    /// <summary>The list of the article's own headings.</summary>
    public static readonly StructuralRemoval Contents = new("contents", "It is the article's table of contents.");

    /// <summary>The headline, which stands above the essay already.</summary>
    public static readonly StructuralRemoval Headline = new("headline", "It is the article's headline, which stands above the text already.");

    /// <summary>The standfirst, which stands above the essay already.</summary>
    public static readonly StructuralRemoval Standfirst = new("standfirst", "It repeats the description of the article.");

    /// <summary>The page's footer.</summary>
    public static readonly StructuralRemoval Footer = new("page-footer", "It is part of the page's footer.");

    /// <summary>The page's head.</summary>
    public static readonly StructuralRemoval Header = new("page-header", "It is part of the page's header.");

    /// <summary>The column beside the article.</summary>
    public static readonly StructuralRemoval Sidebar = new("sidebar", "It stands in a column or box beside the article.");

    /// <summary>Text that consists of links.</summary>
    public static readonly StructuralRemoval Links = new("links", "It consists of links.");

    /// <summary>Not inside the part of the page that holds the article.</summary>
    public static readonly StructuralRemoval OutsideArticle = new("outside-article", "It stands outside the part of the page that holds the article.");

    /// <summary>Inside the article's part of the page, but unlike its text.</summary>
    public static readonly StructuralRemoval UnlikeArticle = new("unlike-article", "By its length, links, place and neighbours it does not read as part of the article.");

    /// <summary>All reasons, in the order in which they are tried.</summary>
    public static IReadOnlyList<StructuralRemoval> All { get; } =
    [
        Hidden, Overlay, Navigation, Comments, DraftComment, Struck, ShareBar, Related, Newsletter, Promotion, Form, AuthorBox, LabelledLine, Dateline, Caption, Contents,
        Headline, Standfirst, Footer, Header, Sidebar, Links, OutsideArticle, UnlikeArticle,
    ];

    /// <summary>The verdict for a block that <paramref name="matched"/> gave away.</summary>
    public Verdict Strip(string matched) => new Verdict.Strip(Id, matched, Why);
}
