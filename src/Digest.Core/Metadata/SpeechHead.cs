using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>What stands above the text of a speech beside the speaker: the occasion and the hall, and the address to those who listen.</summary>
internal sealed class SpeechHead(AuthorWords words)
{
    private const int LinesAbove = 6;
    private const int LongestOccasion = 25;
    private const int LongestKind = 3;

    /// <summary>"Honourable Ministers, Directors, ladies and gentlemen,": a text that begins so is spoken.</summary>
    private static readonly Regex Salutation = new(
        "\\bladies and gentlemen\\b|^\\W*(?:(?:your )?(?:excellenc(?:y|ies)|majest(?:y|ies)|royal highness(?:es)?|holiness|worships?)|honou?rable|hon\\.|distinguished|esteemed|(?:mr|mr\\.|mrs|mrs\\.|ms|ms\\.|madam|madame) (?:acting )?(?:president|speaker|chair(?:man|woman|person)?|chancellor|secretary|moderator|mayor|provost|dean|vice)|(?:dear|fellow) (?:\\w+ ){0,2}(?:citizens?|colleagues|comrades|delegates|friends|graduates|guests|members|students))\\b.{0,200}[,:!]$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Speech = new(
        "\\b(?:address|homily|keynote|lecture|remarks|sermon|speech|statement|talk|testimony)\\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Occasion = new(
        "^(?:at|before|to|delivered (?:at|to|before)) (?:the |an? )?\\w|\\b(?:annual|assembly|auditorium|ballroom|banquet|ceremony|chapel|colloquium|commencement|conference|congress|convention|convocation|dinner|festival|forum|graduation|hall|hotel|luncheon|meeting|memorial|plenary|reception|seminar|session|summit|symposium|theatre|workshop)\\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Halls and festivities that no institution is called by.</summary>
    private static readonly Regex Venue = new(
        "\\b(?:auditorium|ballroom|banquet|ceremony|commencement|conference|congress|convocation|dinner|hall|hotel|luncheon|seminar|summit|symposium|workshop)\\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>", at the Savings Conference, Trieste" behind a role.</summary>
    private static readonly Regex OccasionBehind = new(
        ",? (?:at|before|during|to) (?:the|an?) [^;]{0,80}\\b(?:assembly|conference|congress|convention|dinner|forum|luncheon|meeting|plenary|seminar|session|summit|symposium|workshop)\\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex OccasionOf = new(
        "^ (?:at|before|during|to|in) (?:(?:the|an?|our|its) )?(?:(?-i:\\p{Lu}|\\d)|annual |opening |closing ).{2,120}[^.?!]$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>What a byline says of the speaker without where he or she spoke.</summary>
    public static string WithoutOccasion(string about) => OccasionBehind.Match(about) is { Success: true, Index: > 0 } occasion ? about[..occasion.Index] : about;

    /// <summary>"Remarks by Jane Doe at the Savings Conference, Trieste": behind the name stands where she spoke.</summary>
    public static bool IsOccasionOf(string lead, string behindName) => Speech.IsMatch(lead) && OccasionOf.IsMatch(behindName);

    public static bool IsSalutation(string line) => Salutation.IsMatch(line.TrimEnd());

    /// <summary>"Seventh Harbour Forum, Grand Hotel, Hull" below the speaker and his or her role.</summary>
    public bool IsOccasion(Manuscript m, int i)
    {
        var text = m.Forms[i].Straight;
        if (m.Forms[i].Words > LongestOccasion || m.Forms[i].EndsAsSentence || !Occasion.IsMatch(text) || words.NameRole(text))
        {
            return false;
        }

        var isBelowRole = false;
        for (var j = i - 1; j >= Math.Max(0, i - LinesAbove) && m.IsStripped(j); j--)
        {
            isBelowRole |= m.EffectOn(j) == RuleEffect.Bio || (m.EffectOn(j) == RuleEffect.Byline && m.Blocks[j].Text.Contains(',', StringComparison.Ordinal));
            if (m.EffectOn(j) == RuleEffect.Byline)
            {
                return (isBelowRole || Venue.IsMatch(text)) && (Speech.IsMatch(m.Forms[j].Straight) || IsUnderKindOfSpeech(m, j));
            }
        }

        return false;
    }

    /// <summary>"Speech" alone on a line, as institutes head what was said.</summary>
    private static bool IsUnderKindOfSpeech(Manuscript m, int speaker)
    {
        for (var j = speaker - 1; j >= Math.Max(0, speaker - LinesAbove); j--)
        {
            if (m.Forms[j].Words is > 0 and <= LongestKind && Speech.IsMatch(m.Forms[j].Straight))
            {
                return true;
            }
        }

        return false;
    }
}
