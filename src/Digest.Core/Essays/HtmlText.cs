namespace Digest.Core.Essays;

/// <summary>Text between elements of a UTF-8 page: what could be markup is encoded, and all else stands as itself, line breaks and apostrophes too.</summary>
internal static class HtmlText
{
    /// <summary>Encodes text; it is not meant for values of attributes.</summary>
    public static string Encode(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
