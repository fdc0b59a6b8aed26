using Digest.Core.Blocks;
using Digest.Core.Decoding;
using Xunit;

namespace Digest.Core.Tests.Decoding.Html;

/// <summary>Documents that a word processor, an editor or a mail program saved as html are read as texts are, not as pages of a site.</summary>
public class SavedDocumentTests
{
    private const string Lines = """
        <p class=MsoNormal>by Ada Penrose</p>
        <p class=MsoNormal>The ferry had crossed the estuary twice a day since before the war,
        and nobody on either bank could remember who had paid for it.</p>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p>
        <p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>The coal was <b>bought</b> in March.</p>
        <p class=MsoNormal>Nobody has ordered a ferry since, and the landing stage is still inspected every year.</p>
        <p class=MsoNormal>Share this article</p>
        """;

    private static readonly DecodedDocument Word = Drop.Read(
        $"""
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
        <meta name=Generator content="Microsoft Word 15 (filtered)"><meta name=Author content="Microsoft Office User"><title>draft_final2.docx</title></head>
        <body lang=EN-GB><div class=WordSection1><div style='border:none'><p class=MsoTitle>The Ferry Nobody Ordered</p></div>
        <p class=MsoSubtitle>How a habit outlived its reason</p>
        {Lines}</div></body></html>
        """,
        "ferry.htm");

    [Fact]
    public void All_lines_of_a_document_are_left_to_the_rules_of_texts()
    {
        Assert.False(Word.IsPage);
        Assert.All(Word.Blocks, b => Assert.True(b.IsKept, b.Block.Text));
    }

    [Fact]
    public void The_styles_of_a_word_processor_name_title_and_standfirst() =>
        Assert.Equal(("The Ferry Nobody Ordered", "How a habit outlived its reason"), (Word.Metadata.Title, Word.Metadata.Dek));

    [Fact]
    public void What_a_program_wrote_by_itself_is_no_author() => Assert.Empty(Word.Metadata.Authors);

    [Fact]
    public void A_typed_bullet_makes_an_item_of_a_list()
    {
        var item = Word.Blocks.Single(b => b.Block.Kind == BlockKind.ListItem).Block;
        Assert.Equal("The coal was bought in March.", item.Text);
        Assert.Equal([new InlineSpan(13, 6, InlineKind.Strong)], item.Spans);
    }

    [Theory]
    [InlineData("<body>{0}</body>")]
    [InlineData("{0}")]
    [InlineData("<body><article>{0}</article></body>")]
    [InlineData("<body><div dir=ltr><div>A line in a box of its own</div>{0}</div></body>")]
    [InlineData("<meta name=generator content=pandoc><body><header id=title-block-header><h1>The Ferry</h1></header>{0}</body>")]
    public void A_document(string html) => Assert.False(Drop.Read(string.Format(null, html, Lines), "a.html").IsPage);

    [Theory]
    [InlineData("<body><nav><a href=/>Home</a></nav>{0}</body>")]
    [InlineData("<body><script>run()</script>{0}</body>")]
    [InlineData("<head><meta property=og:title content=Ferry></head><body>{0}</body>")]
    [InlineData("<body><div><p>The Review</p><p>Politics</p><p>Books</p></div><div>{0}</div></body>")]
    public void A_page_of_a_site(string html) => Assert.True(Drop.Read(string.Format(null, html, Lines), "a.html").IsPage);

    [Theory]
    [InlineData("<p>A line</p><p>Another</p>", true)]
    [InlineData("<p>A line</p><p>&nbsp;</p><p>Another</p>", false)]
    [InlineData("<div>A line</div><div><br></div><div>Another</div>", false)]
    [InlineData("<p>A line</p><hr><p>Another</p>", false)]
    [InlineData("<div>A line<br><br>Another</div>", false)]
    public void An_empty_paragraph_is_a_blank_line(string html, bool followsAtOnce) =>
        Assert.Equal(followsAtOnce, Drop.Read($"<body>{Lines}{html}</body>", "a.html").Blocks[^1].Block.FollowsAtOnce);

    [Theory]
    [InlineData("<p><b><span style='font-size:20.0pt'>The Ferry</span></b></p>", "The Ferry")]
    [InlineData("<p style='font-size: 24px'>The Ferry</p>", "The Ferry")]
    [InlineData("<p><font size=5>The Ferry</font></p>", "The Ferry")]
    [InlineData("<p><span style='font-size:13pt'>The Ferry</span></p>", null)]
    [InlineData("<p><span style='font-size:20pt'>The Ferry</span></p><p><span style='font-size:20pt'>Nobody Ordered</span></p>", null)]
    [InlineData("<p><span style='font-size:20pt'>The Review</span></p><h1>The Ferry</h1>", "The Ferry")]
    public void The_line_set_largest_is_the_title(string html, string? title) =>
        Assert.Equal(title, Drop.Read($"<body>{html}{Lines}</body>", "a.html").Blocks.Select(b => b.Block).FirstOrDefault(b => b is { Kind: BlockKind.Heading, Level: 1 })?.Text);

    [Fact]
    public void What_an_element_sets_apart_is_no_part_of_a_document_either()
    {
        var document = Drop.Read($"<body>{Lines}<p style='display:none'>A hidden line</p></body>", "a.html");
        Assert.False(document.IsPage);
        Assert.Equal(StructuralRemoval.Hidden.Id, document.ReasonFor("A hidden line"));
    }

    [Theory]
    [InlineData("The Ferry", "<p>The ferry</p>", "The Ferry")]
    [InlineData("The Ferry, second draft", "<p>The Ferry</p>", null)]
    [InlineData("Untitled document", "<p>Untitled document</p>", null)]
    public void A_title_in_the_head_counts_where_a_line_says_it(string declared, string line, string? title) =>
        Assert.Equal(title, Drop.Read($"<title>{declared}</title><body>{line}{Lines}</body>", "a.html").Metadata.Title);

    [Fact]
    public void A_title_in_the_head_counts_where_the_text_begins_without_one() =>
        Assert.Equal("The Ferry", Drop.Read($"<title>The Ferry</title><body><p>{string.Join(' ', Enumerable.Repeat("and nobody ordered it", 10))}.</p>{Lines}</body>", "a.html").Metadata.Title);

    [Fact]
    public void An_author_whom_a_person_entered_is_declared() =>
        Assert.Equal("Ada Penrose", Drop.Read($"<meta name=author content='Ada Penrose'><body>{Lines}</body>", "a.html").Metadata.Authors.Single().Name);
}
