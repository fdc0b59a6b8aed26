using System.Text.RegularExpressions;

namespace Digest.Core.Metadata;

/// <summary>"From the Department of Medicine, Leeds (J.K.D.); and the Harbour Fever Unit, Hull (A.L.)": institutions with the initials of those who work there.</summary>
internal static class InitialsNote
{
    private static readonly Regex InBrackets = new(
        "\\((?<all>\\p{Lu}[\\p{Lu}.-]{1,9}(?:(?:, and |, | and | & )\\p{Lu}[\\p{Lu}.-]{1,9}){0,11})\\)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    // Journals print where the authors' declarations are to be had in the same paragraph, before the institutions.
    private static readonly Regex Lead = new(
        "^[ ,;.]*(?:and )?(?:disclosure forms[^()]{0,120}[.] )?(?:(?:affiliations?|author affiliations?): ?)?(?:from )?(?:the )?", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The institutions and who works there; null when the line is no such note, or one of the initials belongs to nobody.</summary>
    public static List<(string Institution, List<string> Names)>? Read(string text, IReadOnlyList<string> authors)
    {
        if (!text.AsSpan().TrimEnd(" .,;").EndsWith(')'))
        {
            return null;
        }

        var found = new List<(string, List<string>)>();
        var start = 0;
        foreach (Match match in InBrackets.Matches(text))
        {
            var names = match.Groups["all"].Value.Replace(" and ", ",", StringComparison.Ordinal).Split([',', '&'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(letters => authors.FirstOrDefault(a => InitialsOf(a) == LettersOf(letters))).ToList();
            if (names.Contains(null))
            {
                return null;
            }

            var between = text[start..match.Index];
            found.Add((between[Lead.Match(between).Length..].Trim(' ', ',', ';'), [.. names.OfType<string>()]));
            start = match.Index + match.Length;
        }

        return found.Count > 0 && !text.AsSpan(start).ContainsAnyExcept(" .,;") ? found : null;
    }

    private static string InitialsOf(string name) => string.Concat(name.Split(' ', '-').Where(part => part.Length > 0 && char.IsUpper(part[0])).Select(part => part[0]));

    private static string LettersOf(string initials) => string.Concat(initials.Where(char.IsUpper));
}
