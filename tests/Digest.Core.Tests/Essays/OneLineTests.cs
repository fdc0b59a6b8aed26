using Digest.Core.Essays;
using Xunit;

namespace Digest.Core.Tests.Essays;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("a\nb.txt", "a\uFFFDb.txt")]
    [InlineData("a\r\nb", "a\uFFFD\uFFFDb")]
    [InlineData("\u001b[31mred", "\uFFFD[31mred")]
    [InlineData("a\0\t\u007f\u0085\u009b", "a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("a\u2028b\u2029c", "a\uFFFDb\uFFFDc")]
    [InlineData("txt.\u202Ecod\u2066\u200F", "txt.\uFFFDcod\uFFFD\uFFFD")]
    [InlineData("2026/Über die Fähre – “one”, 港 \uD83D\uDEA2\u200D.txt", "2026/Über die Fähre – “one”, 港 \uD83D\uDEA2\u200D.txt")]
    public void What_acts_on_a_line_is_replaced_and_what_is_seen_stays(string text, string expected) => Assert.Equal(expected, OneLine.Of(text));
}
