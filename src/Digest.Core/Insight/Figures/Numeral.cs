using System.Runtime.InteropServices;

namespace Digest.Core.Insight.Figures;

/// <summary>How a number is written, which tells how far it can be trusted to be a quantity.</summary>
internal enum NumeralForm
{
    /// <summary>Digits without a group mark, decimals or a scale: it may as well be a year or a label.</summary>
    BareDigits,

    /// <summary>Digits with a group mark, decimals or a scale: <c>3,600</c>, <c>1.5</c>, <c>3.7bn</c>.</summary>
    Digits,

    /// <summary>Words: <c>eighty</c>, <c>twenty-five</c>.</summary>
    Words,

    /// <summary>Words with a scale, or an article with one: <c>ten thousand</c>, <c>half a million</c>, <c>a dozen</c>.</summary>
    ScaledWords,

    /// <summary>A part of a whole: <c>two-thirds</c>, <c>half</c>, <c>1/3</c>, <c>one in five</c>.</summary>
    Part,

    /// <summary>So many times as much: <c>doubled</c>, <c>tenfold</c>.</summary>
    Multiple,
}

/// <summary>A number as it stands in a sentence.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last one.</param>
/// <param name="Value">Its value.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Scale">The factor of a scale word, 1 without one: "5 to 10 million" shares it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Numeral(int First, int End, double Value, NumeralForm Form, double Scale = 1);
