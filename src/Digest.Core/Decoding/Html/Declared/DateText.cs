using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
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
    private const int LongestText = 400;

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

    /// <summary>The first date in <paramref name="text"/>, or null; a date with its year first goes before others.</summary>
    /// <param name="text">At most the first 400 characters are looked at.</param>
    /// <param name="monthFirst">Whether 04/05/2024 is the fifth of April; null where that can't be known.</param>
    public static DateOnly? Find(string? text, bool? monthFirst = null)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var all = All(text, monthFirst);
        return all.Count == 0 ? null : all[0].Day;
    }

    /// <summary>Every date in <paramref name="text"/>, in order, with its place.</summary>
    /// <param name="text">At most the first 400 characters are looked at.</param>
    /// <param name="monthFirst">Whether 04/05/2024 is the fifth of April; null where that can't be known.</param>
    public static List<Found> All(string text, bool? monthFirst)
    {
        text = text.Length > LongestText ? text[..LongestText] : text;
        var found = new List<Found>();
        if (!MayHoldDate(text))
        {
            return found;
        }

        foreach (var regex in (ReadOnlySpan<Regex>)[Iso(), Compact(), YearMonthDay(), MonthDayYear(), DayMonthYear()])
        {
            foreach (Match match in regex.Matches(text))
            {
                Add(match, Day(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value), other: null);
            }
        }

        foreach (Match match in Dotted().Matches(text))
        {
            // Points mean day first nearly everywhere; American pages also write 09.10.2024 for the tenth of September.
            var (year, a, b) = (Year(match.Groups["y"].Value), match.Groups["d"].Value, match.Groups["m"].Value);
            Add(match, Day(year, b, a) ?? (monthFirst == true ? Day(year, a, b) : null), monthFirst == true ? Day(year, a, b) : null);
        }

        foreach (Match match in Slashed().Matches(text))
        {
            var (year, a, b) = (Year(match.Groups["y"].Value), match.Groups["a"].Value, match.Groups["b"].Value);
            var (first, second) = (Day(year, a, b), Day(year, b, a));
            Add(match, first is null ? second : second is null || first == second ? first : monthFirst switch { true => first, false => second, null => null }, monthFirst == true ? second : first);
        }

        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;

        void Add(Match match, DateOnly? day, DateOnly? other)
        {
            if (day is { } known && !found.Exists(f => match.Index < f.End && match.Index + match.Length > f.Start))
            {
                found.Add(new Found(known, other == day ? null : other, match.Index, match.Index + match.Length));
            }
        }
    }

    /// <summary>A date in a text.</summary>
    /// <param name="Day">The day.</param>
    /// <param name="OtherReading">What it is with day and month the other way round, where that is a day too and some read it so.</param>
    /// <param name="Start">Index of its first character, or of the one before.</param>
    /// <param name="End">Index after its last character, or one more.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Found(DateOnly Day, DateOnly? OtherReading, int Start, int End);

    /// <summary>The shortest date has four digits: 1/2/24.</summary>
    private static bool MayHoldDate(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits >= 4;
    }

    private static string Year(string digits) => digits.Length == 2 ? "20" + digits : digits;

    private static DateOnly? Day(string year, string month, string day)
    {
        if (!int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && !Months.TryGetValue(month, out m))
        {
            return null;
        }

        var (y, d) = (int.Parse(year, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture));
        return y is >= FirstYear and <= LastYear && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    [GeneratedRegex(@"(?:^|[^\d])(?<y>(?:19|20)[0-9][0-9])[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})(?:[^\d]|$)")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<y>(?:19|20)[0-9][0-9])(?<m>[0-9][0-9])(?<d>[0-9][0-9])(?:T.*|\d{6})?$")]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?:^|\D)(?<y>(?:19|20)[0-9][0-9]),?\s(?<m>\p{L}{3,10})\.?,?\s(?<d>[0-9]{1,2})(?:\D|$)")]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(@"(?<m>\p{L}{3,10})\.?\s{1,3}(?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?\.?\s{1,3}(?:at\s)?(?<y>(?:19|20)[0-9][0-9])")]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(@"(?<d>[0-9]{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]{1,3}(?:of\s|de\s)?(?<m>\p{L}{3,10})\.?,?[\s-]{1,3}(?:de\s|del\s)?(?<y>(?:19|20)[0-9][0-9])")]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"(?:^|[^\d.])(?<d>[0-9]{1,2})\.\s?(?<m>[0-9]{1,2})\.\s?(?<y>(?:19|20)[0-9][0-9]|[0-9][0-9])(?:\.?[^\d.]|\.?$)")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?:^|[^\d/-])(?<a>[0-9]{1,2})(?:/(?<b>[0-9]{1,2})/(?<y>(?:19|20)[0-9][0-9]|[0-9][0-9])|-(?<b>[0-9]{1,2})-(?<y>(?:19|20)[0-9][0-9]))(?:[^\d/-]|$)")]
    private static partial Regex Slashed();
}
