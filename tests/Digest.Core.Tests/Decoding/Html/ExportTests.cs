using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Xunit;

namespace Digest.Core.Tests.Decoding.Html;

/// <summary>Html as programs export it: texts put into it as they stood, books, mails, drafts with comments.</summary>
public class ExportTests
{
    private static readonly string[] Paragraphs =
    [
        "The last Sunday sailing left the bay at ten past four, with thirty people, two dogs and a coffin on board. Nobody made a speech, and the mate said only that the tide would not notice.",
        "It was a small cut in a large budget. The council had to save money, and on paper the decision took eleven minutes, which is less than the boat takes to turn in the narrows.",
        "On the island it is still being taken. The shop, which used to open for those coming home, has closed two days a week instead of one, and the doctor leaves on Saturday night.",
        "The council knows the studies. Its officer read two of them before the vote and attached them to his report, where anybody may find them who asks for the appendix.",
    ];

    [Fact]
    public void An_essay_in_a_pre_is_read_as_the_text_that_it_is()
    {
        var text = "The ferry that stopped\n\nby Jane Holloway\n\n" + string.Join("\n\n", Paragraphs.Select(p => string.Join('\n', Wrap(p, 72))));
        var essay = Read($"<html><body><pre>{text}</pre></body></html>");
        Assert.Equal("The ferry that stopped", essay.Title);
        Assert.Equal(["Jane Holloway"], essay.Byline?.Names);
        Assert.Equal(Paragraphs, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void What_a_page_declares_of_the_text_in_its_pre_is_read()
    {
        var essay = Read($"<html><head><meta property=og:title content='The ferry that stopped'><meta name=author content='Jane Holloway'><meta property=article:published_time content=2025-10-20></head><body><a href=/>Home</a><pre>{string.Join("\n\n", Paragraphs)}</pre></body></html>");
        Assert.Equal(("The ferry that stopped", new DateOnly(2025, 10, 20)), (essay.Title, essay.Published));
        Assert.Equal(["Jane Holloway"], essay.Byline?.Names);
    }

    [Fact]
    public void A_program_in_a_pre_stays_code() =>
        Assert.Equal("code", Read($"<h1>The ferry</h1><p>{Paragraphs[0]}</p><pre>for (var i = 0; i < n; i++)\n  run(i);</pre><p>{Paragraphs[1]}</p>").Body[1].Kind.ToString().ToLowerInvariant());

    [Theory]
    [InlineData("<div class=t>", "</div>")]
    [InlineData("<p style='position:absolute' class=ft00>", "</p>")]
    [InlineData("", "<br/>\n")]
    public void Lines_that_a_converter_set_one_by_one_are_joined(string before, string after)
    {
        var lines = Paragraphs.SelectMany(p => Wrap(p, 72)).Select(line => before + line + after);
        var essay = Read($"<html><body><div>{before}The ferry that stopped{after}{before}By Jane Holloway{after}{string.Concat(lines)}</div></body></html>");
        Assert.Equal("The ferry that stopped", essay.Title);
        Assert.Equal(Paragraphs, essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void The_lines_of_a_poem_are_no_wrapped_text()
    {
        var essay = Read("<h1>The ferry</h1><p>Jane Holloway</p><p>" + string.Join("<br>", Enumerable.Repeat("The boat goes out,<br>the boat comes home,<br>and nobody is counting", 6)) + "</p>");
        Assert.Single(essay.Body);
    }

    [Fact]
    public void Blank_lines_part_the_paragraphs_of_a_piece_that_has_no_elements_for_them()
    {
        var essay = Read("<h2>The ferry that stopped</h2>\n\n" + string.Join("\n\n", Paragraphs).Replace("two dogs", "<em>two</em> dogs", StringComparison.Ordinal));
        Assert.Equal(Paragraphs, essay.Body.Select(b => b.Text));
        Assert.Single(essay.Body[0].Spans);
    }

    [Fact]
    public void Blank_lines_in_the_source_of_a_page_mean_nothing() =>
        Assert.Contains("two dogs and a coffin", Drop.Read($"<html><body><div>{Paragraphs[0].Replace("two dogs", "two\n\n dogs", StringComparison.Ordinal)}</div><div>{Paragraphs[1]}</div></body></html>", "a.html").Texts().First(), StringComparison.Ordinal);

    [Fact]
    public void Comments_on_a_draft_leave_with_their_marks()
    {
        var document = Drop.Read(
            $"""
            <html><body class="doc-content"><p class="title"><span>The ferry that stopped</span></p><p><span>{Paragraphs[0]}</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><p><span>{Paragraphs[1]}</span></p>
            <div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Was it thirty?</span></p><p><span>Or more?</span></p></div></body></html>
            """,
            "ferry.html");
        Assert.Equal(["The ferry that stopped", Paragraphs[0], Paragraphs[1]], document.KeptTexts());
        Assert.Equal(StructuralRemoval.DraftComment.Id, document.ReasonFor("Or more?"));
    }

    [Fact]
    public void A_chapter_of_an_electronic_book_is_a_document_with_a_title_of_its_own()
    {
        var essay = Read($"""<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Chapter 3</title></head><body><section epub:type="chapter"><header><h1>The ferry that stopped</h1><p>JANE HOLLOWAY</p></header>{Body}<aside epub:type="footnote"><p>1. The officer has left since.</p></aside></section></body></html>""");
        Assert.Equal("The ferry that stopped", essay.Title);
        Assert.Equal(["Jane Holloway"], essay.Byline?.Names);
    }

    [Theory]
    [InlineData("Gmail - Fwd: ferry piece")]
    [InlineData("Chapter 3")]
    [InlineData("Untitled document")]
    public void A_title_that_says_nothing_gives_way_to_the_headline(string title) =>
        Assert.Equal("The ferry that stopped", Read($"<html><head><title>{title}</title></head><body><nav><a href=/>Home</a></nav><article><h1>The ferry that stopped</h1>{Body}</article></body></html>").Title);

    [Fact]
    public void A_page_saved_from_a_browsers_reading_view_names_its_author() =>
        Assert.Equal(["Jane Holloway"], Read($"<html><head><title>The ferry that stopped</title></head><body><button>Close</button><div class='container'><div class='header reader-header'><h1 class='reader-title'>The ferry that stopped</h1><div class='credits reader-credits'>Jane Holloway</div></div><div class='content'>{Body}</div></div></body></html>").Byline?.Names);

    [Fact]
    public void Who_took_the_picture_is_not_who_wrote_the_entry() =>
        Assert.Equal(["Jane Holloway"], Read($"<html><head><title>The ferry that stopped</title></head><body><article class=h-entry><header><h1 class=p-name>The ferry that stopped</h1></header><section><figure><img src=a.jpg><figcaption>Photo by Lena Ross on Seaview</figcaption></figure>{Body}</section><footer><p>By <a class='p-author h-card' href='/@jane'>Jane Holloway</a> on October 20, 2025.</p></footer></article></body></html>").Byline?.Names);

    [Fact]
    public void A_box_beside_the_text_tells_what_the_author_is() =>
        Assert.Equal("hydrologist at the University of Hull", Read($"<html><head><title>The ferry that stopped</title></head><body><nav><a href=/>Home</a></nav><article><h1>The ferry that stopped</h1><p class=byline>By <a rel=author href=/jane>Jane Holloway</a></p>{Body}</article><aside class=author-box><p>Jane Holloway is a hydrologist at the University of Hull.</p></aside></body></html>").Byline?.Affiliation);

    private static string Body => string.Concat(Paragraphs.Select(p => $"<p>{p}</p>"));

    private static Essay Read(string html) =>
        Assert.IsType<ReadResult.Ready>(new EssayReader(RuleSet.Default).Read(new RawEssay("export.html", System.Text.Encoding.UTF8.GetBytes(html), "text/html", DateTimeOffset.UnixEpoch))).Essay;

    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add("");
            }

            lines[^1] += lines[^1].Length == 0 ? word : " " + word;
        }

        return lines;
    }
}
