using System.Globalization;

namespace Digest.Core.Issues;

/// <summary>A number with what it counts, as people write it: 1 essay, 2 essays.</summary>
public static class Amount
{
    /// <summary>The words.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">What one of them is called.</param>
    /// <param name="many">What several are called; the word for one with an s when left out.</param>
    public static string Of(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");
}
