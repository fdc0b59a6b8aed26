using Digest.Core.Blocks;
using Digest.Core.Decoding;
using Xunit;

namespace Digest.Core.Tests.Decoding.Html;

public class PageTests
{
    /// <summary>A page as publishers lay them out, with the furniture that has to go.</summary>
    public const string Page = """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
          <meta charset="utf-8">
          <title>The Ferry Nobody Ordered | The Estuary Review</title>
          <meta property="og:site_name" content="The Estuary Review">
          <meta property="og:title" content="The Ferry Nobody Ordered">
          <meta name="description" content="How a habit outlived its reason, and what a council forgot to ask for sixty years.">
          <meta name="author" content="Anna Lind">
          <meta property="article:published_time" content="2024-03-05T23:30:00-05:00">
          <link rel="canonical" href="https://example.org/essays/ferry">
          <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
            {"@type":"Person","@id":"#anna","name":"Anna Lind"},
            {"@type":"NewsArticle","headline":"The Ferry Nobody Ordered","author":[{"@id":"#anna"},{"@type":"Person","name":"Josef van der Berg"}],"datePublished":"2024-03-05"},
          ]}</script>
        </head>
        <body>
          <header class="site-header"><a href="/">The Estuary Review</a><nav><ul><li><a href="/politics">Politics</a></li><li><a href="/culture">Culture</a></li><li><a href="/books">Books</a></li></ul></nav></header>
          <div class="cookie-banner"><p>We use cookies to improve your experience. <button>Accept all</button></p></div>
          <main>
            <article class="post">
              <h1>The Ferry Nobody Ordered</h1>
              <p class="byline">By <a rel="author" href="/author/anna-lind">Anna Lind</a> and <a rel="author" href="/author/josef">Josef van der Berg</a></p>
              <time datetime="2024-03-05">5 March 2024</time>
              <div class="share-buttons"><a href="https://example.com/share">Share on Facebook</a> <a href="https://example.com/tweet">Tweet</a></div>
              <div class="entry-content">
                <p>The ferry had crossed the estuary twice a day since before the war, and nobody on either bank could remember who had paid for it, or why the council that met in the old customs house had gone on doing so after the bridge was opened.</p>
                <p>What the accounts show is a <em>habit</em> rather than a decision: every spring a clerk copied the figure of the year before into a new column, added a little for coal and later for diesel, and laid the sheet before members who had <a href="/minutes">other things on their minds</a>.</p>
                <h2>What the minutes say</h2>
                <p>When the last boat was sold in the autumn the members voted their thanks to the crew, and only then did someone ask what the ferry had been for; the minutes record a silence, and after it a resolution to look into the matter at the next meeting.</p>
                <blockquote><p>“We had always assumed,” the clerk wrote, “that the other bank had asked for it, and the other bank had always assumed the same of us.”</p></blockquote>
                <ul><li>The coal was bought in March, when it was dearest, because the grant had to be spent by April.</li><li>The rope was bought twice, by two committees that did not know of one another.</li></ul>
                <p>Nobody has ordered a ferry since. The landing stage is still inspected every year, and every year the report says that it is in good order and that no boat has called there, and the report is filed.</p>
              </div>
            </article>
            <aside class="related-posts"><h3>You may also like</h3><ul><li><a href="/a">The bridge that went nowhere</a></li><li><a href="/b">A short history of tolls</a></li><li><a href="/c">Who owns the tide?</a></li></ul></aside>
            <section id="comments" class="comments"><h3>2 comments</h3><div class="comment"><p>I took that ferry every summer as a child, and my mother always said that somebody must be paying for it.</p></div></section>
          </main>
          <footer><p>© 2024 The Estuary Review. All rights reserved.</p><a href="/privacy">Privacy policy</a></footer>
        </body></html>
        """;

    private static readonly DecodedDocument Read = Drop.Read(Page, "ferry.html");

    [Fact]
    public void The_article_is_kept_with_its_headings_lists_and_quotes()
    {
        var kept = Read.Blocks.Where(b => b.IsKept).Select(b => b.Block).ToList();
        Assert.Equal(
            [BlockKind.Paragraph, BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph, BlockKind.Quote, BlockKind.ListItem, BlockKind.ListItem, BlockKind.Paragraph],
            kept.Select(b => b.Kind));
        Assert.StartsWith("The ferry had crossed", kept[0].Text, StringComparison.Ordinal);
        Assert.EndsWith("and the report is filed.", kept[^1].Text, StringComparison.Ordinal);
        Assert.Equal([InlineKind.Emphasis, InlineKind.Link], kept[1].Spans.Select(s => s.Kind));
        Assert.Equal("other things on their minds", kept[1].Text.Substring(kept[1].Spans[1].Start, kept[1].Spans[1].Length));
    }

    [Theory]
    [InlineData("Politics", "nav")]
    [InlineData("The Ferry Nobody Ordered", "headline")]
    [InlineData("Share on Facebook Tweet", "share-bar")]
    [InlineData("The bridge that went nowhere", "related")]
    [InlineData("You may also like", "related")]
    [InlineData("2 comments", "comments")]
    [InlineData("© 2024 The Estuary Review. All rights reserved.", "page-footer")]
    [InlineData("By Anna Lind and Josef van der Berg", "author-box")]
    public void What_is_not_the_article_is_in_the_ledger_with_its_reason(string text, string reason) => Assert.Equal(reason, Read.ReasonFor(text));

    [Fact]
    public void Every_reason_is_one_of_the_named_ones_with_a_sentence_for_editors()
    {
        var known = StructuralRemoval.All.ToDictionary(r => r.Id, r => r.Why, StringComparer.Ordinal);
        Assert.All(Read.Blocks.Select(b => b.Verdict).OfType<Core.Boilerplate.Verdict.Strip>(), v => Assert.StartsWith(known[v.RuleId].TrimEnd('.'), v.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_declares_its_metadata()
    {
        var metadata = Read.Metadata;
        Assert.Equal("The Ferry Nobody Ordered", metadata.Title);
        Assert.Equal("How a habit outlived its reason, and what a council forgot to ask for sixty years.", metadata.Dek);
        Assert.Equal(["Anna Lind", "Josef van der Berg"], metadata.Authors.Select(a => a.Name));
        Assert.Contains("json-ld", metadata.Authors[0].Signals);
        Assert.Equal(new DateOnly(2024, 3, 5), metadata.Published);
        Assert.Equal(("en-GB", "The Estuary Review", new Uri("https://example.org/essays/ferry")), (metadata.Language, metadata.Site, metadata.Canonical));
    }

    [Fact]
    public void Any_culture_gives_the_same_reading()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in (string[])["de-DE", "tr-TR", "ar-SA"])
            {
                System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo(name);
                var again = Drop.Read(Page, "ferry.html");
                Assert.Equal(Read.Blocks.Select(b => (b.Block.Text, b.Block.Origin, b.Verdict)), again.Blocks.Select(b => (b.Block.Text, b.Block.Origin, b.Verdict)));
                Assert.Equal(Read.Metadata.Published, again.Metadata.Published);
            }
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
