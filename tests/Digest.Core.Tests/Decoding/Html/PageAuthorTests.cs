using Xunit;

namespace Digest.Core.Tests.Decoding.Html;

public class PageAuthorTests
{
    private const string Text = "<p>Nobody on either bank could remember who had paid for the ferry, or why the council had voted for it twice.</p>"
        + "<p>In the first winter the river froze, and people walked to the market over the ice, which is why the accounts of that year show no fares at all.</p>"
        + "<p>What the accounts do show is a yearly sum for rope. It was paid to a man who is mentioned nowhere else, and who signed with a drawing of an anchor.</p>";

    [Fact]
    public void The_byline_that_readers_see_goes_before_the_account_that_posted() =>
        Assert.Equal("Anna Lind", Authors("<head><meta name=author content='KatieS'></head><h1>The Ferry</h1><p class=byline>By <a href='/author/anna-lind'>Anna Lind</a></p>" + Text));

    [Fact]
    public void A_byline_in_the_footer_of_the_articles_head_is_seen() =>
        Assert.Equal("Anna Lind", Authors("<article><header><h1>The Ferry</h1><footer>By Anna Lind</footer></header>" + Text + "</article>"));

    [Fact]
    public void A_label_at_the_end_names_the_author() =>
        Assert.Equal("Anna Lind", Authors("<article><h1>The Ferry</h1>" + Text + "</article><div><h3>Author</h3><p>Anna Lind</p></div>"));

    [Fact]
    public void The_owner_of_a_site_is_its_author_when_nobody_else_is_named() =>
        Assert.Equal("Anna Lind", Authors("<head><title>The Ferry | Anna Lind</title><meta property=og:site_name content='Anna Lind’s blog'></head><nav><a href='/'>Anna Lind</a></nav><h1>The Ferry</h1>" + Text + "<footer>© 2024 Anna Lind. All rights reserved.</footer>"));

    [Fact]
    public void A_declared_name_with_its_surname_first_is_put_in_order() =>
        Assert.Equal("Anna Lind", Authors("<head><meta name=citation_author content='Lind, Anna'></head><h1>The Ferry</h1><p>Anna Lind</p>" + Text));

    [Fact]
    public void Surnames_first_are_told_by_all_names_of_a_catalogue() =>
        Assert.Equal("Xiulan Qorri|Tove Umezu", Authors("<head><meta name=citation_author content='Qorri, Xiulan'><meta name=citation_author content='Umezu, Tove'></head><h1>The Ferry</h1><p>Xiulan Qorri, Tove Umezu</p>" + Text));

    [Fact]
    public void A_degree_behind_the_comma_is_no_given_name() =>
        Assert.Equal("Anna Lind|Peter Holm", Authors("<head><meta name=author content='Anna Lind, PhD'><meta name=author content='Peter Holm, MD'></head><h1>The Ferry</h1><p class=byline>By Anna Lind and Peter Holm</p>" + Text));

    [Fact]
    public void All_of_a_declared_list_are_authors() =>
        Assert.Equal("Anna Lind|Peter Holm|Mary Poe", Authors("<head>" + string.Concat(new[] { "Anna Lind", "Peter Holm", "Mary Poe" }.Select(n => $"<meta name=citation_author content='{n}'>")) + "</head><h1>The Ferry</h1><p class=authors>Anna Lind, Peter Holm, et al.</p>" + Text));

    [Fact]
    public void One_person_with_and_without_an_initial_is_one_author() =>
        Assert.Equal("Anna M. Lind", Authors("<head><meta name=author content='Anna M. Lind'><script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"The Ferry\",\"author\":{\"@type\":\"Person\",\"name\":\"Anna M. Lind\"}}</script></head><h1>The Ferry</h1><p class=byline>By <a rel=author href='/author/anna-lind'>Anna Lind</a></p>" + Text));

    [Fact]
    public void A_line_that_is_all_label_and_name_is_a_byline_under_the_headline_of_a_blog() =>
        Assert.Equal("Anna Lind", Authors("<head><title>The Ferry</title></head><nav><a href='/'>Home</a></nav><h1>The Ferry</h1><p><em>By Anna Lind, MS, RD</em></p>" + Text));

    private static string Authors(string html) => string.Join('|', Drop.Read("<html>" + html, "a.html").Metadata.Authors.Select(a => a.Name));
}
