using System.Globalization;

namespace Digest.Core.Decoding.Word;

/// <summary>
/// Reads the signs (<c>w:sym</c>) of fonts that show signs where other fonts have letters. Their codes lie in Unicode's private
/// area, from F000 on. Ornaments without a counterpart in Unicode are no text.
/// </summary>
internal static class SignFonts
{
    /// <summary>Greek letters where Symbol has them for the Latin ones A to Z and a to z.</summary>
    private const string Capitals = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    private const string Small = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

    private static readonly Dictionary<int, string> Symbol = new()
    {
        [0x22] = "∀", [0x24] = "∃", [0x2A] = "∗", [0x2D] = "−", [0x40] = "≅", [0x5C] = "∴", [0x5E] = "⊥", [0x7E] = "∼",
        [0xA2] = "′", [0xA3] = "≤", [0xA5] = "∞", [0xAB] = "↔", [0xAC] = "←", [0xAD] = "↑", [0xAE] = "→", [0xAF] = "↓",
        [0xB0] = "°", [0xB1] = "±", [0xB2] = "″", [0xB3] = "≥", [0xB4] = "×", [0xB6] = "∂", [0xB7] = "•", [0xB8] = "÷", [0xB9] = "≠", [0xBA] = "≡", [0xBB] = "≈", [0xBC] = "…",
        [0xC5] = "⊕", [0xC6] = "∅", [0xC7] = "∩", [0xC8] = "∪", [0xCC] = "⊂", [0xCE] = "∈", [0xCF] = "∉",
        [0xD0] = "∠", [0xD2] = "®", [0xD3] = "©", [0xD4] = "™", [0xD5] = "∏", [0xD6] = "√", [0xD7] = "⋅", [0xD8] = "¬", [0xDB] = "⇔", [0xDC] = "⇐", [0xDE] = "⇒",
        [0xE2] = "®", [0xE3] = "©", [0xE4] = "™", [0xE5] = "∑", [0xF2] = "∫",
    };

    private static readonly Dictionary<int, string> Wingdings = new()
    {
        [0x28] = "☎", [0x2A] = "✉", [0x4A] = "☺", [0x4C] = "☹", [0x6C] = "●", [0x6E] = "■", [0x6F] = "□", [0x71] = "❑", [0x76] = "❖", [0x9F] = "•", [0xA7] = "▪", [0xA8] = "◻",
        [0xD8] = "➢", [0xDF] = "←", [0xE0] = "→", [0xE1] = "↑", [0xE2] = "↓", [0xE8] = "→", [0xF0] = "⇨", [0xFB] = "✗", [0xFC] = "✓", [0xFD] = "☒", [0xFE] = "☑",
    };

    /// <summary>The sign of a font as text; empty for an ornament.</summary>
    public static string Read(string? font, string? hex)
    {
        if (!int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code is <= 0 or > 0xFFFF || char.IsSurrogate((char)code))
        {
            return "";
        }

        var place = code is >= 0xF000 and <= 0xF0FF ? code - 0xF000 : code;
        return font switch
        {
            "Symbol" => place switch
            {
                >= 'A' and <= 'Z' => Capitals[place - 'A'].ToString(),
                >= 'a' and <= 'z' => Small[place - 'a'].ToString(),
                _ => Symbol.GetValueOrDefault(place) ?? (char.IsAscii((char)place) ? ((char)place).ToString() : ""),
            },
            "Wingdings" => Wingdings.GetValueOrDefault(place, ""),
            _ => code == place && !char.IsControl((char)code) ? ((char)code).ToString() : "",
        };
    }
}
