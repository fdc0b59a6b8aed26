using System.Text;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Xunit;

namespace Digest.Core.Tests.Decoding.Html;

public class HostilePageTests
{
    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<b></i>", 100_000)]
    [InlineData("<ul><li>", 50_000)]
    [InlineData("<form><table><tr><td>", 20_000)]
    public void Deep_nesting_is_refused_before_it_is_parsed(string start, int times) =>
        Assert.Equal(ProblemCodes.TooComplex, Drop.Rejection(Page(start, times), "a.html"));

    [Theory]
    [InlineData("<p ", "a=1 ")]
    [InlineData("<p ", "hidden ")]
    [InlineData("", "<b></b>")]
    public void A_million_attributes_or_elements_are_refused(string start, string repeated) =>
        Assert.Equal(ProblemCodes.TooComplex, Drop.Rejection(Encoding.UTF8.GetBytes("<html>" + start + Repeat(repeated, 1_000_000)), "a.html"));

    [Theory]
    [InlineData("<p>a", 20_000)]
    [InlineData("<li>a", 20_000)]
    [InlineData("<td>a", 20_000)]
    [InlineData("</div>", 50_000)]
    [InlineData("<", 200_000)]
    [InlineData("<!--", 50_000)]
    [InlineData("<script>", 50_000)]
    [InlineData("&amp;", 200_000)]
    [InlineData("<a href='", 50_000)]
    [InlineData("<!ENTITY a '&b;&b;'>", 10_000)]
    [InlineData("a<br><br>", 20_000)]
    [InlineData("cafe\u0301 <a href=x>cre\u0300me</a> ", 30_000)]
    [InlineData("\u0301<b>\u0301</b>", 30_000)]
    public void Repetition_without_depth_is_read(string repeated, int times) =>
        Assert.IsType<DecodeResult.Decoded>(Drop.Decode(Page(repeated, times), "a.html"));

    [Fact]
    public void Tags_that_cross_are_read_up_to_the_point_where_the_parser_would_take_minutes()
    {
        const string crossed = "<p>The <b>town <i>of the <div>river</b> was </i>lost";
        Assert.IsType<DecodeResult.Decoded>(Drop.Decode(Page(crossed, 1_000), "a.html"));
        Assert.Equal(ProblemCodes.TooComplex, Drop.Rejection(Page(crossed, 30_000), "a.html"));
    }

    [Theory]
    [InlineData("{\"author\":", 20_000)]
    [InlineData("[{\"@type\":\"Article\",\"author\":[", 50)]
    [InlineData("{\"@type\":\"Article\",\"headline\":\"\\ud800\"}", 1)]
    [InlineData("{\"@graph\":[{\"@id\":\"#a\",\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"}}]}", 1)]
    [InlineData("nonsense ]]]}}}", 10)]
    public void Broken_or_endless_linked_data_is_left_aside(string json, int times) =>
        Assert.IsType<DecodeResult.Decoded>(Drop.Decode(Encoding.UTF8.GetBytes($"<html><script type='application/ld+json'>{Repeat(json, times)}</script><p>Text.</p>"), "a.html"));

    private static byte[] Page(string repeated, int times) => Encoding.UTF8.GetBytes("<html><body>" + Repeat(repeated, times) + "x");

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
