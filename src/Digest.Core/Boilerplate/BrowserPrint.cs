using System.Text.RegularExpressions;
using Digest.Core.Blocks;

namespace Digest.Core.Boilerplate;

/// <summary>
/// Takes out what browsers set at the head and foot of every page that they print: date and time, the title of the page, its address,
/// "1/4". Chrome, Edge and Safari set "11/4/24, 9:12 AM   Title" above and "https://…   1/4" below, Firefox "Title   https://…" above and
/// "1 of 4   11/4/24, 9:12 AM" below; out of some files each part comes on a line of its own.
/// </summary>
internal static partial class BrowserPrint
{
    /// <summary>Longest such line, in characters: titles are cut off by the browser, addresses are not.</summary>
    private const int LongestLine = 400;

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private const string Time = @"[0-9]{1,4}([./-])[0-9]{1,2}([./-])[0-9]{2,4},?\s[0-9]{1,2}[:.][0-9]{2}(\s?[ap]\.?m\.?)?";

    private const string Address = @"(https?|file)://\S+";

    /// <summary>True for a foot that says which page of how many it stands on: no essay has such a line.</summary>
    public static bool IsFoot(string line) => line.Length <= LongestLine && Feet().IsMatch(line);

    /// <summary>Strips heads and feet of printed pages, where their feet number all pages from the first to the last.</summary>
    public static void Apply(Manuscript m)
    {
        var lines = Enumerable.Range(0, m.Count).Where(i => IsLine(m, i)).ToList();
        var feet = lines.FindAll(i => IsFoot(m.Blocks[i].Text));
        if (feet.Count == 0)
        {
            feet = FeetAlone(m, lines);
        }

        if (feet.Count == 0)
        {
            return;
        }

        var repeated = lines.CountBy(i => m.Blocks[i].Text, StringComparer.Ordinal).Where(line => line.Value > 1).Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var i in lines)
        {
            var text = m.Blocks[i].Text;
            var isHead = Heads().IsMatch(text) || (repeated.Contains(text) && (IsBelowTime(m, i) || EndsWithAddress().IsMatch(text)));
            if (isHead || feet.Contains(i))
            {
                m.Strip(i, TextRemoval.RunningHead, text);
            }
        }
    }

    /// <summary>"1/3", "2/3", "3/3", each on a line of its own, where the pages have the time of printing as well.</summary>
    private static List<int> FeetAlone(Manuscript m, List<int> lines)
    {
        var feet = lines.FindAll(i => PageOfPages().IsMatch(m.Blocks[i].Text));
        return feet.Count > 0 && feet.Select((i, n) => m.Blocks[i].Text == $"{n + 1}/{feet.Count}").All(isNext => isNext) && lines.Exists(i => IsTime(m.Blocks[i].Text)) ? feet : [];
    }

    private static bool IsLine(Manuscript m, int i) =>
        m.IsOpen(i) && m.Blocks[i].Kind is BlockKind.Paragraph or BlockKind.Heading && m.Blocks[i].Text is { Length: > 0 and <= LongestLine } text && !m.Forms[i].EndsAsSentence;

    private static bool IsBelowTime(Manuscript m, int i) => i > 0 && IsTime(m.Blocks[i - 1].Text);

    private static bool IsTime(string text) => text.Length <= LongestLine && TimeAlone().IsMatch(text);

    [GeneratedRegex(@"^(" + Address + @"\s+[0-9]{1,3}\s?/\s?[0-9]{1,3}|(page\s)?[0-9]{1,3}\s(of|/)\s[0-9]{1,3}\s+" + Time + ")$", Options)]
    private static partial Regex Feet();

    [GeneratedRegex("^" + Time + @"(\s|$)", Options)]
    private static partial Regex Heads();

    [GeneratedRegex("^" + Time + "$", Options)]
    private static partial Regex TimeAlone();

    [GeneratedRegex("(^|\\s)" + Address + "$", Options)]
    private static partial Regex EndsWithAddress();

    [GeneratedRegex("^[0-9]{1,3}/[0-9]{1,3}$", Options)]
    private static partial Regex PageOfPages();
}
