using System.Globalization;

namespace Digest.Core.Issues;

/// <summary>
/// Ids of issues: the ISO 8601 week of the scheduled local time, <c>2026-W47</c>. A second issue of the same week (the
/// schedule asks for more than one, or an editor sends an extra one) is <c>2026-W47-2</c>, and so on.
/// </summary>
public static class IssueId
{
    /// <summary>The id of the <paramref name="ordinal"/>th issue of the week of <paramref name="scheduled"/>.</summary>
    /// <param name="scheduled">The time with the offset of the schedule's zone: its local date decides the week.</param>
    /// <param name="ordinal">From 1.</param>
    public static string For(DateTimeOffset scheduled, int ordinal = 1)
    {
        var week = $"{ISOWeek.GetYear(scheduled.DateTime):D4}-W{ISOWeek.GetWeekOfYear(scheduled.DateTime):D2}";
        return ordinal == 1 ? week : $"{week}-{ordinal}";
    }

    /// <summary>Whether a text is an id. Ids become blob names and addresses, so nothing else is let through.</summary>
    public static bool IsValid(string text) => TryParse(text, out _, out _, out _);

    /// <summary>The year of an id; the ISO 8601 week belongs to it whole, also where January begins in it.</summary>
    /// <exception cref="ArgumentException"><paramref name="id"/> is no id.</exception>
    public static int Year(string id) => Key(id).Year;

    /// <summary>Reads a week as an editor writes it: an id (<c>2026-W47</c>) or a day in it (<c>2026-11-20</c>).</summary>
    /// <param name="text">The week.</param>
    /// <param name="monday">Its first day.</param>
    public static bool TryReadWeek(string text, out DateOnly monday)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
            return true;
        }

        monday = default;
        if (!TryParse(text.ToUpperInvariant(), out var year, out var week, out _) || year is < 1 or > 9998 || week > ISOWeek.GetWeeksInYear(year))
        {
            return false;
        }

        monday = ISOWeek.ToDateOnly(year, week, DayOfWeek.Monday);
        return true;
    }

    /// <summary>Oldest first; <c>-10</c> after <c>-9</c>.</summary>
    public static IComparer<string> ByAge { get; } = Comparer<string>.Create((a, b) =>
        // Of ids of one length the order of letters is the order of time.
        a.Length == b.Length ? string.CompareOrdinal(a, b) : Key(a).CompareTo(Key(b)));

    private static (int Year, int Week, int Ordinal) Key(string id) =>
        TryParse(id, out var year, out var week, out var ordinal)
            ? (year, week, ordinal)
            : throw new ArgumentException($"\"{id}\" is not the id of an issue; ids look like 2026-W47.", nameof(id));

    private static bool TryParse(string text, out int year, out int week, out int ordinal)
    {
        (year, week, ordinal) = (0, 0, 1);
        var parts = text.Split('-');
        return parts.Length is 2 or 3
            && parts[0].Length == 4 && Number(parts[0], out year)
            && parts[1].Length == 3 && parts[1][0] == 'W' && Number(parts[1][1..], out week) && week is >= 1 and <= 53
            && (parts.Length == 2 || (parts[2].Length <= 4 && parts[2][0] != '0' && Number(parts[2], out ordinal) && ordinal >= 2));
    }

    private static bool Number(string digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
