using System.Buffers;
using System.Text.RegularExpressions;

namespace Digest.Core.Insight;

/// <summary>
/// The dateline with which a report begins: the place, and after it the region, the day and the agency if they are given ("LEEDS - The ferry", "MINGO CREEK, W.Va. (AP) -
/// By 5:30", "KUALA LUMPUR, March 6 - The board").
/// </summary>
/// <param name="Place">The place; empty where only an agency is named.</param>
/// <param name="Region">What stands behind the place and a comma, or null: its region, or the role of somebody in capitals ("JANE DOE, Professor - University of Leeds").</param>
/// <param name="IsSure">A day, an agency, a region behind capitals, or a place that the lists know is in it.</param>
/// <param name="End">Where the report itself begins.</param>
internal readonly record struct Dateline(string Place, string? Region, bool IsSure, int End)
{
    /// <summary>Characters in which the sign has to come that ends a dateline.</summary>
    private const int Sight = 90;

    private static readonly SearchValues<char> Signs = SearchValues.Create("-:)|\u2022\u2013\u2014");

    private static readonly Regex Pattern = new(
        "^(?:(?<place>\\p{Lu}[\\p{Lu} .'/-]{1,28}\\p{Lu}|(?<mixed>\\p{Lu}[\\p{Ll}'-]+(?:[ -]\\p{Lu}[\\p{Ll}'-]+){0,2}))(?<region>, \\p{Lu}[\\p{L}. ]{1,28})?"
        + "(?<day>, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.? \\d{1,2}(?:, (?:19|20)\\d{2})?|, \\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?)?"
        + "(?:(?<agency> ?\\(\\p{Lu}[\\p{L} .&-]{1,24}\\))(?<sign> ?-+ ?| ?[:|\u2022] | )|(?<sign> ?-+ ?| ?[:|\u2022] ))|(?<agency>\\(\\p{Lu}[\\p{L} .&]{1,24}\\))(?<sign> ?-+ ?))[\\p{Lu}\"'$\u00A3\u20AC0-9]",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    /// <summary>Reads the dateline at the beginning of a text; null when it begins with none.</summary>
    /// <param name="straight">The text with straight quotation marks and dashes.</param>
    public static Dateline? Of(string straight)
    {
        if (!straight.AsSpan(0, Math.Min(Sight, straight.Length)).ContainsAny(Signs) || Pattern.Match(straight) is not { Success: true } match)
        {
            return null;
        }

        var (place, region) = (match.Groups["place"].Value, match.Groups["region"] is { Success: true } group ? group.Value : null);
        var hasSource = match.Groups["day"].Success || match.Groups["agency"].Success;
        var isKnown = place.Split('/').Any(name => WordLists.PlacesInAnyCase.Contains(name)) || (region is not null && WordLists.PlacesInAnyCase.Contains(region.AsSpan(2).Trim()));
        var isAccepted = match.Groups["sign"].Value.Trim() switch
        {
            "" => !match.Groups["mixed"].Success || match.Groups["day"].Success,
            [':'] => match.Groups["day"].Success || (isKnown && !match.Groups["mixed"].Success),
            ['-', ..] => !match.Groups["mixed"].Success || hasSource || (isKnown && region is not null),
            _ => hasSource || isKnown,
        };
        return isAccepted ? new Dateline(place, region, hasSource || isKnown || (region is not null && !match.Groups["mixed"].Success), match.Length - 1) : null;
    }
}
