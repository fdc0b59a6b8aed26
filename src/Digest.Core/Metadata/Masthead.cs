using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>Name, slogan and number of the publication above the title.</summary>
internal static class Masthead
{
    private const int LongestLine = 14;
    private const int MostLines = 3;
    private const string IssueNumber = "issue-number";

    private static readonly Regex Slogan = new(
        "^(?:the |an? )?(?:[\\p{L}'-]+ ){0,3}(?:daily|weekly|fortnightly|monthly|quarterly|annual|alumni|parish|students?'?|members'?|house|community|independent|online|official|literary|trade|free|local)(?: [\\p{L}'-]+){0,2} (?:magazine|newsletter|journal|bulletin|newspaper|review|paper|zine|voice)\\b(?: (?:of|for|by|from|at|since) .{3,}| ?$)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex OfPublication = new(
        "^(?:The|A|An|Your) (?:\\p{Ll}[\\p{L}'-]* ){0,4}(?:blog|podcast|magazine|newsletter|journal|bulletin|newspaper|review|paper|zine|voice|quarterly|weekly|monthly) (?:for|of|by|about|on) ",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>"The business magazine for growers", "A journal for people who work on water": what a publication says of itself.</summary>
    public static bool IsSlogan(string line) => OfPublication.IsMatch(line);

    /// <summary>
    /// Above the number of the issue stand the name of the publication and its slogan, when the title comes below; above what
    /// says of itself that it is "the monthly magazine of" somebody, its name.
    /// </summary>
    public static void Strip(Manuscript m)
    {
        var number = Enumerable.Range(0, Math.Min(m.Count, MostLines + 1)).FirstOrDefault(i => m.Matching(i, RuleZone.Head) is { Rule.Id: IssueNumber }, -1);
        if (number < 0 && m.Count > 1 && m.Forms[1].Words <= LongestLine && !m.Forms[1].EndsAsSentence && Slogan.IsMatch(m.Forms[1].Straight))
        {
            number = 1;
        }

        var title = Enumerable.Range(number + 1, m.Count - number - 1).FirstOrDefault(i => m.IsOpen(i) && !TitleFeatures.IsSomethingElse(m, i), -1);
        if (number <= 0 || title < 0 || m.Forms[title].IsProse || !Enumerable.Range(0, number).All(i => m.Forms[i].Words <= LongestLine))
        {
            return;
        }

        for (var i = 0; i <= number; i++)
        {
            if (m.Matching(i, RuleZone.Head) is not { Rule.Id: IssueNumber } && !TitleFeatures.IsSomethingElse(m, i))
            {
                m.Strip(i, TextRemoval.Masthead, m.Blocks[i].Text);
            }
        }
    }
}
