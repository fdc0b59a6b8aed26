using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>What is said of an author behind the name: what he or she is ("is a professor at Leeds") or does ("teaches law").</summary>
internal sealed class AuthorPredicates
{
    /// <summary>Words of "of Hull" or an age between a name and what somebody is.</summary>
    private const int LongestPlace = 3;
    private const int LongestRole = 80;

    /// <summary>Commas of an apposition: "a poet, critic and translator".</summary>
    private const int MostCommas = 12;

    private readonly AuthorWords _words;
    private readonly Regex _apposition;
    private readonly Regex _article;
    private readonly Regex _indefinite;
    private readonly Regex _being;
    private readonly Regex _present;
    private readonly Regex _besideOffice;
    private readonly Regex _doing;
    private readonly Regex _teaching;
    private readonly Regex _birth;
    private readonly Regex _bornAnd;
    private readonly Regex _asideOnLife;
    private readonly Regex _beingTogether;
    private readonly Regex _doingTogether;
    private readonly Regex _roleEnd;

    public AuthorPredicates(Vocabulary vocabulary, AuthorWords words)
    {
        _words = words;
        _apposition = Pattern("^, (?:an?|the|who|whose) ");
        _article = Pattern("^(?:an?|the|one of the) ");
        _indefinite = Pattern("^an? ");
        _being = Pattern("^,? ?(?:is|are|was|were|has been|have been|currently is|is currently|serves as|served as|works as|worked as) (?:currently |also |now |both )?(?:an? |the |one of the )?");
        _present = Pattern("^,? ?(?:who )?(?:was|were|had been|used to be|spent|trained|worked|served)\\b[^.;:]{2,160}?(?:,| and| but) (?:is|are) (?:now|currently) (?:an? |the |one of the )?");
        _besideOffice = Pattern("^,? ?(?:writes|blogs|lives|hosts|received|earned|graduated)\\b");
        _doing = Pattern("^,? ?(?:teaches|taught|writes|works|leads|directs|heads|holds|runs|covers|studies|researches|lectures|edits|founded|co-founded|specialises|specializes|focuses|lives|reports|served|received|earned|graduated|currently|recently|joined|farms|fishes|grows|raises|keeps|ranches|skippers|crews|sails|owns|manages|practises|practices|chairs|campaigns|volunteers|cooks|bakes|breeds|drives|flies|tends|hosts|blogs|represents|has (?:written|worked|reported|taught|covered|published|lived|been))\\b");
        _teaching = Pattern("^(?:(?:teaches|taught|lectures)(?: [\\p{L} ]{1,40})? (?:at|in|for) |(?:covers|edits|reports|writes)(?: [\\p{L} ,'-]{1,60})? for (?:the )?)(?-i:\\p{Lu})");
        _birth = Pattern("^born\\b[^.;]{2,80}?(?: and| who|, but)? is (?:now )?(?:an? |the )?");
        _bornAnd = Pattern("^born\\b[^.;]{2,80}? and ");
        _asideOnLife = Pattern(", and was |,? and (?:has|had|lives) ");
        _beingTogether = Pattern("^ (?:are|were|have been|currently are) (?:currently |also |both |all )?(?:the )?");
        _doingTogether = Pattern("^ (?:both |all |each )?(?:teach|write|work|lead|direct|head|run|hold|cover|study|research|lecture|edit|founded|co-?founded|report|serve|live) ");
        _roleEnd = Pattern("(?:,|;| - | at | of the | in the | with | for | from | where | who | and | based )");

        Regex Pattern(string pattern) => new(vocabulary.Expand(pattern, "bios"), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
    }

    /// <summary>The length of "is a", "was the" and the like with which a text begins; 0 where it does not.</summary>
    public int Being(string text) => _being.Match(text).Length;

    /// <summary>The length of "was an actuary and is now a": what somebody is counts for more than what he or she was; 0 where the text tells no such thing.</summary>
    public int Present(string text) => _present.Match(text).Length;

    /// <summary>It begins with what somebody does beside his or her office, which a later sentence may name.</summary>
    public bool IsBesideOffice(string text) => _besideOffice.IsMatch(text);

    /// <summary>The text begins with what somebody does or did: "teaches", "has written".</summary>
    public bool Does(string text) => _doing.IsMatch(text);

    /// <summary>What somebody is or does comes next.</summary>
    public bool Tells(string text) => _being.IsMatch(text) || _doing.IsMatch(text);

    /// <summary>The same, or an apposition: ", a professor".</summary>
    public bool TellsOrApposes(string text) => Tells(text) || _apposition.IsMatch(text);

    /// <summary>The length of "are", with which the text goes on behind several names, 1 where it says what they do; 0 where it does neither.</summary>
    public int Together(string text) => _beingTogether.Match(text) is { Success: true, Length: var are } ? are : _doingTogether.IsMatch(text) ? 1 : 0;

    /// <summary>"a writer in Hull" without its article.</summary>
    public string WithoutArticle(string text) => text[_indefinite.Match(text).Length..];

    /// <summary>The words on the author's life before what he or she is ("born in Hull and …"), and those behind it, left out.</summary>
    public string WithoutLife(string predicate)
    {
        predicate = predicate[_birth.Match(predicate).Length..];
        predicate = _bornAnd.Match(predicate) is { Success: true } born && Does(predicate[born.Length..]) ? predicate[born.Length..] : predicate;
        return _asideOnLife.Match(predicate) is { Success: true } aside ? predicate[..aside.Index] : predicate;
    }

    /// <summary>
    /// Role and institution of "a professor at Leeds, is the author of The Lock", "of Hull, is a retired teacher", "a former mayor of Hull, is a fellow at
    /// Leeds": what somebody is now comes first. Null where no clause goes on behind the apposition.
    /// </summary>
    /// <param name="predicate">What follows the name and its comma.</param>
    /// <param name="isKnownBio">The text is known to be a note on an author, so that its words need not say so.</param>
    public string? Apposed(string predicate, bool isKnownBio)
    {
        if (EndOfApposition(predicate) is not (>= 0 and var end))
        {
            return null;
        }

        var what = _article.Replace(predicate[..end], "");
        var told = predicate[(end + Being(PlainForm.Straight(predicate[end..])))..].Trim(' ', ',');
        if (!_words.SpeakOfAuthor(what))
        {
            return PlainForm.CountWords(what) <= LongestPlace || isKnownBio ? told : what;
        }

        var isOnBookOrHome = told.StartsWith("author", StringComparison.OrdinalIgnoreCase) || told.StartsWith("lives", StringComparison.OrdinalIgnoreCase);
        return isOnBookOrHome || !_words.SpeakOfAuthor(told) ? what
            : what.StartsWith("former", StringComparison.OrdinalIgnoreCase) ? $"{told}, {what}" : $"{what}, {told}";
    }

    /// <summary>Where the clause begins that goes on behind an apposition (", is the author of"), or -1.</summary>
    private int EndOfApposition(string text)
    {
        var straight = PlainForm.Straight(text);
        var comma = straight.IndexOf(',', StringComparison.Ordinal);
        for (var seen = 0; comma >= 0 && seen < MostCommas; seen++, comma = straight.IndexOf(',', comma + 1))
        {
            if (_being.IsMatch(straight.AsSpan(comma)) || _doing.IsMatch(straight.AsSpan(comma)))
            {
                return comma;
            }
        }

        return -1;
    }

    /// <summary>True for "runs the Housing Lab at Leeds": what somebody does, and no role. "Campaigns Officer" and "research fellow" are.</summary>
    public bool IsDeed(string affiliation) => affiliation is [>= 'a' and <= 'z', ..]
        && (_doing.IsMatch(affiliation) || (_doingTogether.IsMatch(" " + affiliation) && !_words.NameRole(affiliation)));

    /// <summary>True for "teaches public administration at Leeds": work and institution in one.</summary>
    public bool Teaches(string affiliation) => _teaching.IsMatch(affiliation);

    /// <summary>The role at the beginning of an affiliation ("Deputy Director" of "Deputy Director of the Stockholm Centre").</summary>
    public string? RoleOf(string affiliation)
    {
        var straight = PlainForm.Straight(affiliation);
        if (IsDeed(straight))
        {
            return null;
        }

        for (var end = _roleEnd.Match(straight); end.Success; end = end.NextMatch())
        {
            if (_words.NameRole(straight.AsSpan(0, end.Index)))
            {
                return Role(affiliation[..end.Index]);
            }
        }

        return _words.NameRole(straight) ? Role(affiliation) : null;

        static string? Role(string words) => words.Trim() is { Length: > 0 and <= LongestRole } role ? role : null;
    }
}
