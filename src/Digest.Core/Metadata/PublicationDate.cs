using System.Globalization;
using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>Reads the day out of a line such as "Published on Tuesday, 3rd of March 2024 at 10:15 am".</summary>
/// <remarks>The expressions need time in proportion to the text on the backtracking engine too (MetadataPatternTests), and megabytes less.</remarks>
internal sealed class PublicationDateReader(Vocabulary vocabulary)
{
    private static readonly string[] Formats =
        ["MMMM d yyyy", "MMM d yyyy", "d MMMM yyyy", "d MMM yyyy", "d-MMM-yyyy", "d-MMMM-yyyy", "d/MMM/yyyy", "d/MMMM/yyyy", "yyyy-MM-dd"];

    private static readonly Regex Noise = new(
        "(?:\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b|\\bof\\b|[,.])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    private static readonly Regex Ordinal = new("\\b\\d{1,2}(?:st|nd|rd|th)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    private readonly Regex _date = new(vocabulary.Expand("\\b{date}", "dates"), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    /// <summary>The first day the text names; null when it names none or only in figures that two countries read differently (3/4/2024).</summary>
    public DateOnly? Read(string text)
    {
        var match = _date.Match(PlainForm.Straight(text));
        if (!match.Success)
        {
            return null;
        }

        var plain = Ordinal.Replace(Noise.Replace(match.Value, " "), m => m.Value[..^2]).Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase);
        var folded = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        folded = folded.Length > 10 && folded[4] == '-' && char.IsAsciiDigit(folded[5]) ? folded[..10] : folded;
        return DateOnly.TryParseExact(folded, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) && day.Year >= 1700
            ? day
            : null;
    }
}
