namespace Digest.Core.Insight;

/// <summary>
/// The lists of <c>Words/</c> as flags: a word is looked up once and then tested against as many lists as one likes.
/// Each file says what its words are for.
/// </summary>
[Flags]
internal enum WordLists : ulong
{
    None = 0,

    /// <summary>Given names.</summary>
    FirstNames = 1UL << 0,

    /// <summary>Family names that stand before the given name.</summary>
    FamilyNamesFirst = 1UL << 1,

    /// <summary>"Dr", "President" and the like.</summary>
    Honorifics = 1UL << 2,

    /// <summary>Titles that only people bear.</summary>
    PersonalTitles = 1UL << 3,

    /// <summary>"said", "argues".</summary>
    SpeechVerbs = 1UL << 4,

    /// <summary>Nouns that make a name that of a thing: "Bridge", "Administration".</summary>
    Things = 1UL << 5,

    /// <summary>Things that are surnames too.</summary>
    SurnameThings = 1UL << 6,

    /// <summary>"van", "al": small words inside a name.</summary>
    Particles = 1UL << 7,

    /// <summary>Countries, cities, regions.</summary>
    Places = 1UL << 8,

    /// <summary>"Russian", "Koreans".</summary>
    Demonyms = 1UL << 9,

    /// <summary>Words that open a sentence and begin no name.</summary>
    Openers = 1UL << 10,

    /// <summary>"University", "Ministry".</summary>
    OrganisationHeads = 1UL << 11,

    /// <summary>Organisations known by name, of several words too.</summary>
    Organisations = 1UL << 12,

    /// <summary>"Council on Foreign Relations", "Panel on Climate Change".</summary>
    HeadsBeforeOn = 1UL << 13,

    /// <summary>"People’s Liberation Army", "Workers’ Party".</summary>
    OwningPlurals = 1UL << 14,

    /// <summary>Phrases that only look like an organisation's name.</summary>
    NotOrganisations = 1UL << 15,

    /// <summary>Words of capitals that stand for nothing longer.</summary>
    NoAcronyms = 1UL << 16,

    /// <summary>Frequent English words.</summary>
    CommonWords = 1UL << 17,

    /// <summary>Words of grammar.</summary>
    SmallWords = 1UL << 18,

    /// <summary>"president", "novelist".</summary>
    Roles = 1UL << 19,

    /// <summary>"former", "deputy".</summary>
    RoleModifiers = 1UL << 20,

    /// <summary>Phrases that only look like a person's name.</summary>
    NotPeople = 1UL << 21,

    /// <summary>Words at which a noun phrase ends.</summary>
    Stops = 1UL << 22,

    /// <summary>Parts of an argument: "reasons", "ways".</summary>
    Discourse = 1UL << 23,

    /// <summary>"Article", "page": a number behind them is a label.</summary>
    Labels = 1UL << 24,

    /// <summary>"these", "first": a number behind them says which.</summary>
    BeforeCount = 1UL << 25,

    /// <summary>Words before a year.</summary>
    YearContext = 1UL << 26,

    /// <summary>"soldiers", "voters".</summary>
    PersonNouns = 1UL << 27,

    /// <summary>Things of the world that are worth counting.</summary>
    Concrete = 1UL << 28,

    /// <summary>"total", "number".</summary>
    Totals = 1UL << 29,

    /// <summary>Words behind "times".</summary>
    Comparisons = 1UL << 30,

    /// <summary>Words of games and votes.</summary>
    Scores = 1UL << 31,

    /// <summary>"aged".</summary>
    Ages = 1UL << 32,

    /// <summary>What a percentage is told of.</summary>
    PercentNouns = 1UL << 33,

    /// <summary>"about", "at least", of several words too.</summary>
    Qualifiers = 1UL << 34,

    /// <summary>"daily", "early".</summary>
    AdjectivesInLy = 1UL << 35,

    /// <summary>"people", "children".</summary>
    IrregularPlurals = 1UL << 36,

    /// <summary>"Street", "Avenue".</summary>
    Streets = 1UL << 37,

    /// <summary>The places, also without their capital.</summary>
    PlacesInAnyCase = 1UL << 38,

    /// <summary>The demonyms, also without their capital.</summary>
    DemonymsInAnyCase = 1UL << 39,

    /// <summary>"rose", "fell".</summary>
    ChangeVerbs = 1UL << 40,

    /// <summary>Names of months.</summary>
    Months = 1UL << 41,

    /// <summary>Words with a stop that ends no sentence.</summary>
    Abbreviations = 1UL << 42,

    /// <summary>Abbreviations that may end a sentence.</summary>
    ClosingAbbreviations = 1UL << 43,

    /// <summary>Words at the head of a sentence that point back.</summary>
    DanglingStarts = 1UL << 44,

    /// <summary>Phrases at the head of a sentence that point back.</summary>
    DanglingPhrases = 1UL << 45,

    /// <summary>"essay", "column".</summary>
    EssayNouns = 1UL << 46,

    /// <summary>Words of numbers; what they say is told by <see cref="Figures.NumberWords"/>.</summary>
    NumberWords = 1UL << 47,

    /// <summary>Units of measure; what they measure is told by <see cref="Figures.Measures"/>.</summary>
    MeasureWords = 1UL << 48,

    /// <summary>"I", "my".</summary>
    FirstPerson = 1UL << 49,

    /// <summary>"we", "our".</summary>
    FirstPersonPlural = 1UL << 50,

    /// <summary>"you", "your".</summary>
    SecondPerson = 1UL << 51,

    /// <summary>"are", "had", "would".</summary>
    Auxiliaries = 1UL << 52,

    /// <summary>Verbs behind a counted noun or before what they count: "remain", "killed".</summary>
    Verbs = 1UL << 53,

    /// <summary>"exceeded", "topped".</summary>
    ExceedingVerbs = 1UL << 54,

    /// <summary>"ranges", "varied".</summary>
    SpanVerbs = 1UL << 55,

    /// <summary>What is counted by the thousand as a way of speaking: "reasons", "hoops".</summary>
    Hyperbole = 1UL << 56,

    /// <summary>Things whose half is a way of speaking: "story", "battle".</summary>
    WholeThings = 1UL << 57,

    /// <summary>"behind", "overdue".</summary>
    Lags = 1UL << 58,

    /// <summary>"-class", "-era": what a hyphen ties to a name without being part of it.</summary>
    NameTails = 1UL << 59,

    /// <summary>"but", "when".</summary>
    ClauseOpeners = 1UL << 60,

    /// <summary>"for", "lasted": before "over thirty years" these say that it was longer.</summary>
    BeforeOver = 1UL << 61,

    /// <summary>"ago", "later".</summary>
    TimeLinks = 1UL << 62,

    /// <summary>Words no name begins with: they have a capital only because they open a sentence.</summary>
    FunctionWords = Openers | SmallWords | Stops,

    /// <summary>A country, city or people.</summary>
    Geographic = Places | Demonyms,
}
