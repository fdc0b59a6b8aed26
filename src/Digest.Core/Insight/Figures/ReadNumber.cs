using System.Runtime.InteropServices;

namespace Digest.Core.Insight.Figures;

/// <summary>A number that was found to be a key figure, with what stands around it.</summary>
/// <param name="Number">The number, up to where its range or "or so" ends.</param>
/// <param name="Value">Its value, or the lower end of its range.</param>
/// <param name="High">The upper end of its range.</param>
/// <param name="First">Its first token, the currency sign included.</param>
/// <param name="Increment">"more", "fewer" or "less" when it says how many more or fewer.</param>
/// <param name="Partner">The figure before that it counts the same as, when it is the other end of a change or comparison.</param>
/// <param name="Trailing">"or so", "or more", empty without one.</param>
/// <param name="Words">The number in words that say it better than digits would, or null.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReadNumber(
    Numeral Number, double Value, double? High = null, int First = 0, string? Increment = null, RawFigure? Partner = null, string Trailing = "", string? Words = null);
