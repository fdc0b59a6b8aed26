using System.Text.RegularExpressions;

namespace Digest.Core.Metadata;

/// <summary>The place with which a report begins: "LEEDS - The ferry", "MINGO CREEK, W.Va. - By 5:30".</summary>
internal static class Dateline
{
    private static readonly Regex Pattern = new(
        "^(?<place>\\p{Lu}[\\p{Lu} .'/-]{2,28}\\p{Lu})(?<region>, \\p{Lu}[\\p{L}. ]{1,24})? ?-+ ?[\\p{Lu}\"]",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    /// <summary>The place in capitals at the beginning of a text with straight quotation marks, or null.</summary>
    /// <param name="straight">The text.</param>
    public static string? PlaceOf(string straight) => Pattern.Match(straight) is { Success: true } match ? match.Groups["place"].Value : null;

    /// <summary>What stands behind such a place and a comma, or null: its region, or the role of somebody in capitals ("JANE DOE, Professor - University of Leeds").</summary>
    /// <param name="straight">The text.</param>
    public static string? RegionOf(string straight) => Pattern.Match(straight).Groups["region"] is { Success: true } region ? region.Value : null;
}
