using Digest.Core.Decoding.Html;
using Xunit;
using static Digest.Core.Tests.Decoding.WordFile;

namespace Digest.Core.Tests.Decoding;

/// <summary>Equations say in a line of text what they say on the page; above all the same numbers.</summary>
public class EquationTests
{
    [Theory]
    [InlineData("<m:f><m:num>1</m:num><m:den>2</m:den></m:f>", "½")]
    [InlineData("<m:f><m:num>3</m:num><m:den>16</m:den></m:f>", "3/16")]
    [InlineData("<m:f><m:fPr><m:type m:val='noBar'/></m:fPr><m:num>n</m:num><m:den>k</m:den></m:f>", "n¦k")]
    [InlineData("<m:f><m:num>-b±c</m:num><m:den>2a</m:den></m:f>", "(-b±c)/(2a)")]
    [InlineData("<m:sSup><m:e>10</m:e><m:sup>9</m:sup></m:sSup>", "10⁹")]
    [InlineData("<m:sSup><m:e>10</m:e><m:sup>−12</m:sup></m:sSup>", "10⁻¹²")]
    [InlineData("<m:sSup><m:e>e</m:e><m:sup>2x</m:sup></m:sSup>", "e^(2x)")]
    [InlineData("<m:sSub><m:e>CO</m:e><m:sub>2</m:sub></m:sSub>", "CO₂")]
    [InlineData("<m:sSubSup><m:e>x</m:e><m:sub>i</m:sub><m:sup>2</m:sup></m:sSubSup>", "xᵢ²")]
    [InlineData("<m:rad><m:radPr><m:degHide m:val='1'/></m:radPr><m:deg/><m:e>2</m:e></m:rad>", "√2")]
    [InlineData("<m:rad><m:deg>3</m:deg><m:e>x+1</m:e></m:rad>", "³√(x+1)")]
    [InlineData("f<m:d><m:dPr><m:sepChr m:val=','/></m:dPr><m:e>x</m:e><m:e>y</m:e></m:d>", "f(x,y)")]
    [InlineData("<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr><m:e><m:m><m:mr><m:e>1</m:e><m:e>2</m:e></m:mr><m:mr><m:e>3</m:e><m:e>4</m:e></m:mr></m:m></m:e></m:d>", "[1, 2; 3, 4]")]
    [InlineData("<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>i=1</m:sub><m:sup>n</m:sup><m:e>i</m:e></m:nary>", "∑_(i = 1)ⁿ i")]
    [InlineData("<m:func><m:fName>sin</m:fName><m:e>x</m:e></m:func>", "sin x")]
    [InlineData("<m:acc><m:accPr><m:chr m:val='\u0303'/></m:accPr><m:e>n</m:e></m:acc>", "ñ")]
    public void An_equation_of_a_Word_document_keeps_its_numbers(string math, string text) =>
        Assert.Equal($"A {text} b.", Word(R("A ") + Equation(math) + R(" b.")));

    [Fact]
    public void A_whole_number_before_a_fraction_stays_apart_from_it_and_a_power_does_not()
    {
        Assert.Equal("2 3/16 and 2½ km²", Word(R("2") + Equation("<m:f><m:num>3</m:num><m:den>16</m:den></m:f>") + R(" and 2") + Equation("<m:f><m:num>1</m:num><m:den>2</m:den></m:f>") + R(" km") + Equation("<m:sSup><m:e/><m:sup>2</m:sup></m:sSup>")));
        Assert.Equal(["2 3/16 miles"], PageBlocks.OfFragment("<p>2<math><mfrac><mn>3</mn><mn>16</mn></mfrac></math> miles</p>").Select(b => b.Text));
    }

    [Fact]
    public void What_was_deleted_from_an_equation_is_not_read() =>
        Assert.Equal("x = 2", Word($"<m:oMathPara {M}><m:oMath><m:r><m:t>x=</m:t></m:r><w:del><m:r><m:t>1</m:t></m:r></w:del><m:r><w:rPr><w:b/></w:rPr><m:t>2</m:t></m:r></m:oMath></m:oMathPara>"));

    [Theory]
    [InlineData("<mfrac><mn>1</mn><mn>2</mn></mfrac>", "½")]
    [InlineData("<mrow><mn>5</mn><mfrac><mn>3</mn><mn>16</mn></mfrac></mrow>", "5 3/16")]
    [InlineData("<msup><mn>10</mn><mn>9</mn></msup>", "10⁹")]
    [InlineData("<msub><mi>H</mi><mn>2</mn></msub><mi>O</mi>", "H₂O")]
    [InlineData("<semantics><mrow><mi>x</mi><mo>=</mo><mn>2</mn></mrow><annotation encoding='application/x-tex'>x=2</annotation></semantics>", "x = 2")]
    [InlineData("<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><msub><mi>x</mi><mi>i</mi></msub>", "∑_(i = 1)ⁿ xᵢ")]
    [InlineData("<mroot><mi>x</mi><mn>3</mn></mroot><mo>+</mo><msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>", "³√x+√(a+b)")]
    [InlineData("<mfenced open='[' close=']'><mi>a</mi><mi>b</mi></mfenced>", "[a,b]")]
    [InlineData("<m:mn>7</m:mn>", "7")]
    public void An_equation_of_a_page_keeps_its_numbers(string math, string text) =>
        Assert.Equal([$"A {text} b."], PageBlocks.OfFragment($"<p>A <math>{math}</math> b.</p>").Select(b => b.Text));

    [Theory]
    [InlineData("<p>A <math alttext='one half'></math>.</p>", "A one half.")]
    [InlineData("<p>A <span class=katex><span class=katex-mathml><math><mi>E</mi></math></span><span class=katex-html aria-hidden=true><span>E</span></span></span> b.</p>", "A E b.")]
    [InlineData("<p>A <span class=icon aria-hidden=true>E</span> b.</p>", "A E b.")]
    public void An_equation_is_read_once(string html, string text) => Assert.Equal([text], PageBlocks.OfFragment(html).Select(b => b.Text));

    private const string M = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

    private static string R(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>Letters and numbers between the elements become runs.</summary>
    private static string Equation(string math) =>
        $"<m:oMath {M}>" + System.Text.RegularExpressions.Regex.Replace(math, "(^|>)([^<]+)(<|$)", "$1<m:r><m:t>$2</m:t></m:r>$3") + "</m:oMath>";

    private static string Word(string runs) => Drop.Read(Docx($"<w:p>{runs}</w:p>"), "a.docx").Blocks[0].Block.Text;
}
