namespace Digest.Core.Metadata;

/// <summary>A line that may be a text's title.</summary>
/// <param name="Line">Its block.</param>
/// <param name="Row">Its numbers, as <see cref="TitleFeatures.Names"/> says.</param>
internal sealed record TitleCandidate(int Line, float[] Row)
{
    /// <summary>Words put together with smaller ones, as names of sections seldom are.</summary>
    public bool ReadsAsPhrase { get; init; }

    /// <summary>A few words in small letters, as titles above a standfirst are and names of sites and sections seldom.</summary>
    public bool ReadsAsHeadline { get; init; }

    /// <summary>A long line right above a byline or a date.</summary>
    public bool ReadsAsStandfirst { get; init; }

    /// <summary>A byline or a day comes right below, or below the standfirst; the first line above a day names the publication as often.</summary>
    public bool StandsAboveByline { get; init; }

    /// <summary>It stands right between the trail of sections that leads to the page and a line that a rule knows.</summary>
    public bool StandsUnderTrail { get; init; }

    /// <summary>It stands above a byline and below a greeting to subscribers, as the title of a piece in a newsletter does.</summary>
    public bool StandsUnderGreeting { get; init; }

    /// <summary>A few words that begin with an article, below another candidate, and nowhere else in the file: what is called so and is not at the top is no publication.</summary>
    public bool BeginsWithArticle { get; init; }

    /// <summary>It ends as a sentence.</summary>
    public bool EndsAsSentence { get; init; }

    /// <summary>It stands in quotation marks as a whole.</summary>
    public bool IsQuotation { get; init; }

    /// <summary>A sentence as those of a text.</summary>
    public bool IsRunningText { get; init; }
}

/// <summary>The lines that may be a text's title, in order.</summary>
/// <param name="All">The lines.</param>
/// <param name="LinesBehindText">Lines that stand behind the last running text: many where the page was pasted, too.</param>
/// <param name="FirstMenuLine">The first block that a rule strips as a menu or the like.</param>
/// <param name="BeginWithTitle">The text begins with a phrase in capital letters above a longer one in small letters, and nothing of a page was pasted with it: a title and its standfirst.</param>
internal sealed record TitleCandidates(IReadOnlyList<TitleCandidate> All, int LinesBehindText, int FirstMenuLine, bool BeginWithTitle)
{
    /// <summary>The numbers of the lines.</summary>
    public float[][] Rows => [.. All.Select(candidate => candidate.Row)];
}
