using System.Text.RegularExpressions;

namespace Digest.Core.Boilerplate;

/// <summary>
/// An essay on newsletters, appeals or paywalls quotes their words. Several calls in a row that the paragraph below speaks of
/// ("Everybody knows these phrases") are the author's own lines and stay.
/// </summary>
internal static class QuotedCalls
{
    /// <summary>How far into a paragraph it is said what the lines above are.</summary>
    private const int Beginning = 160;

    private static readonly string[] Calls = ["calls-to-act.json", "calls-to-share.json", "newsletter-boxes.json"];

    private static readonly Regex SpeaksOfWords = new(
        "\\b(?:the|these|those|such|that|this|their|familiar|all of these|each of these) (?:(?-i:[a-z])[a-z]* )?(?:phrases?|words?|lines?|sentences?|slogans?|formulas?|formulae|invitations?|requests?|pleas?|appeals?|commands?|exhortations?|entreaties)\\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Pins the calls that the text quotes.</summary>
    public static void Pin(Manuscript m)
    {
        for (var i = 1; i < m.Count; i++)
        {
            if (!m.CountsAsProse(i) || !IsCall(m, i - 1) || !SpeaksOfWords.IsMatch(m.Forms[i].Straight.AsSpan(0, Math.Min(Beginning, m.Forms[i].Straight.Length))))
            {
                continue;
            }

            var first = i - 1;
            while (first > 0 && IsCall(m, first - 1))
            {
                first--;
            }

            if (Enumerable.Range(first, i - first).Sum(j => m.Words.Text(j).Sentences) >= 2)
            {
                for (var j = first; j < i; j++)
                {
                    m.Pin(j);
                }
            }
        }
    }

    private static bool IsCall(Manuscript m, int i) => m.IsOpen(i) && m.IsMatchedIn(i, Calls);
}
