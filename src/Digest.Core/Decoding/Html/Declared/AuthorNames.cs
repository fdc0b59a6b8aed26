using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Digest.Core.Insight;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>Takes the names of authors out of the text of a byline: labels, dates, roles, credentials and handles come off.</summary>
internal static partial class AuthorNames
{
    private const int LongestText = 300;
    private const int MostNames = 12;
    private const int MostWords = 6;

    private static readonly SearchValues<char> BetweenNames = SearchValues.Create(",;|/•·");

    private static readonly FrozenSet<string> Particles = "de da do dos das di del della der den van von zu zur la le el al bin ibn ben y e e' d' ter ten af av of st van't".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Credentials = ("phd md ms ma mba mph mfa msc bsc bs ba bed med jd do dds dvm rn rd rdn ldn cpt cfp cfa cpa cscs lcsw lmft lpc esq jr sr ii iii iv pe pmp dpt "
        + "faap facc facp faclm fand cissp cpp psp edd psyd pharmd np pa-c fnp aprn pt ot llm mpp mpa ccc-slp cde cdces mscp cisa rph frcp mbbs chb obe mbe ceps cepf e-ryt ryt dabom foma ea").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Roles = ("editor writer reporter journalist correspondent director manager professor contributor columnist founder co-founder ceo cto cfo coo cmo president analyst consultant "
        + "expert specialist dietitian nutritionist attorney lawyer fellow researcher scientist engineer strategist producer redakteur redakteurin autor autorin gastautor freelance freelancer senior staff guest lead head vice chief managing "
        + "associate assistant executive author blogger marketing content digital product copywriter instructor coach therapist physician lecturer officer partner principal developer architect").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Junk = ("admin administrator webmaster undefined null none unknown default user root test editor author authors posts view more read about all share follow contact home blog "
        + "anonymous guest n/a profile website link comments subscribe email twitter facebook linkedin instagram by written posted published updated date").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Honorifics = "dr prof professor mr mrs ms sir dame rev fr".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> CalendarWords = ("mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday "
        + "jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july august september october november december").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the first word is a known given name.</summary>
    public static bool HasGivenName(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return WordLists.FirstNames.Contains(space < 0 ? name : name.AsSpan(0, space));
    }

    /// <summary>The names in <paramref name="text"/>, in order; empty when it holds none.</summary>
    public static IReadOnlyList<string> In(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        text = text.Length > LongestText ? text[..LongestText] : text;
        text = Label().Replace(text.Trim(), "");
        text = Label().Replace(LeadingDate().Replace(text, ""), "");
        text = Stop().Replace(GluedDate().Replace(WithoutBrackets(WithoutGluedLabel(text)), "${end}"), "");
        var names = new List<string>();
        foreach (var part in Divider().Split(text))
        {
            if (Clean(part) is { } name && !names.Contains(name, StringComparer.OrdinalIgnoreCase) && names.Count < MostNames)
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>"byAnna Lind": the elements of label and name stood without a space between them.</summary>
    private static string WithoutGluedLabel(string text) => text is ['b' or 'B', 'y', var first, var second, ..] && char.IsUpper(first) && char.IsLower(second) ? text[2..] : text;

    /// <summary>What stands in brackets behind a name, a paper or a pronoun, ends it; "Anna (Holm) Lind" is a name.</summary>
    private static string WithoutBrackets(string text)
    {
        for (var i = text.IndexOf('(', StringComparison.Ordinal); i >= 0; i = text.IndexOf('(', i + 1))
        {
            if (!FormerName().IsMatch(text.AsSpan(i)))
            {
                return text[..i];
            }
        }

        return text;
    }

    /// <summary>"Lind, Anna" as "Anna Lind", where the second part begins with a given name and the first does not; else the text as it is.</summary>
    public static string InOrder(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0 || comma != text.LastIndexOf(','))
        {
            return text;
        }

        var (last, first) = (text[..comma].Trim(), text[(comma + 1)..].Trim());
        return last.Length > 1 && first.Length > 1 && !last.Contains(' ', StringComparison.Ordinal) && first.Count(c => c == ' ') <= 2 && HasGivenName(first) && !HasGivenName(last) ? $"{first} {last}" : text;
    }

    /// <summary>"Lind, Anna", "van der Berg, Josef": one comma, and before it one word or a particle and its name; of "Anna Lind, PhD" two.</summary>
    public static bool MayBeginWithSurname(string text) =>
        text.Split(',') is [var last, { Length: > 0 } first] && !Credentials.Contains(first.Trim().Replace(".", "", StringComparison.Ordinal)) && !Roles.Contains(first.Trim())
        && last.Trim().Split(' ') is var words && (words.Length == 1 || Particles.Contains(words[0]));

    /// <summary>
    /// The names in what a page declares to be its author: an office or a company is called by all its words ("Center for Drug Evaluation and
    /// Research"), and a catalogue gives surnames first.
    /// </summary>
    public static IReadOnlyList<string> Declared(string text) =>
        LooksLikeOrganisation(text) && !HasGivenName(text) && text.AsSpan().IndexOfAny(BetweenNames) < 0 && text.Split(' ') is { Length: <= MostWords + 2 } words ? [string.Join(' ', words)] : In(InOrder(text));

    /// <summary>True for two to five words that are written as people's names are.</summary>
    public static bool LooksLikePerson(string name)
    {
        var words = name.Split(' ');
        return words.Length is >= 2 and <= 5
            && words.All(w => Particles.Contains(w) || (char.IsUpper(w[0]) && w.All(c => char.IsLetter(c) || c is '.' or '-' or '\'' or '’')))
            && char.IsUpper(words[0][0]) && words[0] != "The" && !words.Any(w => Roles.Contains(w) || OrganisationWords.Contains(w));
    }

    /// <summary>True when the name has a word that names a team, a company or an office.</summary>
    public static bool LooksLikeOrganisation(string name) => name.Split(' ').Any(OrganisationWords.Contains);

    private static readonly FrozenSet<string> OrganisationWords = ("team staff editors editorial newsroom desk news media group inc inc. llc ltd gmbh company agency institute university college school center centre association society foundation "
        + "magazine press times post journal review guide health department office board council ministry bureau network solutions services systems software studio studios labs lab digital marketing redaktion blog clinic hospital "
        + "insurance bank law firm partners consulting the our academy support community research international global online technologies tech communications relations").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static string? Clean(string part)
    {
        var words = part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (i > 0 && i < words.Count - 1 && words[i] is ['(', .., ')'])
            {
                continue;
            }

            words[i] = words[i].Trim(',', ';', ':', '"', '“', '”', '(', ')', '[', ']', '*', '•', '-', '–', '—', '|', '‘', '®', '™', '!', '?', '#', '>', '<', '→', '·');
            if (words[i].Length == 0)
            {
                words.RemoveAt(i);
            }
        }

        while (words.Count > 1 && Honorifics.Contains(words[0].TrimEnd('.')))
        {
            words.RemoveAt(0);
        }

        while (words.Count > 1 && Credentials.Contains(words[^1].Replace(".", "", StringComparison.Ordinal)))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count == 0 || words.Count > MostWords || words.Any(w => w.Contains('@', StringComparison.Ordinal) || w.Contains("://", StringComparison.Ordinal))
            || words.All(w => Junk.Contains(w) || Credentials.Contains(w.Replace(".", "", StringComparison.Ordinal)))
            || words.Exists(w => w.Length > 40) || (CalendarWords.Contains(words[0]) && (words.Count == 1 || char.IsAsciiDigit(words[1][0]))))
        {
            return null;
        }

