namespace Digest.Core.Insight.Text;

/// <summary>How digits are written: which mark parts the decimals, and which the thousands.</summary>
internal enum DecimalMark
{
    /// <summary>English: 1,234.5.</summary>
    Point,

    /// <summary>Most of Europe and South America: 1.234,5 or 1 234,5.</summary>
    Comma,

    /// <summary>The language is not known: as in English, but 1.234 may be a thousand and is not read.</summary>
    Unsure,
}

/// <summary>The decimal mark of a language.</summary>
internal static class DecimalMarks
{
    /// <summary>Languages with a decimal comma that essays are recognised in.</summary>
    private static readonly string[] WithComma = ["de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "nn", "no", "fi", "cs", "sk", "hu", "ro", "ru", "uk", "el", "tr", "ca", "id"];

    /// <summary>The mark used in a language, given as BCP 47 tag; Switzerland and Mexico write a point, and then both are in use.</summary>
    public static DecimalMark Of(string language)
    {
        var primary = language.Split('-')[0].ToLowerInvariant();
        return primary == "und" ? DecimalMark.Unsure : WithComma.Contains(primary, StringComparer.Ordinal) ? DecimalMark.Comma : DecimalMark.Point;
    }
}
