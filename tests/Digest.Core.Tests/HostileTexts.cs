using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Digest.Core.Tests;

/// <summary>
/// Texts made of the pieces that patterns look for, over and over, to lead astray an engine that can need more time than the
/// text is long. The engine that does not backtrack says what has to come out.
/// </summary>
internal static class HostileTexts
{
    /// <summary>Long enough for what is exponential, or a high power, to show.</summary>
    private const int Length = 2_000;

    private static readonly string[] Pieces =
    [
        " ", "\n", "a", "A", "7", "12 ", "2024 ", "2024-05-06 ", "4/5/24 ", "1. 2. ", "5 May ", "Monday, ", "May 5, ", "3rd of ", "by ", "By: ", "written by ", "Anna Lind, ", "Anna ", "from Leeds ",
        "and ", "; ", "the author ", "about the author: ", "editor's note: ", "is ", "also ", "teaches ", " at ", "opinion ", "guest essay", "published ", "updated on ", "\u00A9 ", "(c) 2024 ",
        "/author/", "/@a.b", "@", "'s ", "blog ", ",", ".", ": ", "| ", "- ", "\u2013", "\u2022", "charset=", "<?xml ", "encoding=", "\"", "user", "é", "世",
    ];

    /// <summary>Fails when the engine that backtracks finds something else in one of the texts, or does not come to an end.</summary>
    public static void AssertNoneLeadsAstray(string name, string pattern, RegexOptions options)
    {
        // The limit of time ends what is exponential; what is polynomial is done in a thousandth of it.
        var shipped = new Regex(pattern, options, TimeSpan.FromSeconds(30));
        var linear = new Regex(pattern, options | RegexOptions.NonBacktracking);
        Assert.All(All(), text => Assert.True(Found(linear, text) == Found(shipped, text), name));
    }

    private static IEnumerable<string> All() =>
        from first in Pieces
        from repeated in Pieces
        select first + new StringBuilder(Length + repeated.Length).Insert(0, repeated, (Length / repeated.Length) + 1);

    private static (bool, int, int) Found(Regex pattern, string text)
    {
        var match = pattern.Match(text);
        return (match.Success, match.Index, match.Length);
    }
}
