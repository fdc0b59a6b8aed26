using System.Collections.Frozen;

namespace Digest.Core.Insight;

/// <summary>Words of the calendar: a number beside them is a date, not a quantity.</summary>
internal static class CalendarWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Months =
        WordList.Words("months").GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsMonth(ReadOnlySpan<char> word) => Months.Contains(word.TrimEnd('.'));
}
