using System.Text.RegularExpressions;

namespace Digest.Core.Metadata;

/// <summary>What editors say in standfirsts, and nobody in the first paragraph of an essay.</summary>
internal static class DekWording
{
    /// <summary>"Interview: Jane Doe": above the first question stands who asks.</summary>
    internal static readonly Regex Interviewer = new(
        "^(?:interview(?:er|ed by| by| conducted by)?|questions(?: by)?|in conversation with|moderat(?:ion|ed by)|recorded by|as told to) ?:? (?-i:\\p{Lu}[\\p{L}'.-]+(?: \\p{Lu}[\\p{L}'.-]*){1,3})\\W*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>"How a habit outlived its reason."</summary>
    internal static readonly Regex HowOrWhy = new("^(?:how|why) [^.?!]+\\.$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>What a sentence has and a phrase has not, beside the verbs of the word lists.</summary>
    internal static readonly Regex Clause = new(
        "[.?!:;].*\\S|\\b(?:i|we|you|he|she|it|they|there|this|that|who|which|not|\\w{2,}'\\w{1,2}|\\w{2,}ed)\\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>"this column shows that": columnists write "I".</summary>
    internal static readonly Regex SaidOfPiece = new(
        "\\bthis (?:(?:column|article|commentary|explainer|briefing|feature|interview|podcast|episode) (?:argue|ask|assesse|consider|describe|discusse|examine|explain|explore|find|investigate|look|offer|outline|present|review|show|suggest|summarise|summarize|trace)|column (?:analyse|analyze|document|draw|estimate|highlight|introduce|measure|propose|provide|report|studie|test|use))s\\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Argues = new(
        "^(?:\\p{Lu}[\\p{L}\\p{M}'.-]* ){1,6}(?:argue|ask|assesse|consider|describe|discusse|examine|explain|explore|investigate|show|trace|warn)s (?:how|that|the|what|when|where|whether|which|who|why)\\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>"Jane Doe has spent a year with the pilots": of whom an editor tells what he or she did, said or asks.</summary>
    internal static readonly Regex SaidOfAuthor = new(
        "(?<name>\\b\\p{Lu}[\\p{L}\\p{M}'.-]{1,30}(?: \\p{Lu}[\\p{L}\\p{M}'.-]{0,30}){1,3})(?: (?:argue|ask|assess(?:e)?|call|consider|describe|discusse?|examine|explain|explore|find|investigate|look|make|offer|outline|reflect|report|reveal|review|say|set|show|speak|suggest|talk|trace|warn|write)s? |(?: and \\p{Lu}[\\p{L}'. -]{3,60})? (?:has|have) (?:asked|been|examined|followed|found|looked|read|reported|shown|spent|spoken|studied|visited|watched|worked|written) )",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    /// <summary>"… Jane Doe spends a week on the phones.": the last sentence tells what somebody does.</summary>
    internal static readonly Regex DoneByAuthor = new(
        "(?:^|[.!?] )(?<name>\\p{Lu}[\\p{L}\\p{M}'.-]{1,30}(?: \\p{Lu}[\\p{L}\\p{M}'.-]{0,30}){1,3}) \\p{Ll}{3,}s [^.!?]{4,120}[.]?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    /// <summary>"Jane Doe explains why …": what editors write of an author's piece, and no note on the author.</summary>
    public static bool SaysWhatIsArgued(string straight) => Argues.IsMatch(straight);
}
