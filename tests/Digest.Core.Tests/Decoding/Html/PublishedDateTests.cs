using Digest.Core.Decoding.Html.Declared;
using Xunit;

namespace Digest.Core.Tests.Decoding.Html;

public class PublishedDateTests
{
    private const string Text = "<p>Nobody on either bank could remember who had paid for the ferry, or why.</p><p>The council had voted for it twice, and each time the money went elsewhere before the spring.</p>";

    private const string LongText = Text
        + "<p>In the first winter the river froze, and people walked to the market over the ice, which is why the accounts of that year show no fares at all.</p>"
        + "<p>What the accounts do show is a yearly sum for rope. It was paid to a man who is mentioned nowhere else, and who signed with a drawing of an anchor.</p>"
        + "<p>His house still stands on the eastern bank. The family that lives there now has never heard of him, but the rope is in the cellar, dry and as good as new.</p>";

    [Fact]
    public void The_day_of_publication_goes_before_the_day_of_the_last_change() =>
        Assert.Equal(new DateOnly(2019, 4, 2), Published("<h1>The Ferry</h1><p class=meta>Published 2 April 2019. Updated 7 June 2023.</p>" + Text));

    [Theory]
    [InlineData("\u0665 May 2024")]
    [InlineData("\uFF15 May 2024")]
    [InlineData("2024-\u0660\u0665-06")]
    [InlineData("\uFF10\uFF14/\uFF10\uFF15/2024")]
    public void Digits_of_other_scripts_are_no_date(string day) =>
        Assert.Null(Published($"<h1>The Ferry</h1><p class=meta>Published {day}</p>" + Text));

    [Fact]
    public void The_day_of_the_last_change_stands_in_where_no_other_is_given() =>
        Assert.Equal(new DateOnly(2023, 6, 7), Published("<h1>The Ferry</h1><p class=post-meta>By Anna Lind</p><p class=post-meta>Last updated: 7 June 2023</p>" + Text));

    [Fact]
    public void A_changed_day_that_is_only_declared_is_none() =>
        Assert.Null(Published("<head><meta property='article:modified_time' content='2023-06-07'></head><h1>The Ferry</h1>" + Text));

    [Fact]
    public void Dates_of_other_articles_are_not_taken() =>
        Assert.Null(Published("<h1>The Ferry</h1>" + LongText + "<aside class=related><h2>Related articles</h2><div class=card><h3><a href=/bridge>A bridge</a></h3><time datetime='2019-04-02'>2 April 2019</time></div><div class=card><h3><a href=/tunnel>A tunnel</a></h3><time datetime='2020-05-03'>3 May 2020</time></div></aside>"));

    [Fact]
    public void A_date_in_the_footer_of_the_articles_head_is_seen() =>
        Assert.Equal(new DateOnly(2019, 4, 2), Published("<article><h1>The Ferry</h1><footer class=meta>By Anna Lind | <span class=date>2 April 2019</span></footer>" + Text + "</article>"));

    [Fact]
    public void A_time_element_counts_where_the_text_only_says_how_long_ago() =>
        Assert.Equal(new DateOnly(2019, 4, 2), Published("<h1>The Ferry</h1><p class=meta><time datetime='2019-04-02T08:00'>three years ago</time></p>" + Text));

    [Fact]
    public void A_date_that_two_countries_read_differently_is_read_as_it_is_declared() =>
        Assert.Equal(
            new DateOnly(2024, 9, 10),
            Published("<html lang=en><head><script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":\"2024-09-10\"}</script></head><h1>The Ferry</h1><p class=meta>09.10.2024</p>" + Text));

    [Theory]
    [InlineData("https://example.org/2024/03/05/ferry", "2024-03-05", 2024)]
    [InlineData("https://example.org/2024-03-05-ferry", "2024-03-05", 2024)]
    [InlineData("https://example.org/news/2024/3/ferry", null, 2024)]
    [InlineData("https://example.org/2024/ferry", null, null)]
    [InlineData("/2024/03/05/", null, null)]
    public void An_address_may_name_the_day_or_the_month(string address, string? day, int? year)
    {
        var (found, month) = DateCandidates.InAddress(address);
        Assert.Equal(day, found?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(year, month?.Year);
    }

    [Fact]
    public void Words_before_a_date_say_what_it_is()
    {
        var mentions = DateMentions.In("Posted by Anna Lind on 2 April 2019 | Updated: June 7th, 2023 | Webinar 1 July 2024", before: null, monthFirst: true);
        Assert.Equal([DateLabel.Published, DateLabel.Updated, DateLabel.Other], mentions.Select(m => m.Label));
        Assert.Equal([DateLabel.Updated], DateMentions.In("7 June 2023", "Last updated:", monthFirst: null).Select(m => m.Label));
    }

    private static DateOnly? Published(string html) => Drop.Read("<html>" + html, "a.html").Metadata.Published;
}
