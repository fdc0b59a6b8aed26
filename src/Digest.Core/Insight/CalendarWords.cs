namespace Digest.Core.Insight;

/// <summary>Words of the calendar: a number beside them is a date, not a quantity.</summary>
internal static class CalendarWords
{
    public static bool IsMonth(ReadOnlySpan<char> word) => WordLists.Months.Contains(word.TrimEnd('.'));
}
