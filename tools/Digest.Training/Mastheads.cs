namespace Digest.Training;

/// <summary>
/// Names and slogans of sites, kinds of pieces and sections as they stand above titles. Few of the corpus's pages show their
/// name as text, and their menus say little of what an essay speaks of; "{a}" and "{b}" stand for words of the essay.
/// </summary>
internal static class Mastheads
{
    /// <summary>Names and slogans.</summary>
    public static IReadOnlyList<(string Name, string Slogan)> All { get; } =
    [
        ("The Quay Herald", "News and opinion from the estuary since 1874"),
        ("Slow Water", "Notes on {a}, {b} and other small matters"),
        ("Marginal Gains", "A weekly letter about {a} and {b}"),
        ("The Open Ledger", "Independent reporting on {a}"),
        ("Chalk & Flint", "An occasional journal of {a} and {b}"),
        ("Tidewater Institute", "Research for a changing coast"),
        ("The Northern Review", "A quarterly of politics, books and ideas"),
        ("Hinterland", "Writing from places that nobody flies to"),
        ("The Long Field", "Stories about farming, land and those who live by it"),
        ("Plain Figures", "What the numbers on {a} say and what they do not"),
        ("The Borough Post", "Your town, your news"),
        ("Half Past Politics", "Commentary for people who have no time"),
        ("Centre for Public Choices", "Ideas that work"),
        ("Deep Current", "The magazine of the ocean sciences"),
        ("Second Thoughts", "Essays on {a} by people who changed their minds"),
        ("The Kiln", "A blog about making things, mostly {a}"),
        ("Common Room", "The journal of the students' union of St Brannock's"),
        ("Law & Letters", "A Journal of Law and Literature"),
        ("Policy Exchange Forum", "Independent analysis of {a} and {b}"),
        ("OpenSource Diary", "Field notes from a developer"),
        ("The Weekly Dispatch", "Politics. Culture. Weather."),
        ("World Report Online", "International news and analysis"),
        ("Voices from the Valley", "Local stories told by local people"),
        ("Migrants' Monitor", "A network of reporters in forty countries"),
        ("Health in Brief", "Evidence for those who decide"),
        ("The Clerk's Table", "Reviews and essays from the reading room"),
        ("The Signal Box", "Railways, {a} and the state of things"),
        ("Cold Frame", "A gardener's notebook"),
        ("Bright Lines", "Thinking about {a} since 2009"),
        ("Institute for Fair Growth", "Making the economy work for everyone"),
        ("Data & Daily Life", "How {a} shapes what we do"),
        ("Notes from a Small Office", "One person's view of {a}"),
        ("The Lantern", "Journalism in the public interest"),
        ("Rivers & Roads", "A newsletter about how we get about"),
        ("The Examiner of Things", "Slow essays, every other Sunday"),
        ("Global Watch", "Global news. Local knowledge."),
        ("Frontier Papers", "Working papers, briefs and comment on {a}"),
        ("Academy Today", "News from the universities"),
        ("City Limits Blog", "What we talk about when we talk about {a}"),
        ("The Ploughshare", "War, peace and everything between"),
        ("Mind the Map", "Geography for the curious"),
        ("Under the Counter", "Confessions of a shopkeeper"),
        ("Eastern Approaches", "Analysis of security from the Baltic to the Black Sea"),
        ("The Salt Cellar", "Food, history and argument"),
        ("Civic Works", "{a} and {b} for the common good"),
        ("Tomorrow's Ministry", "A think tank for the digital state"),
        ("Gazette of Science", "All the science that fits"),
        ("The Understudy", "On theatre and those who pay for it"),
        ("Parliament Square", "Comment and analysis from the lobby"),
        ("A Fair Copy", "Literature, translated"),
        ("The Undercurrent", "A student magazine for {a} and {b}"),
        ("Bulletin of the Harbour Society", "Founded 1911"),
        ("Kitchen Economics", "Everything is {a} in the end"),
        ("The Third Shift", "Work, and what becomes of it"),
        ("Inside Government", "How {a} gets done"),
        ("The Evening Star", "First with the news"),
        ("Practical Wisdom", "Advice, {a} and encouragement"),
        ("Unlikely Archive", "Things found in boxes"),
        ("On Reflection", "Reflections on {a} and {b} by a retired civil servant"),
        ("The Wayfarer", "People, places and {a}"),
    ];

    /// <summary>What stands between a masthead and a title.</summary>
    public static IReadOnlyList<string> Between { get; } =
    [
        "Posted on May 22, 2024", "12 March 2025", "Issue 12, Spring 2024", "Vol. IV, No. 2", "Home About Archive Contact", "HomeAboutContact", "Donate", "Sign in", "Subscribe", "Menu", "March 3, 2024", "No. 31 - October 2023", "Search", "Support us",
        "Log in Register", "Published 9 June 2025", "Skip to content", "Home | News | Opinion | Books", "Share", "Latest issue", "Autumn 2022", "5 min read",
    ];

    /// <summary>Kinds of pieces and sections; some repeat words of the essay.</summary>
    public static IReadOnlyList<string> Sections { get; } =
    [
        "Essay", "Comment", "Society", "Politics and {a}", "{a}", "History of {a}", "{a} & {b}", "Culture", "Long read", "Ideas / {a}", "Features", "World", "Research", "Blog", "{a} policy", "The {a} issue", "Science and {a}",
        "Commentary", "Economics", "In depth", "Analysis", "Technology", "Environment", "From the archive", "Interview", "Letter from the coast", "Local news", "Perspectives on {a}", "Education", "Briefing",
        "Health and Medicine", "Energy and Environment", "Arts and Letters", "Trade & Industry", "Crime and Justice", "Work and Wages", "Foreign Affairs", "Law and Courts", "Philosophy of {a}", "ENVIRONMENT ENERGY", "Cities and Transport",
        "Money and Banking", "Books and Culture", "{a} and {b}", "Public Health", "History of ideas", "International Relations", "Media and Society", "Rural Affairs", "{a}   {b}", "Letters from readers", "Family and Education",
    ];
}
