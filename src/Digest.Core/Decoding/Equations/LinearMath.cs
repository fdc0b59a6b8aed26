using System.Buffers;
using System.Text;

namespace Digest.Core.Decoding.Equations;

/// <summary>
/// Sets the parts of an equation in one line of text, the way Unicode's plain form of mathematics does (Unicode Technical Note 28): a fraction with a
/// stroke, powers and indices as raised and lowered characters where there are such, roots and sums with their signs. Text that left
/// these out would say another number: 12 for ½, 109 for 10⁹.
/// </summary>
internal static class LinearMath
{
    private const string Raisable = "0123456789+-−=()ni";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ";
    private const string Lowerable = "0123456789+-−=()aehijklmnoprstuvx";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";

    private static readonly SearchValues<char> Relations = SearchValues.Create("=<>≤≥≠≈≡→∈");

    /// <summary>Parts that stand beside one another.</summary>
    public static string Row(IEnumerable<string> parts)
    {
        var row = new StringBuilder();
        foreach (var part in parts)
        {
            row.Append(row.Length > 0 && IsApart(row[^1], part) ? " " : "").Append(part);
        }

        return row.ToString();
    }

    /// <summary>A blank belongs between a whole number and the fraction behind it: two and 3/16 is not 23/16.</summary>
    public static bool IsApart(char before, string next) => char.IsAsciiDigit(before) && next.Length > 0 && char.IsAsciiDigit(next[0]) && next.Contains('/', StringComparison.Ordinal);

    /// <summary>Letters, digits and signs; what compares stands between blanks.</summary>
    public static string Text(string text)
    {
        if (!text.AsSpan().ContainsAny(Relations))
        {
            return text;
        }

        var spaced = new StringBuilder(text.Length + 4);
        foreach (var c in text)
        {
            _ = Relations.Contains(c) ? spaced.Append(' ').Append(c).Append(' ') : spaced.Append(c);
        }

        return spaced.ToString();
    }

    public static string Fraction(string above, string below) => (above, below) switch
    {
        ("1", "2") => "½",
        ("1", "3") => "⅓",
        ("2", "3") => "⅔",
        ("1", "4") => "¼",
        ("3", "4") => "¾",
        ("1", "5") => "⅕",
        ("1", "8") => "⅛",
        _ => $"{Grouped(above)}/{Grouped(below)}",
    };

    /// <summary>One above another without a stroke: the numbers of a binomial coefficient.</summary>
    public static string Stack(string above, string below) => $"{Grouped(above)}¦{Grouped(below)}";

    /// <summary>A base with what is raised and lowered behind it; either may be empty.</summary>
    public static string Script(string nucleus, string lower, string upper) =>
        (upper.Length + lower.Length > 0 && nucleus.Any(c => " +-−·×/=".Contains(c, StringComparison.Ordinal)) ? Grouped(nucleus) : nucleus)
        + Set(lower, Lowerable, Lowered, '_') + Set(upper, Raisable, Raised, '^');

    public static string Root(string degree, string content) => (degree is "" or "2" ? "" : Set(degree, Raisable, Raised, '^')) + "√" + Grouped(content);

    /// <summary>A sum, a product or an integral with its bounds, and what stands behind it.</summary>
    public static string Large(string sign, string lower, string upper, string content)
    {
        var set = Script(sign, lower, upper);
        return content.Length == 0 ? set : $"{set} {content}";
    }

    /// <summary>A letter with a mark above or below it; more than one letter stays without.</summary>
    public static string Marked(string nucleus, string mark) => nucleus.Length == 1 ? (nucleus + mark).Normalize(NormalizationForm.FormC) : nucleus;

    private static string Set(string script, string from, string to, char sign) =>
        script.Length == 0 ? ""
        : script.All(c => from.Contains(c, StringComparison.Ordinal)) ? string.Concat(script.Select(c => to[from.IndexOf(c, StringComparison.Ordinal)]))
        : sign + Grouped(script);

    /// <summary>In brackets, unless it is a number, a word, or in brackets already.</summary>
    private static string Grouped(string part) =>
        part.Length <= 1 || part.All(char.IsLetter) || part.All(c => char.IsDigit(c) || c is '.' or ',') || IsEnclosed(part) ? part : $"({part.Trim()})";

    private static bool IsEnclosed(string part)
    {
        if (part[0] != '(' || part[^1] != ')')
        {
            return false;
        }

        var depth = 0;
        for (var i = 0; i < part.Length - 1; i++)
        {
            depth += part[i] == '(' ? 1 : part[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return false;
            }
        }

        return true;
    }
}
