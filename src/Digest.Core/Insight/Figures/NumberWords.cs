using System.Globalization;

namespace Digest.Core.Insight.Figures;

/// <summary>What a word says as part of a number.</summary>
internal enum NumberWordKind
{
    /// <summary>zero to nine.</summary>
    Unit,

    /// <summary>ten to nineteen.</summary>
    Teen,

    /// <summary>twenty to ninety.</summary>
    Ten,

    /// <summary>hundred, thousand, million, dozen.</summary>
    Scale,

    /// <summary>A scale written against the digits: bn, k.</summary>
    Suffix,

    /// <summary>half, third, quarter.</summary>
    Part,

    /// <summary>doubled, tenfold.</summary>
    Multiple,
}

/// <summary>The words numbers are written with.</summary>
internal static class NumberWords
{
    private static readonly WordTable<(NumberWordKind Kind, double Value)> Words = WordList.Table("numbers", row =>
        (Enum.Parse<NumberWordKind>(row[0], ignoreCase: true), double.Parse(row[1], CultureInfo.InvariantCulture)));

    public static bool TryGet(ReadOnlySpan<char> word, out NumberWordKind kind, out double value)
    {
        var found = Words.TryGet(word, out var entry);
        (kind, value) = entry;
        return found;
    }

    public static bool TryGet(ReadOnlySpan<char> word, NumberWordKind wanted, out double value) =>
        TryGet(word, out var kind, out value) && kind == wanted;

    /// <summary>True for a word a number can begin with: "ten", "twenty".</summary>
    public static bool IsCount(ReadOnlySpan<char> word) =>
        TryGet(word, out var kind, out _) && kind is NumberWordKind.Unit or NumberWordKind.Teen or NumberWordKind.Ten;
}
