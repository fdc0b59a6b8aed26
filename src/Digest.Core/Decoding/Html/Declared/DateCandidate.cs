namespace Digest.Core.Decoding.Html.Declared;

/// <summary>The places a page gives a day in.</summary>
[Flags]
internal enum DateSignals
{
    None = 0,

    /// <summary>A meta element that means the day of publication and nothing else.</summary>
    MetaPublished = 1 << 0,

    /// <summary>A meta element named after dates in general.</summary>
    MetaDate = 1 << 1,

    /// <summary><c>datePublished</c> of the JSON-LD's article.</summary>
    JsonLdPublished = 1 << 2,

    /// <summary><c>datePublished</c> of another JSON-LD node.</summary>
    JsonLdOther = 1 << 3,

    /// <summary>A meta element or JSON-LD gives it as the day of the last change.</summary>
    DeclaredModified = 1 << 4,

    /// <summary>The address names it.</summary>
    Address = 1 << 5,

    /// <summary>The address names its month.</summary>
    AddressMonth = 1 << 6,

    /// <summary>A short line shows it.</summary>
    Shown = 1 << 7,

    /// <summary>A <c>time</c> element gives it.</summary>
    Time = 1 << 8,

    /// <summary>Words before it, or the element's name, speak of publishing.</summary>
    LabelledPublished = 1 << 9,

    /// <summary>Words before it, or the element's name, speak of changing.</summary>
    LabelledUpdated = 1 << 10,

    /// <summary>Words before it speak of something else.</summary>
    LabelledOther = 1 << 11,

    /// <summary>It is shown with no label.</summary>
    Unlabelled = 1 << 12,

    /// <summary>The element around it is named after dates and notes about the article.</summary>
    MetaElement = 1 << 13,

    /// <summary>The element around it is named after authors.</summary>
    AuthorElement = 1 << 14,

    /// <summary>It stands in the text of the article.</summary>
    InText = 1 << 15,

    /// <summary>It stands in a footer: of the page, or of the article's head.</summary>
    Footer = 1 << 16,
}

/// <summary>A day that may be the article's, with everything that speaks for it.</summary>
internal sealed class DateCandidate(DateOnly day)
{
    /// <summary>Distance of a day that is shown nowhere.</summary>
    public const int Nowhere = 200;

    public DateOnly Day { get; } = day;

    public DateSignals Signals { get; set; }

    /// <summary>Blocks between the headline and the nearest line that shows it.</summary>
    public int Distance { get; set; } = Nowhere;

    /// <summary>That line stands before the headline.</summary>
    public bool IsBefore { get; set; }

    /// <summary>Blocks between the end of the article and the nearest line that shows it.</summary>
    public int FromEnd { get; set; } = Nowhere;

    /// <summary>Lines that show it.</summary>
    public int Count { get; set; }

    /// <summary>Every such line stands in a card, a sidebar or among related articles.</summary>
    public bool IsAside { get; set; }

    /// <summary>Words of the shortest line that shows it.</summary>
    public int Words { get; set; } = Nowhere;
}
