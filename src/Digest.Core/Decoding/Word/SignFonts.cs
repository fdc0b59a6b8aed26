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

    private static readonly Dictionary<int, string> Symbol = Table("22∀ 24∃ 2A∗ 2D− 40≅ 5C∴ 5E⊥ 7E∼ A2′ A3≤ A5∞ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B2″ B3≥ B4× B6∂ B7• B8÷ B9≠ BA≡ BB≈ BC… C5⊕ C6∅ C7∩ C8∪ CC⊂ CE∈ CF∉ D0∠ D2® D3© D4™ D5∏ D6√ D7⋅ D8¬ DB⇔ DC⇐ DE⇒ E2® E3© E4™ E5∑ F2∫");

    private static readonly Dictionary<int, string> Wingdings = Table("28☎ 2A✉ 4A☺ 4C☹ 6C● 6E■ 6F□ 71❑ 76❖ 9F• A7▪ A8◻ D8➢ DF← E0→ E1↑ E2↓ E8→ F0⇨ FB✗ FC✓ FD☒ FE☑");

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

    /// <summary>A table from its entries, the code and the sign of each.</summary>
    private static Dictionary<int, string> Table(string entries) =>
        entries.Split(' ').ToDictionary(entry => int.Parse(entry.AsSpan(0, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), entry => entry[2..]);
}
