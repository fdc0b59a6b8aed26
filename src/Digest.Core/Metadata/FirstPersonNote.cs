using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;
using Digest.Core.Insight;

namespace Digest.Core.Metadata;

/// <summary>What authors write of themselves: "I report on elder care in the South.", "About me: I taught in Leeds until 2014."</summary>
internal static class FirstPersonNote
{
    private const int LongestWhole = 40;

    private static readonly Regex Label = new(
        "^\\W*(?:(?:a (?:little |bit )+)?about (?:me|the (?:author|writer)|myself)|(?:my |short |brief |author(?:'s)? |biographical )*(?:bio|biography|note))(?: ?[:.-] ?| ?\\n)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Beginning = new(
        "^i(?: am |'m |'ve | was | have (?:been|taught|worked|written|spent)|(?: mostly| mainly| often| also| currently| now)? (?:report|write|cover|edit|investigate|work|teach|taught|study|studied|research|run|ran|live|lead|led|head|grew up|farm|practi[sc]e|served?|spent) )",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Being = new(
        "^i(?: am|'m| was|'ve been| have been)(?: currently| now| also)? (?:an? |the |one of the )?", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>True for a sentence in which somebody tells what he or she does.</summary>
    public static bool Reads(string text) => Beginning.IsMatch(PlainForm.Straight(text));

    /// <summary>True where a label says that it is a note on the author.</summary>
    public static bool IsLabelled(string text) => Statement(text) is > 0 and var start && Beginning.IsMatch(PlainForm.Straight(text)[start..]);

    /// <summary>
    /// Role and institution in the first sentence, or null. Without a label "I am a nurse in Hull" tells them; "I report on
    /// ports", under a name and a role, does not.
    /// </summary>
    public static string? Affiliation(string text)
    {
        var start = Statement(text);
        var rest = text[start..];
        var being = Being.Match(PlainForm.Straight(rest));
        if ((!being.Success && (start == 0 || !Reads(rest))) || Sentences.Split(rest) is not [var sentence, ..])
        {
            return null;
        }

        var said = rest[(being.Success ? being.Length : 2)..sentence.End].Trim(' ', '.', ',', ';');
        return PlainForm.CountWords(said) is > 0 and <= LongestWhole ? said : null;
    }

    private static int Statement(string text) => Label.Match(PlainForm.Straight(text)) is { Success: true } label ? label.Length : 0;
}
