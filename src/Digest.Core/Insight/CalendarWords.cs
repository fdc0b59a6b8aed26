namespace Digest.Core.Insight;

/// <summary>Words of the calendar: a number beside them is a date, not a quantity.</summary>
internal static class CalendarWords
{
    private static readonly WordSet Months = WordList.Words("months");

    public static bool IsMonth(ReadOnlySpan<char> word) => Months.Contains(word.TrimEnd('.'));
}
