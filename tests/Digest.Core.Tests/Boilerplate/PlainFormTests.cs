using Digest.Core.Boilerplate;
using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>Texts that a reader takes as equal have one key.</summary>
public sealed class PlainFormTests
{
    private static readonly string[] Texts =
    [
        "", " ", "a b", "ab", "a  b", "-A- b!", "it's", "its", "it\u2019s", "'it' s", "caf\u00E9 noir", "cafe\u0301 noir", "cafe noir", "cafe noir 2", "Cafe: noir",
        "\u2122", "TM", "tm a", "\u212Aelvin", "kelvin", "x\uD800", "x", "x\u00AD", "x_y", "x y", "x y ", "x\ty\u00A0", "\u00BD", "1 2", "12",
    ];

    [Fact]
    public void A_text_has_a_key_when_its_own_is_the_same() =>
        Assert.All(Texts, text => Assert.All(Texts.Select(PlainForm.Key), key => Assert.True(PlainForm.HasKey(text, key) == (PlainForm.Key(text) == key), $"'{text}' and '{key}'")));

    [Theory]
    [InlineData("Plain text, and nothing else.", "Plain text, and nothing else.")]
    [InlineData("\u201CIt\u2019s\u201D \u2014 2\u20133\u00A0km", "\"It's\" - 2-3 km")]
    [InlineData("a`b\tc", "a'b c")]
    [InlineData("3 \u2212 2 \u2192 1", "3 - 2 \u2192 1")]
    public void Quotes_and_dashes_are_made_straight(string text, string straight) => Assert.Equal(straight, PlainForm.Straight(text));
}
