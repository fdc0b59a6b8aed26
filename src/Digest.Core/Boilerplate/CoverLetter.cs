namespace Digest.Core.Boilerplate;

/// <summary>
/// Takes off the letter in which an essay came: from the greeting to the name under the greeting at its end, or the lines
/// below the greeting that a rule knows. It may say anything, so that where it stands tells more than its words. An essay
/// that is a letter itself has no text behind its close and stays.
/// </summary>
internal static class CoverLetter
{
    /// <summary>The rule for sentences such as "Please find my essay below".</summary>
    private const string Known = "cover-letter";

    /// <summary>The greeting stands among the first lines: above it are the head of the mail and a date or an address.</summary>
    private const int LinesLookedAt = 12;

    private const int LongestGreeting = 7;
    private const int LongestLetter = 200;
    private const int LongestName = 6;

    /// <summary>An essay is this many times as long as the letter that comes with it, at least.</summary>
    private const int LeastTimes = 2;

    private static readonly string[] Greetings = ["Dear ", "Hi ", "Hello ", "Hi,", "Hello,", "Good morning", "Good afternoon", "Good evening"];

    /// <summary>Strips the letter, if there is one.</summary>
    public static void Apply(Manuscript m)
    {
        var greeting = Enumerable.Range(0, Math.Min(m.Count, LinesLookedAt)).FirstOrDefault(i => m.IsOpen(i) && IsGreeting(m, i), -1);
        if (greeting < 0)
        {
            return;
        }

        var end = EndOf(m, greeting);
        var head = HasOwnHead(m, greeting, end) ? Enumerable.Range(0, greeting).Where(i => m.IsOpen(i) && !m.IsKnown(i)) : [];
        foreach (var i in head.Concat(Enumerable.Range(greeting, end - greeting)))
        {
            m.Strip(i, TextRemoval.CoverLetter, m.Blocks[greeting].Text);
        }

        if (end > greeting && IsStrokes(m, end - 1))
        {
            StripPostscript(m, end, greeting);
        }
    }

    /// <summary>Addresses and date above the greeting are the letter's where the essay has a title or a name of its own below.</summary>
    private static bool HasOwnHead(Manuscript m, int greeting, int end) =>
        end > greeting + 1 && end < m.Count && !m.Forms[end].IsProse && !Enumerable.Range(0, greeting).Any(i => m.Forms[i].IsProse);

    /// <summary>Where strokes part the letter from the essay they do so at its end, too: what is said to the editors between them and the close.</summary>
    private static void StripPostscript(Manuscript m, int first, int greeting)
    {
        var strokes = Enumerable.Range(first, m.Count - first).LastOrDefault(i => IsStrokes(m, i) && i + 1 < m.Count && m.Forms[i + 1].IsProse, -1);
        if (strokes < 0 || WordsFrom(m, strokes) > LongestLetter || LeastTimes * WordsFrom(m, strokes) > WordsFrom(m, first))
        {
            return;
        }

        for (var i = strokes; i < m.Count && (i == strokes || m.Forms[i].IsProse); i++)
        {
            m.Strip(i, TextRemoval.CoverLetter, m.Blocks[greeting].Text);
        }
    }

    private static bool IsStrokes(Manuscript m, int i) => m.Forms[i].Words == 0 && m.Blocks[i].Text.Any(c => c is '-' or '_' or '*' or '=' or '\u2013' or '\u2014');

    /// <summary>"Dear friends,"</summary>
    public static bool IsGreeting(Manuscript m, int i) =>
        m.Forms[i].Words is > 0 and <= LongestGreeting && m.Forms[i].Straight.TrimEnd() is [.., ',' or ':' or '!'] and var line
        && Array.Exists(Greetings, g => line.StartsWith(g, StringComparison.OrdinalIgnoreCase));

    /// <summary>The block behind the letter; the greeting itself where there is none.</summary>
    private static int EndOf(Manuscript m, int greeting)
    {
        var words = 0;
        var known = greeting;
        for (var i = greeting + 1; i < m.Count && words <= LongestLetter; i++)
        {
            words += m.Forms[i].Words;
            if (m.Matching(i, RuleZone.Tail) is { Rule.Id: TailReview.SignOff })
            {
                var end = i + 1 < m.Count && m.Forms[i + 1].Words is > 0 and <= LongestName && !m.Forms[i + 1].IsProse ? i + 2 : i + 1;
                return WordsFrom(m, end) >= LeastTimes * words ? end : greeting;
            }

            if (IsStrokes(m, i) && i > greeting + 1 && i + 1 < m.Count && !m.Forms[i + 1].IsProse && WordsFrom(m, i) >= LeastTimes * words)
            {
                // A title or a name below the strokes: an essay that is a letter itself goes on in sentences.
                return i + 1;
            }

            known = known == i - 1 && m.Matching(i, RuleZone.Head) is { Rule.Id: Known } ? i : known;
        }

        return known > greeting ? known + 1 : greeting;
    }

    private static int WordsFrom(Manuscript m, int first) => Enumerable.Range(first, m.Count - first).Sum(i => m.Forms[i].Words);
}
