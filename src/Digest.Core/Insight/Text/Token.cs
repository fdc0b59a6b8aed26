using System.Runtime.InteropServices;

namespace Digest.Core.Insight.Text;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>Outside the sentence.</summary>
    None,

    /// <summary>Letters, also with digits after them: <c>soldiers</c>, <c>COP28</c>, <c>U.S.</c>.</summary>
    Word,

    /// <summary>Digits with group and decimal marks, or a vulgar fraction: <c>3,600</c>, <c>1.5</c>, <c>½</c>.</summary>
    Number,

    /// <summary>Digits that no quantity is written with: <c>3.11.2</c>.</summary>
    Code,

    /// <summary>The possessive ending: <c>’s</c>, or the apostrophe after a plural.</summary>
    Possessive,

    /// <summary>A currency sign.</summary>
    Currency,

    /// <summary><c>%</c> or <c>‰</c>.</summary>
    Percent,

    /// <summary>A hyphen, dash or minus sign.</summary>
    Dash,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>Any other mark.</summary>
    Mark,
}

/// <summary>A token of a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last one.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Lists">The word lists that hold it; none unless it is a word.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(int Start, int End, TokenKind Kind, WordLists Lists = WordLists.None);
