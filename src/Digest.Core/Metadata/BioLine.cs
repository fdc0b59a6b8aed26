using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;
using Digest.Core.Insight;

namespace Digest.Core.Metadata;

/// <summary>A sentence on an author: "Jane Doe is a professor of history at the University of Leeds."</summary>
/// <param name="Name">The name, or null when the sentence says "the author" or "she".</param>
/// <param name="Affiliation">Role and institution in the sentence's own words; null when it has none.</param>
/// <param name="IsSentence">True for "Jane Doe is a professor", false for "Jane Doe, professor".</param>
/// <param name="IsPast">It tells what somebody was.</param>
/// <param name="IsOnBook">It begins with a book of the one it names.</param>
internal sealed record BioLine(string? Name, string? Affiliation, bool IsSentence, bool IsPast = false, bool IsOnBook = false)
{
    /// <summary>Further names of whom it says the same: "Jane Doe and John Smith are professors of history".</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}

/// <summary>Reads notes on authors.</summary>
/// <remarks>The expressions need time in proportion to the text on the backtracking engine too (MetadataPatternTests), and megabytes less.</remarks>
internal sealed class BioLineReader
{
    private const RegexOptions Engine = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const int MostTogether = 11;

    /// <summary>Characters behind a dash in which a role begins ("JANE DOE - Senior lecturer in history").</summary>
    private const int LongestRole = 30;
    private const int FewestWordsOfReport = 12;

    private readonly PersonNames _names;
    private readonly AuthorWords _words;
    private readonly BookNote _books;
    private readonly Regex _lead;
    private readonly Regex _subject;
    private readonly Regex _title;
    private readonly Regex _pronoun;
    private readonly Regex _and;
    private readonly Regex _aside;
    private readonly Regex _ofPublication;

    /// <summary>Reads what is said behind the name.</summary>
    public AuthorPredicates Predicates { get; }

    public BioLineReader(Vocabulary vocabulary, PersonNames names, AuthorWords words)
    {
        _names = names;
        _words = words;
        _books = new BookNote(names);
        Predicates = new AuthorPredicates(vocabulary, words);
        _lead = Pattern("^[^\\p{L}\\p{N}]*(?:(?:(?:(?:editors?'?s? |author'?s? )?note|authors?(?:'s)?(?: bio(?:graphy)?| note)?|bio(?:graphy)?|(?:guest )?contributors?) ?[:.-] ?|(?-i:\\p{Lu})[^.!?:]{2,40} is (?:an? (?:[\\p{L}-]+ ){0,3}(?:newsletter|blog|column|letter),? )?(?:written|published|edited|produced|sent)(?: and (?:written|published|edited|produced|sent))? by |about (?:the|our) (?:author|writer|contributor|columnist)s? ?[:.-]? ?|(?:the|our) (?:author|writer|essayist|columnist|reviewer), ))?");
        _pronoun = Pattern("^(?:he|she|they|his|her|their|dr|prof|professor|mr|ms|mrs|this {here})\\b");
        _aside = Pattern("^(?:,? '\\d{2}\\b|,? \\((?:@|she\\b|he\\b|they\\b|[^()]{0,12}'\\d{2}\\b)[^()]{0,30}\\)|,? \\((?:b\\.|born\\b|\\d{4} ?- ?\\d{4})[^()]{0,60}\\)| of (?-i:\\p{Lu}[\\p{L}'-]{1,20}))");
        _and = Pattern("[,;]? and |; ");
        _subject = Pattern("^[^\\p{L}]*(?:(?:the |our )?(?:author|writer|essayist|columnist|guest author)s?|he|she|they|(?:dr|prof|mr|ms|mrs|mx)\\.?(?: (?-i:\\p{Lu}[\\p{L}\\p{M}'-]+))?) ");
        _title = Pattern("^(?:{honorific}\\.? )?");

        // "Cold Chain Monthly is published by Halyard Press", "Orbital is a magazine of science"
        _ofPublication = Pattern("^(?:(?:published|printed|owned|operated|produced|funded|supported|registered|hosted) (?:and \\p{L}+ )?(?:by|in|as)\\b|(?:[\\p{L}'-]+ ){0,4}(?:magazine|newspaper|journal|newsletter|publication|website|podcast|column|blog|charity|nonprofit|think tank|company|newsroom|news (?:site|outlet|organi[sz]ation))(?: of| for| about| on| that| which| published| covering| dedicated| owned|[,.]|$))");

        Regex Pattern(string pattern) => new(vocabulary.Expand(pattern, "bios"), Engine, Regex.InfiniteMatchTimeout);
    }

