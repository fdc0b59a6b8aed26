using System.Text.RegularExpressions;

namespace Digest.Core.Metadata;

/// <summary>The author whom a standfirst names at its end: "… Jane Doe reports", "…, writes Jane Doe".</summary>
internal static class DekAuthor
{
    private const string Name = "(?<name>(?:\\p{Lu}[\\p{L}\\p{M}'.-]{0,30} )(?:(?:\\p{Lu}[\\p{L}\\p{M}'.-]{0,30}|van|von|de|der|den|da|di|al|bin) ){0,3}\\p{Lu}[\\p{L}\\p{M}'-]{1,30})";

    /// <summary>What only a standfirst says: whoever quotes writes "says".</summary>
    private static readonly Regex Sure = new(
        $"(?:[.?!:][\"']? {Name} (?:reports|investigates)(?: from [^.?!]{{2,40}})?|[,.?!][\"']? (?:writes|reports) {Name})\\W{{0,2}}$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    private static readonly Regex Likely = new(
        $"(?:[.?!:][\"']? {Name} (?:asks why|explains|explores|finds out|has more|investigates|looks back|reports|writes)(?: (?:from|on|how|why|what) [^.?!]{{2,60}})?|[,.?!][\"']? (?:argues|asks|by|By|explains|reports|says|writes) {Name})\\W{{0,2}}$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    /// <summary>True for a paragraph under the title that ends so that no text begins with it.</summary>
    public static bool EndsWithAuthor(string straight) => Sure.IsMatch(straight);

    /// <summary>The name at the end of what is known to be the standfirst, with where it stands; null when it names nobody.</summary>
    public static (string Name, int Start)? Of(string straight)
    {
        var match = Likely.Match(straight) is { Success: true } likely ? likely : Sure.Match(straight);
        return match.Success ? (match.Groups["name"].Value, match.Groups["name"].Index) : null;
    }
}
