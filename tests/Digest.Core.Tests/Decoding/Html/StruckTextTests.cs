using Digest.Core.Decoding;
using Xunit;

namespace Digest.Core.Tests.Decoding.Html;

/// <summary>Words of a page that its writer has struck through: no digest prints them, and the ledger names them.</summary>
public class StruckTextTests
{
    private const string More = "<p>Nobody on either bank had ordered the ferry, and nobody could say who had paid for it.</p>";

    [Theory]
    [InlineData("<p>It crossed <del>once</del> <ins>twice</ins> a day.</p>")]
    [InlineData("<p>It crossed <s><b>once</b></s> twice a day.</p>")]
    [InlineData("<p>It crossed <strike>once</strike> twice a day.</p>")]
    public void Struck_words_stand_in_the_ledger(string html)
    {
        var document = Drop.Read("<html><body>" + html + More + "</body></html>", "a.html");
        Assert.Equal("It crossed twice a day.", document.KeptTexts().First());
        Assert.Equal(StructuralRemoval.Struck.Id, document.ReasonFor("once"));
    }

    [Fact]
    public void A_paragraph_that_is_struck_is_left_out_and_those_around_it_stay()
    {
        var document = Drop.Read($"<html><body>{More}<p><del>It crossed once.</del></p><p>It crossed twice.</p></body></html>", "a.html");
        Assert.Equal(["It crossed twice."], document.KeptTexts().Skip(1));
        Assert.Equal(StructuralRemoval.Struck.Id, document.ReasonFor("It crossed once."));
    }

    [Fact]
    public void A_strike_without_an_end_does_not_take_the_page()
    {
        var document = Drop.Read($"<html><body><p>It crossed twice.</p><s><p>It crossed often.</p>{More}</body></html>", "a.html");
        Assert.Contains("It crossed often.", document.KeptTexts());
    }

    [Fact]
    public void A_box_of_html_in_markdown_strikes_as_well()
    {
        var document = Drop.Read("<p>It ran <s>late</s> early.</p>\n", "a.md");
        Assert.Equal(["It ran early."], document.KeptTexts());
        Assert.Equal(StructuralRemoval.Struck.Id, document.ReasonFor("late"));
    }
}
