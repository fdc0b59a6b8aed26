using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Digest.Core.Decoding.Html.Declared;

/// <summary>
/// Reads a calendar day out of a text: ISO 8601, RFC 2822, and dates as people write them in English, German, French,
/// Spanish, Italian, Portuguese and Dutch. The day is taken as it is written, without moving it between time zones. A date
/// whose order of day and month can't be told (04/05/2024) is read only if the caller says which comes first.
/// </summary>
internal static partial class DateText
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private static readonly FrozenDictionary<string, int> Months = new[]
    {
        "january jan januar janvier janv enero ene gennaio gen janeiro januari jänner jaenner",
        "february feb februar février fevrier févr fevr febrero febbraio fevereiro fev februari febr",
        "march mar märz maerz mrz mars marzo março marco maart mrt",
        "april apr avril avr abril abr aprile",
        "may mai mayo maggio mag maio mei",
        "june jun juni juin junio giugno giu junho",
        "july jul juli juillet juil julio luglio lug julho",
        "august aug août aout agosto ago augustus",
        "september sep sept septembre septiembre settembre set setembro",
        "october oct oktober okt octobre octubre ottobre ott outubro out",
        "november nov novembre noviembre novembro",
        "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
    }.SelectMany((names, month) => names.Split(' ').Select(name => (name, month)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.month + 1, StringComparer.OrdinalIgnoreCase);

    /// <summary>The first date in <paramref name="text"/>, or null.</summary>
    /// <param name="text">At most the first 400 characters are looked at.</param>
    /// <param name="monthFirst">Whether 04/05/2024 is the fifth of April; null where that can't be known.</param>
    public static DateOnly? Find(string? text, bool? monthFirst = null)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        text = text.Length > 400 ? text[..400] : text;
        if (Iso().Match(text) is { Success: true } iso)
        {
            return Day(iso.Groups["y"].Value, iso.Groups["m"].Value, iso.Groups["d"].Value);
        }

        if (Compact().Match(text) is { Success: true } compact)
        {
            return Day(compact.Groups["y"].Value, compact.Groups["m"].Value, compact.Groups["d"].Value);
        }

        foreach (Match match in MonthDayYear().Matches(text))
        {
            if (Months.TryGetValue(match.Groups["m"].Value, out var month) && Day(match.Groups["y"].Value, month, match.Groups["d"].Value) is { } day)
            {
                return day;
            }
        }

        foreach (Match match in DayMonthYear().Matches(text))
        {
            if (Months.TryGetValue(match.Groups["m"].Value, out var month) && Day(match.Groups["y"].Value, month, match.Groups["d"].Value) is { } day)
            {
                return day;
            }
        }

        return Dotted().Match(text) is { Success: true } dotted ? Day(Year(dotted.Groups["y"].Value), dotted.Groups["m"].Value, dotted.Groups["d"].Value)
            : Slashed().Match(text) is { Success: true } slashed ? FromSlashes(slashed, monthFirst)
            : null;
    }

    private static DateOnly? FromSlashes(Match match, bool? monthFirst)
    {
        var first = int.Parse(match.Groups["a"].Value, CultureInfo.InvariantCulture);
        var second = int.Parse(match.Groups["b"].Value, CultureInfo.InvariantCulture);
        var isMonthFirst = second > 12 ? true : first > 12 ? false : first == second ? true : monthFirst;
        var year = Year(match.Groups["y"].Value);
        return isMonthFirst switch
        {
            true => Day(year, match.Groups["a"].Value, match.Groups["b"].Value),
            false => Day(year, match.Groups["b"].Value, match.Groups["a"].Value),
            null => null,
        };
    }

    private static string Year(string digits) => digits.Length == 2 ? "20" + digits : digits;

    private static DateOnly? Day(string year, string month, string day) => Day(year, int.Parse(month, CultureInfo.InvariantCulture), day);

    private static DateOnly? Day(string year, int month, string day)
    {
        var (y, d) = (int.Parse(year, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture));
        return y is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, d) : null;
    }

    [GeneratedRegex(@"(?:^|[^\d])(?<y>(?:19|20)\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?:[^\d]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<y>(?:19|20)\d\d)(?<m>\d\d)(?<d>\d\d)(?:T.*|\d{6})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?<m>\p{L}{3,10})\.?\s{1,3}(?<d>\d{1,2})(?:st|nd|rd|th)?,?\.?\s{1,3}(?:at\s)?(?<y>(?:19|20)\d\d)", RegexOptions.NonBacktracking)]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(@"(?<d>\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]{1,3}(?:of\s|de\s)?(?<m>\p{L}{3,10})\.?,?[\s-]{1,3}(?:de\s|del\s)?(?<y>(?:19|20)\d\d)", RegexOptions.NonBacktracking)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"(?:^|[^\d.])(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>(?:19|20)\d\d|\d\d)(?:\.?[^\d.]|\.?$)", RegexOptions.NonBacktracking)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?:^|[^\d/])(?<a>\d{1,2})/(?<b>\d{1,2})/(?<y>(?:19|20)\d\d|\d\d)(?:[^\d/]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Slashed();
}
