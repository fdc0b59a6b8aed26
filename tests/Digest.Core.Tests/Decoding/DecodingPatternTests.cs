using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Digest.Core.Decoding;
using Xunit;

namespace Digest.Core.Tests.Decoding;

/// <summary>
/// The patterns of decoding run on an engine that can need more time than the text is long. Each is tried with texts made of
/// the pieces that such patterns look for, over and over. The engine that does not backtrack says what has to come out.
/// </summary>
public sealed class DecodingPatternTests
{
    /// <summary>As long as the longest attribute or line that a pattern is shown.</summary>
    private const int Length = 4_000;

    private static readonly string[] Pieces =
    [
        " ", "\n", "a", "A", "7", "12 ", "2024 ", "2024-05-06 ", "4/5/24 ", "1. 2. ", "5 May ", "May 5, ", "by ", "By: ", "written by ", "Anna Lind, ", "and ", "published ", "updated on ",
        "\u00A9 ", "(c) 2024 ", "/author/", "/@a.b", "'s ", "blog ", ",", ": ", "| ", "\u2013", "charset=", "<?xml ", "encoding=", "\"", "user", "é", "世",
    ];

    public static TheoryData<string, string, RegexOptions> Patterns =>
    [
        .. from type in typeof(DocumentDecoder).Assembly.GetTypes()
           where type.Namespace?.StartsWith(typeof(DocumentDecoder).Namespace!, StringComparison.Ordinal) == true
           from method in type.GetMethods(BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let pattern = method.GetCustomAttribute<GeneratedRegexAttribute>()
           where pattern is not null
           select new TheoryDataRow<string, string, RegexOptions>($"{type.Name}.{method.Name}", pattern.Pattern, pattern.Options),
    ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void No_text_leads_a_pattern_astray(string name, string pattern, RegexOptions options)
    {
        // The limit of time ends what is exponential; what is polynomial is done in a thousandth of it.
        var shipped = new Regex(pattern, options, TimeSpan.FromSeconds(30));
        var linear = new Regex(pattern, options | RegexOptions.NonBacktracking);
        Assert.All(Texts(), text => Assert.True(linear.IsMatch(text) == shipped.IsMatch(text), name));
    }

    private static IEnumerable<string> Texts() =>
        from first in Pieces
        from repeated in Pieces
        select first + Repeated(first == repeated ? repeated : repeated + first);

    private static string Repeated(string piece) => new StringBuilder(Length + piece.Length).Insert(0, piece, (Length / piece.Length) + 1).ToString();
}
