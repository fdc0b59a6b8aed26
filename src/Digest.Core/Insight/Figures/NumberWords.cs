using System.Globalization;
using Digest.Core.Insight.Text;

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

    public static bool TryGet(TokenRun tokens, int i, out NumberWordKind kind, out double value)
    {
        var entry = default((NumberWordKind Kind, double Value));
        var found = tokens.In(i, WordLists.NumberWords) && Words.TryGet(tokens.Word(i), out entry);
        (kind, value) = entry;
        return found;
    }

    public static bool TryGet(TokenRun tokens, int i, NumberWordKind wanted, out double value) =>
        TryGet(tokens, i, out var kind, out value) && kind == wanted;

    /// <summary>True for a word a number can begin with: "ten", "twenty".</summary>
    public static bool IsCount(TokenRun tokens, int i) =>
        TryGet(tokens, i, out var kind, out _) && kind is NumberWordKind.Unit or NumberWordKind.Teen or NumberWordKind.Ten;
}