    /// <summary>Reads a note that begins with a name or with "the author"; null when the text is no such note.</summary>
    /// <param name="text">The block's text.</param>
    /// <param name="isKnownBio">True when the place of the block says that it is a note on an author, so that the words need not.</param>
    public BioLine? Read(string text, bool isKnownBio)
    {
        if (_books.Of(text) is { } writer)
        {
            return new BioLine(writer, LaterAffiliation(text), IsSentence: true, IsOnBook: true);
        }

        var straight = PlainForm.Straight(text);
        if (Dateline.Of(straight) is { } dateline && BeginsReport(straight, dateline))
        {
            return null;
        }

        var start = _lead.Match(straight).Length;

        var name = _names.ReadAt(straight, start);
        if (name is null && isKnownBio && _names.ReadAt(straight, start, fewestParts: 1) is { } single
            && Predicates.TellsOrApposes(straight[single.End..]))
        {
            name = single;
        }

        var subjectEnd = name?.End ?? (_subject.Match(straight) is { Success: true } subject ? subject.Length - 1 : -1);
        if (subjectEnd < 0)
        {
            return null;
        }

        if (name is { } firstName && OthersAt(straight, firstName.End) is [.., { End: var lastEnd }] others
            && Predicates.Together(straight[lastEnd..]) is > 0 and var verb)
        {
            subjectEnd = lastEnd;
            return Accept(verb, isSentence: true) is { } joint ? joint with { Others = others.ConvertAll(other => other.Name), IsPast = straight.AsSpan(lastEnd).StartsWith(" were") } : null;
        }

        subjectEnd += name is null ? 0 : _aside.Match(straight[subjectEnd..]).Length;
        var rest = straight[subjectEnd..];
        if (Predicates.Present(rest) is > 0 and var present)
        {
            return Accept(present, isSentence: true);
        }

        if (Predicates.Being(rest) is > 0 and var being)
        {
            return Accept(being, isSentence: true) is { } now ? now with { IsPast = rest.AsSpan().TrimStart(" ,").StartsWith("w", StringComparison.OrdinalIgnoreCase) && !rest.AsSpan(0, being).Contains("works", StringComparison.OrdinalIgnoreCase) } : null;
        }

        if (Predicates.Does(rest))
        {
            var office = name is not null && Predicates.IsBesideOffice(rest) ? LaterAffiliation(text) : null;
            return office is not null ? new BioLine(name!.Value.Name, office, IsSentence: true) : Accept(rest.Length - rest.TrimStart(' ', ',').Length, isSentence: true);
        }

        // "Jane Doe, Research Scholar, University of Leeds" and "Jane Doe (University of Leeds)"
        var isApposition = name is not null && rest.Length > 2 && (rest[0] is ',' or ':' or '|' || (rest[0] == ' ' && rest[1] is '(' or '-' or '|'));
        return isApposition ? Accept(rest.Length - rest.TrimStart(' ', ',', ':', '(', '-', '|').Length, isSentence: false)
            : isKnownBio && name is not null ? new BioLine(name.Value.Name, LaterAffiliation(text), IsSentence: true)
            : null;

        BioLine? Accept(int offset, bool isSentence)
        {
            var predicate = text[(subjectEnd + offset)..];
            var first = Sentences.Split(predicate) is [var sentence, ..] ? predicate[sentence.Start..sentence.End] : predicate;
            first = Predicates.WithoutLife(first);
            first = (ClauseOnAnother(first) is >= 0 and var end ? first[..end] : first).Trim(' ', ',', ';', '.', '-', ':', '_', '*');
            first = WithoutAddress(first);
            first = WithoutBracket(first, '(', ')');
            first = WithoutBracket(first, '[', ']');
            if (!isSentence && name is not null && Predicates.Apposed(first, isKnownBio) is { } apposed)
            {
                return isKnownBio || _words.SpeakOfAuthor(apposed) ? new BioLine(name.Value.Name, apposed, IsSentence: true) : null;
            }

            if (first.StartsWith("born ", StringComparison.OrdinalIgnoreCase) || (first.StartsWith("lives in ", StringComparison.OrdinalIgnoreCase) && !_words.SpeakOfAuthor(first)))
            {
                return isKnownBio ? new BioLine(name?.Name, LaterAffiliation(text), isSentence) : null;
            }

            if (!isSentence && first.StartsWith("by ", StringComparison.OrdinalIgnoreCase))
            {
                // "The Ferry, by Jane Doe (Weir Press)": a book and its author.
                return null;
            }

            if (isSentence && name is not null && _ofPublication.IsMatch(PlainForm.Straight(first)) && !WordLists.FirstNames.Contains(name.Value.Name.Split(' ')[0]))
            {
                return null;
            }

            first = isSentence ? first : Predicates.WithoutArticle(first);
            return isKnownBio || _words.SpeakOfAuthor(first) || Predicates.Teaches(first)
                ? new BioLine(name?.Name, first.Length > 0 ? first : null, isSentence)
                : null;
        }
    }

