using Digest.Core.Boilerplate;

namespace Digest.Core.Decoding;

/// <summary>
/// The reasons for which the structure of a document alone (not its words) takes a block out of the body. Ids are
/// stable: they stand in stored strip ledgers.
/// </summary>
public sealed record StructuralRemoval(string Id, string Why)
{
    /// <summary>Site navigation.</summary>
    public static readonly StructuralRemoval Navigation = new("nav", "It is part of the site's navigation.");

    /// <summary>Text a reader of the page does not see.</summary>
    public static readonly StructuralRemoval Hidden = new("hidden", "A reader of the page does not see it.");

    /// <summary>Buttons to share or follow.</summary>
    public static readonly StructuralRemoval ShareBar = new("share-bar", "It is part of the buttons to share or follow.");

    /// <summary>Not inside the part of the page that holds the article.</summary>
    public static readonly StructuralRemoval OutsideArticle = new("outside-article", "It stands outside the part of the page that holds the article.");

    /// <summary>Labels and controls of a form.</summary>
    public static readonly StructuralRemoval Form = new("form", "It is a label or control of a form.");

    /// <summary>The verdict for a block that <paramref name="matched"/> gave away.</summary>
    public Verdict Strip(string matched) => new Verdict.Strip(Id, matched, Why);
}
