namespace Digest.Core.Boilerplate;

/// <summary>
/// The reasons for which a block leaves the body that no rule file can state, because they compare the block with
/// other parts of the essay. Ids are stable: they stand in stored strip ledgers.
/// </summary>
/// <param name="Id">Stable id.</param>
/// <param name="Why">One sentence for an editor.</param>
public sealed record TextRemoval(string Id, string Why)
{
    /// <summary>The title.</summary>
    public static readonly TextRemoval Title = new("title", "It is the title, which is shown above the essay.");

    /// <summary>The title once more.</summary>
    public static readonly TextRemoval RepeatedTitle = new("repeated-title", "It repeats the title.");

    /// <summary>The kind of piece, above the title.</summary>
    public static readonly TextRemoval Kicker = new("kicker", "It names the kind of piece and is shown above the title.");

    /// <summary>The standfirst.</summary>
    public static readonly TextRemoval Dek = new("dek", "It is the standfirst, which is shown below the title.");

    /// <summary>The standfirst once more.</summary>
    public static readonly TextRemoval RepeatedDek = new("repeated-dek", "It repeats the standfirst.");

    /// <summary>The author's name on a line of its own.</summary>
    public static readonly TextRemoval BylineName = new("byline-name", "It is the author's name, which is shown in the byline.");

    /// <summary>Role or institution under the author's name.</summary>
    public static readonly TextRemoval BylineRole = new("byline-role", "It says who the author is and is shown in the byline.");

    /// <summary>The day without its year, a button, the publication or the occasion of a speech, under the author's name.</summary>
    public static readonly TextRemoval UnderName = new("under-name", "It is the day, a button, the publication or the occasion under the author's name.");

    /// <summary>A note on the author at the end.</summary>
    public static readonly TextRemoval AuthorBio = new("author-bio", "It is a note on the author, which belongs to the byline.");

    /// <summary>The name of the publication above the number of the issue.</summary>
    public static readonly TextRemoval Masthead = new("masthead", "It names the publication in which the piece appeared.");

    /// <summary>A sentence of the text, set large between its paragraphs.</summary>
    public static readonly TextRemoval PullQuote = new("pull-quote", "It repeats a sentence of the text beside it.");

    /// <summary>What is said of a picture or a chart, beside its credit.</summary>
    public static readonly TextRemoval Caption = new("caption", "It is the caption of a picture that is not part of the text.");

    /// <summary>A caption, a teaser or an offer among the paragraphs.</summary>
    public static readonly TextRemoval Insert = new("insert", "It stands among the paragraphs and breaks off without a full stop, as captions and offers do.");

    /// <summary>Who made a picture, under its caption.</summary>
    public static readonly TextRemoval PictureCredit = new("picture-credit", "It names who made a picture that is not part of the text.");

    /// <summary>Title, author and publisher of a book under review.</summary>
    public static readonly TextRemoval ReviewedBook = new("reviewed-book", "It gives title, author and publisher of the book under review.");

    /// <summary>A line of the page around the text: a menu, a tag, a teaser, a notice.</summary>
    public static readonly TextRemoval PageFrame = new("page-frame", "It looks and stands like a line of the page around the text.");

    /// <summary>A line among the title, the fields and the small print of a form for newsletters.</summary>
    public static readonly TextRemoval CallBox = new("call-box", "It stands in a box in which a newsletter is offered or money asked for.");

    /// <summary>The letter or the mail with which the essay came.</summary>
    public static readonly TextRemoval CoverLetter = new("cover-letter-text", "It is part of the letter with which the essay came.");

    /// <summary>The line at the head or foot of every page of a print, or a page number.</summary>
    public static readonly TextRemoval RunningHead = new("running-head", "It is the line at the head or foot of a printed page.");

    /// <summary>Numbers and what they count, each on a line of its own.</summary>
    public static readonly TextRemoval NumberBox = new("number-box", "It stands in a box of numbers that the text tells in sentences.");

    /// <summary>Labels and their values, each on a line of its own.</summary>
    public static readonly TextRemoval FactBox = new("fact-box", "It stands in a box of facts beside the text.");

    /// <summary>A line of the head of a mail.</summary>
    public static readonly TextRemoval MailHead = new("mail-head", "It belongs to the head of the e-mail in which the essay came.");

    /// <summary>Address of the one who sent a manuscript.</summary>
    public static readonly TextRemoval SenderAddress = new("sender-address", "It is the address of the one who sent the piece.");

    /// <summary>A line of strokes above or below something that has left.</summary>
    public static readonly TextRemoval Divider = new("divider", "It divides the text from lines that are no part of it.");

    /// <summary>A heading of notes, references or a box with nothing left under it.</summary>
    public static readonly TextRemoval EmptySection = new("empty-section", "It heads notes or a box, and nothing of the text stands under it.");

    /// <summary>All of them, for the documentation.</summary>
    public static IReadOnlyList<TextRemoval> All { get; } =
        [AuthorBio, BylineName, BylineRole, CallBox, Caption, CoverLetter, Dek, Divider, EmptySection, FactBox, Insert, Kicker, MailHead, Masthead, NumberBox, PageFrame, PictureCredit, PullQuote, RepeatedDek, RepeatedTitle, ReviewedBook, RunningHead, SenderAddress, Title, UnderName];

    /// <summary>The verdict for a block that <paramref name="matched"/> gave away.</summary>
    public Verdict Strip(string matched) => new Verdict.Strip(Id, matched, Why);
}