    /// <summary>"lecturer at Leeds. doe@leeds.example" without the address.</summary>
    private static string WithoutAddress(string text) =>
        text.LastIndexOf(' ') is > 0 and var last && text.IndexOf('@', last) > last + 1 ? text[..last].TrimEnd(' ', ',', ';', '.', ':', '(') : text;

    /// <summary>"retired teacher.)" without the bracket that opens before it.</summary>
    private static string WithoutBracket(string text, char open, char close) =>
        text.EndsWith(close) && !text.Contains(open, StringComparison.Ordinal) ? text[..^1].TrimEnd('.', ' ') : text;

    /// <summary>What a later sentence says of the same author ("She is a past president of the guild"), where the first tells only what he or she did.</summary>
    private string? LaterAffiliation(string text) =>
        Sentences.Split(text).Skip(1).Select(s => Read(text[s.Start..s.End], isKnownBio: false)).FirstOrDefault(note => note is { Name: null, Affiliation: not null, IsSentence: true })?.Affiliation;

    /// <summary>A place and a sentence behind it, not somebody in capitals with a role ("JANE DOE, Professor - University of Leeds").</summary>
    private bool BeginsReport(string straight, Dateline dateline)
    {
        var report = straight.AsSpan(dateline.End);
        var isRole = dateline.Region is { } region ? _words.SpeakOfAuthor(region) : _words.NameRole(report[..Math.Min(LongestRole, report.Length)]);
        return dateline.Region is not null ? !isRole : dateline.IsSure || (!isRole && report.Count(' ') >= FewestWordsOfReport);
    }

    /// <summary>The names that a list goes on with behind its first.</summary>
    private List<NameAt> OthersAt(string text, int end)
    {
        var others = new List<NameAt>();
        while (others.Count < MostTogether && NameJoiners.After(text, end) is >= 0 and var next && _names.ReadAt(text, next) is { } other)
        {
            others.Add(other);
            end = other.End;
        }

        return others;
    }

    /// <summary>
    /// A note whose name stands on the line above, or was a picture of a name: "is a historian of science at the University of Leeds. She …".
    /// No sentence begins with "is" in lower case.
    /// </summary>
    public BioLine? ReadWithoutName(string text)
    {
        var straight = PlainForm.Straight(text);
        if (!straight.StartsWith("is ", StringComparison.Ordinal) || Predicates.Being(straight) is not (> 0 and var being)
            || Sentences.Split(text) is not [var sentence, ..])
        {
            return null;
        }

        var first = text[being..sentence.End].Trim(' ', ',', ';', '.');
        return Predicates.RoleOf(first) is not null ? new BioLine(null, first, IsSentence: true) : null;
    }