        // A part after a comma that speaks of a role is no second author.
        if (words.Count(Roles.Contains) is var roles && roles * 2 >= words.Count && !words.Exists(w => w.Equals("team", StringComparison.OrdinalIgnoreCase))
            && !(roles == 1 && words is [_, .., "Staff"]))
        {
            return null;
        }

        if (words.FindIndex(Math.Min(2, words.Count), Roles.Contains) is > 0 and var role && HasGivenName(words[0]))
        {
            words.RemoveRange(role, words.Count - role);
        }

        while (words.Count > 2 && Roles.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        var name = string.Join(' ', words);
        if (name.Length < 2 || !name.Any(char.IsLetter))
        {
            return null;
        }

        return words.Count is >= 2 and <= 4 && name.All(c => !char.IsLower(c)) ? TitleCase(words) : name.EndsWith('.') && words[^1].Length > 4 ? name.TrimEnd('.') : name;
    }

    /// <summary>JANE McDOE set in capitals reads as a name again.</summary>
    private static string TitleCase(List<string> words) => string.Join(' ', words.Select(w => w.Length <= 2 ? w : string.Join('-', w.Split('-').Select(p => p.Length == 0 ? p : p[0] + p[1..].ToLowerInvariant()))));

    [GeneratedRegex(@"^[\s\p{P}]*(?:(?:written|posted|reported|published|created|submitted|authored|compiled|contributed|words|story|text|article|essay|report|review|blog|post|guest post|medically reviewed|fact checked|edited)\s+)?(?:by\b|von\b|par\b|por\b|door\b|author\(s\)|authors?\b|autor(?:in)?\b|auteur\b|written\b|about the authors?\b|about\b|contributors?\b|meet\b)\s*[:\-–|]*\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s*(?:\p{L}{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th|\.)?\s\p{L}{3,9}\.?,?\s(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\s*[•·|,/–—-]?\s*")]
    private static partial Regex LeadingDate();

    [GeneratedRegex(@"(?:\s[|•·–—>/~-]+\s|[|•·⋅∙‧\t\[]|[–—]\d|\s\d{1,3}\s?[-–]|\s(?:on|at|in|for|from|is|was|has|posted|published|updated|last|follow|date|reviewed|medically|edited|share|read|view|contributing|january|february|march|april|may|june|july|august|september|october|november|december|am|um|le|el)\s|\s?(?:Updated|Published|Posted|Last Updated|Last updated|Updated on|Read more|Follow|Reviewed by|Edited by|Photo|Photos by|min read)\b|https?:|\d{1,4}[./-]\d|\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s\d|\d{4}|\s\d{1,2}(?:st|nd|rd|th)?\s|\s@|[*†‡§]+(?-i:\p{Lu})).*", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Stop();

    [GeneratedRegex(@"^\(\p{L}[\p{L}.'’-]{0,20}\)\s\p{Lu}")]
    private static partial Regex FormerName();

    [GeneratedRegex(@"(?<end>\p{Ll})(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d.*", RegexOptions.Singleline)]
    private static partial Regex GluedDate();

    [GeneratedRegex(@"\s*[,;/\n]\s*(?:(?:and|und|et|y|&)\s+)?|\s+&\s+|\s+(?:and|und|et|y|with|mit|avec|con)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Divider();
}
