using System.Text;
using Digest.Core.Decoding.Text;
using Xunit;

namespace Digest.Core.Tests.Decoding;

public class MojibakeTests
{
    private const string Essay = "It’s “the café” of Zoë’s — she’d paid £40 … in “crème brûlée”";

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static string Read(string text) => TextDecoder.Decode(Encoding.UTF8.GetBytes(text), null);

    /// <summary>What a program makes of UTF-8 that it takes for Windows-1252; its five unused bytes become C1 controls, as in browsers.</summary>
    private static string Misread(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(
        value => value is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D ? ((char)value).ToString() : Windows1252.GetString([value])));

    [Fact]
    public void Text_that_was_decoded_wrongly_is_put_right() => Assert.Equal(Essay, Read(Misread(Essay)));

    [Fact]
    public void Text_that_was_decoded_wrongly_twice_is_put_right() => Assert.Equal(Essay, Read(Misread(Misread(Essay))));

    [Fact]
    public void Text_that_was_decoded_wrongly_as_latin_1_is_put_right() =>
        Assert.Equal(Essay, Read(string.Concat(Encoding.UTF8.GetBytes(Essay).Select(value => (char)value))));

    [Theory]
    [InlineData("rankings&acirc;&euro;&rdquo;it&acirc;&euro;&trade;s clear: don&acirc;&euro;&trade;t", "rankings—it’s clear: don’t")]
    [InlineData("10&Acirc;&nbsp;km, 20&Acirc;&nbsp;km, 30&#194;&#160;km", "10\u00A0km, 20\u00A0km, 30\u00A0km")]
    [InlineData("""{"headline": "It\u00e2\u20ac\u2122s what we don\u00E2\u20AC\u2122t say that\u00e2\u20ac\u2122s heard"}""", """{"headline": "It’s what we don’t say that’s heard"}""")]
    public void Entities_and_escapes_are_read_as_what_they_stand_for(string written, string expected) => Assert.Equal(expected, Read(written));

    [Theory]
    [InlineData("Le théâtre, l’âge, un château, la pâte, «\u00A0l’âme\u00A0» : grâce à “l’âtre” et à l’Âge d’or.")]
    [InlineData("NÃO, CORAÇÃO e “AMANHÔ: “PELA MANHÔ, “DE MANHÔ e “AMANHÔ.")]
    [InlineData("CAFÉ® and CAFÉ® and CAFÉ®, 3×\u00A04, 5×\u00A06 and 7×\u00A08.")]
    [InlineData("He saw “Ã¤” where an ä belonged, and 'â€™' for an apostrophe, \"Ã©\" for an é and `Ã¼` for ü.")]
    [InlineData("One cafÃ© and one itâ€™s are no proof.")]
    [InlineData("â")]
    [InlineData("Â&Acirc;&#194;&;&#x;Â&acirc;&euro;Â")]
    public void Honest_text_stays_as_it_is(string text) => Assert.Equal(text, Read(text));
}