    /// <summary>
    /// True when the text begins with the author: with the full name, or with a part of it and what he or she is or does
    /// ("Doe is a professor", "Jane teaches law", "Mrs. Doe, a former mayor, lives in Hull").
    /// </summary>
    public bool BeginsWith(string text, string author)
    {
        var straight = PlainForm.Straight(text);
        var start = _lead.Match(straight).Length;
        var title = _title.Match(straight[start..]).Length;
        var rest = straight[(start + title)..];
        if (Follows(author) is not null)
        {
            return true;
        }

        var parts = author.Split(' ');
        return parts.Length > 1 && (IsSubject(Follows(parts[0])) || IsSubject(Follows(parts[^1])));

        // In an interview a colon follows the name of the one who speaks.
        string? Follows(string name) =>
            rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && rest.Length > name.Length && !char.IsLetter(rest[name.Length]) && rest[name.Length] != ':' ? rest[name.Length..] : null;

        // "Will", "Grant" and "Doe" are words, too: without a title a role or an institution has to come.
        bool IsSubject(string? predicate) => predicate is not null && (title > 0 || _words.SpeakOfAuthor(predicate))
            && Predicates.TellsOrApposes(predicate);
    }

    /// <summary>A part of the author's name begins the text, and what he or she is or does follows it.</summary>
    public bool TellsOf(string text, string author)
    {
        var straight = PlainForm.Straight(text);
        return author.Split(' ') is [var given, .., var surname] && (Tells(given) || Tells(surname));

        bool Tells(string part) => straight.StartsWith(part + " ", StringComparison.OrdinalIgnoreCase) && Predicates.Tells(straight[part.Length..]);
    }

    /// <summary>Where "…, and John Smith is an economist" begins, or -1.</summary>
    private int ClauseOnAnother(string predicate)
    {
        var straight = PlainForm.Straight(predicate);
        return _and.Matches(straight)
            .Where(and => _names.ReadAt(straight, and.Index + and.Length) is { } other && Predicates.Being(straight[other.End..]) > 0)
            .Select(and => and.Index).FirstOrDefault(-1);
    }

    /// <summary>True when each sentence has somebody as its subject, by name or pronoun, or the piece itself: a note on people and no text.</summary>
    public bool SpeaksOfPeopleOnly(string text)
    {
        var straight = PlainForm.Straight(text);
        foreach (var sentence in Sentences.Split(text))
        {
            var start = sentence.Start + _lead.Match(straight[sentence.Start..sentence.End]).Length;
            if (!_pronoun.IsMatch(straight[start..]) && _names.ReadAt(straight, start) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The notes that a paragraph holds on further authors: those of whom its first sentence says the same, sentences after it,
    /// and clauses after "and", that begin with a name and say what somebody is.
    /// </summary>
    public IEnumerable<BioLine> ReadFurther(string text)
    {
        var straight = PlainForm.Straight(text);
        var others = Read(text, isKnownBio: true) is { } first ? first.Others.Select(name => first with { Name = name }) : [];
        var starts = Sentences.Split(text).Skip(1).Select(s => s.Start).Concat(_and.Matches(straight).Select(a => a.Index + a.Length));
        return others.Concat(starts.Order().Select(start => Read(text[start..], isKnownBio: false)).OfType<BioLine>())
            .Where(b => b is { Name: not null, Affiliation: not null, IsSentence: true });
    }

    /// <summary>
    /// The same for sentences after the first that begin with an author, by surname or in full, and need not name a role:
    /// "Mr. Doe is a lawyer. Dr. Smith mends lifts in Leeds."
    /// </summary>
    public IEnumerable<BioLine> ReadOnKnown(string text) => Sentences.Split(text).Skip(1)
        .Select(s => Read(text[s.Start..s.End], isKnownBio: true))
        .OfType<BioLine>()
        .Where(b => b is { Name: not null, Affiliation: not null, IsSentence: true });
}
