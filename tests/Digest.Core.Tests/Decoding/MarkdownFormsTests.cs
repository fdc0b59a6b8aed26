using Digest.Core.Blocks;
using Digest.Core.Decoding;
using Xunit;

namespace Digest.Core.Tests.Decoding;

/// <summary>What programs for notes, drafts and sites add to Markdown, as it comes out of them.</summary>
public class MarkdownFormsTests
{
    private const string Text = "Nobody on either bank had ordered the ferry.";
    private const string Long = "Nobody on either bank had ordered the ferry, and nobody could say who had paid for its first crossing in the spring of that year, which was wet.";

    [Theory]
    [InlineData("\n\n---\ntitle: The Ferry\nauthor: Anna Lind\n---\n\n")]
    [InlineData("---\ntitle: The Ferry\nauthor: Anna Lind\ntags: [a, b]\n\n")]
    [InlineData("---\ntitle: \"The Ferry\"  # no article?\nauthor: 'Anna Lind' # checked\nsubtitle: ~\n---\n")]
    [InlineData("---\ntitle: The Ferry # draft\nauthor: {name: \"Anna Lind\", url: x}\nsubtitle: null\n---\n")]
    [InlineData("---\ntitle: The Ferry\nauthors: [{name: Anna Lind, url: x}]\n---\n")]
    [InlineData("---\ntitle: The Ferry\nparams:\n  author:\n    name: Anna Lind\n    email: a@example.org\n---\n")]
    [InlineData("---\ntitel: The Ferry\nautorin: Anna Lind\n---\n")]
    [InlineData("---\nseo:\n  title: Ferries\ntitle: The Ferry\nauthor: Anna Lind\n---\n")]
    [InlineData("---yaml\ntitle: The Ferry\nauthor: Anna Lind\n---\n")]
    [InlineData("---js\n{\n  title: \"The Ferry\",\n  author: \"Anna Lind\"\n}\n---\n")]
    [InlineData("{\n  \"title\": \"The Ferry\",\n  \"author\": \"Anna Lind\",\n  \"nested\": {\"a\": [1]}\n}\n\n")]
    [InlineData("{\"title\": \"The Ferry\", \"authors\": [{\"name\": \"Anna Lind\"}]}\n\n")]
    [InlineData("% The Ferry\n% Anna Lind\n% 4 March 2025\n\n")]
    [InlineData("Title: The Ferry\nAuthor: Anna Lind\nKeywords: ferries,\n    rivers\nBase Header Level: 2\n\n")]
    [InlineData("title:: The Ferry\nauthor:: [[Anna Lind]]\ntags:: essay\n\n")]
    [InlineData("# The Ferry\n\nAuthor: Anna Lind\nStatus: In progress\nDue: 4 March 2025\n\n")]
    [InlineData("```markdown\n---\ntitle: The Ferry\nauthor: Anna Lind\n---\n", "\n```\n")]
    public void A_head_in_any_spelling_declares_title_and_author_and_is_no_text(string head, string end = "")
    {
        var document = Drop.Read(head + Text + "\n" + end, "a.md");
        Assert.Equal(("The Ferry", "Anna Lind"), (document.Metadata.Title ?? document.Metadata.FirstHeading, document.Metadata.Authors.Single().Name));
        Assert.Null(document.Metadata.Dek);
        Assert.Equal(Text, document.KeptTexts().Last());
        Assert.True(document.KeptTexts().Count() == 1 || document.KeptTexts().First() == "The Ferry");
    }

    [Theory]
    [InlineData("---\n\nText one.\n\n---\n\nText two.")]
    [InlineData("---\nText one.\n---\n\nText two.")]
    [InlineData("{ Text one. }\n\nText two.")]
    [InlineData("% of the crew: Text one.\n\nText two.")]
    public void What_stands_between_two_rules_is_no_head(string text) =>
        Assert.Contains("Text one.", string.Join(' ', Drop.Read(text, "a.md").KeptTexts()), StringComparison.Ordinal);

    [Fact]
    public void A_key_of_an_author_in_the_data_of_a_site_is_no_name() =>
        Assert.Empty(Drop.Read("---\ntitle: x\nauthors: [alind]\n---\n\nText.", "a.md").Metadata.Authors);

    [Theory]
    [InlineData("It crossed {--the wide river --}twice.", "It crossed twice.")]
    [InlineData("It crossed {++twice++}.", "It crossed twice.")]
    [InlineData("It crossed {~~once~>twice~~}.", "It crossed twice.")]
    [InlineData("It crossed {==twice==}{>>source?<<}.", "It crossed twice.")]
    [InlineData("It crossed {--\n\nthe river\n\n--}twice.", "It crossed", "twice.")]
    [InlineData("It crossed [[Days/Twice|twice]].", "It crossed twice.")]
    [InlineData("It crossed [[twice#Why]]. ^block-1", "It crossed twice.")]
    [InlineData("It crossed ==twice==. %%is that so?%%", "It crossed twice.")]
    [InlineData("![[map.png|400]]\n\nIt crossed twice.", "It crossed twice.")]
    [InlineData("It crossed [[1]](https://example.org) twice.", "It crossed [1] twice.")]
    [InlineData("It crossed `[[twice]]` and `{--x--}`.", "It crossed [[twice]] and {--x--}.")]
    [InlineData("> [!note]- For *once*\n> It crossed twice.", "For once", "It crossed twice.")]
    [InlineData("> [!WARNING]\n> It crossed twice.", "It crossed twice.")]
    [InlineData("It crossed [twice]{.smallcaps}[]{#mark .anchor}.", "It crossed twice.")]
    [InlineData("## The crew {#crew .unnumbered}\n\n![Map](a.png){width=50%}\n\nTwice.", "The crew", "Twice.")]
    [InlineData("::: {.epigraph}\nIt crossed twice.\n:::", "It crossed twice.")]
    [InlineData(":::note[Again]\nIt crossed twice.\n:::", "Again", "It crossed twice.")]
    [InlineData("It crossed`<br/>`{=html} twice.\n\n```{=latex}\n\\vspace{2em}\n```\n\n\\newpage", "It crossed twice.")]
    [InlineData("It crossed twice.^[A *note*, [linked](b).] Then", "It crossed twice.[1] Then", "1. A note, linked.")]
    [InlineData("It crossed^[2]^ twice.", "It crossed[2] twice.")]
    [InlineData("Q: Why not?\nA: Nobody asked: that is why.", "Q: Why not?", "A: Nobody asked: that is why.")]
    [InlineData("\\begin{center}\n\nIt crossed twice.\n\n\\end{center}", "It crossed twice.")]
    [InlineData("* TOC\n{:toc}\n\nIt crossed twice.", "It crossed twice.")]
    [InlineData("import A from '../a';\nimport {\n  B\n} from \"b\";\nexport const c = 1;\n\n{/* a\n\nnote */}\n\nIt crossed twice.", "It crossed twice.")]
    [InlineData("import duties rose, and the ferry crossed twice.", "import duties rose, and the ferry crossed twice.")]
    [InlineData("It crossed CO2 twice.\n\n*[CO2]: Carbon dioxide\n", "It crossed CO2 twice.")]
    [InlineData("- [ ] check the day\n- [x] call", "check the day", "call")]
    [InlineData("Ferry\n:   A boat that comes back.", "Ferry", "A boat that comes back.")]
    [InlineData("It crossed twenty-\ntwo times.", "It crossed twenty-two times.")]
    [InlineData("```dataview\nTABLE x\n```\n\nIt crossed twice.", "It crossed twice.")]
    [InlineData("It crossed ~~once~~ twice.", "It crossed twice.")]
    public void Marks_of_drafts_and_of_other_kinds_of_markdown_are_no_text(string text, params string[] texts) =>
        Assert.Equal(texts, Drop.Read(text, "a.md").KeptTexts());

    [Theory]
    [InlineData("It crossed <del>once</del> <ins>twice</ins>.")]
    [InlineData("It crossed <s class=\"old\">*once*</s> twice.")]
    [InlineData("*It crossed <strike>once</STRIKE> twice.*")]
    [InlineData("It crossed <del>once</del>\ntwice.")]
    [InlineData("It crossed <del>once<br></del>twice.")]
    [InlineData("> It crossed <del><s>once</s></del> twice.")]
    [InlineData("| It crossed <s>once</s> twice. |\n|---|\n")]
    [InlineData("| It crossed ~~once~~ twice. |\n|---|\n")]
    public void Struck_words_stand_in_the_ledger_however_they_are_written(string text)
    {
        var document = Drop.Read(text, "a.md");
        Assert.Equal(["It crossed twice."], document.KeptTexts());
        Assert.Equal(StructuralRemoval.Struck.Id, document.ReasonFor("once"));
    }

    [Theory]
    [InlineData("It crossed <s>twice.")]
    [InlineData("It crossed </s>twice.")]
    [InlineData("It crossed <del>**twice</del>.**")]
    [InlineData("It crossed <del>twice</s>.")]
    public void A_strike_without_an_end_takes_nothing(string text) => Assert.Equal("It crossed twice.", Drop.Read(text, "a.md").KeptTexts().Single().Replace("**", ""));

    [Fact]
    public void Struck_words_and_queries_of_a_program_stand_in_the_ledger()
    {
        var document = Drop.Read("It crossed ~~once a year~~ twice.\n\n```dataview\nTABLE x\n```\n", "a.md");
        Assert.Equal(StructuralRemoval.Struck.Id, document.ReasonFor("once a year"));
        Assert.Equal(StructuralRemoval.Hidden.Id, document.ReasonFor("TABLE x"));
    }

    [Theory]
    [InlineData("One.<br><br>\nTwo.", "One.", "Two.")]
    [InlineData("*A dek.*<br>By Anna Lind", "A dek.", "By Anna Lind")]
    [InlineData("Roses are red,\\\nviolets are blue.", "Roses are red, violets are blue.")]
    public void Hard_breaks_part_paragraphs_where_no_sentence_goes_on(string text, params string[] texts) => Assert.Equal(texts, Drop.Read(text, "a.md").Texts());

    [Fact]
    public void In_a_text_without_blank_lines_every_line_is_a_paragraph()
    {
        string[] lines = ["A habit outlived its reason.", "By Anna Lind", Long, Long + " Two.", Long + " Three.", Long + " Four.", Long + " Five."];
        Assert.Equal(lines, Drop.Read("# The Ferry\n" + string.Join('\n', lines), "a.md").Texts().Skip(1));
    }

    [Fact]
    public void An_outline_whose_items_are_paragraphs_is_a_text()
    {
        var outline = string.Concat(Enumerable.Range(1, 6).Select(i => $"- {Long} {i}\n"));
        Assert.All(Drop.Read("- # The Ferry\n" + outline, "a.md").Blocks.Skip(1), b => Assert.Equal(BlockKind.Paragraph, b.Block.Kind));
        Assert.Equal(BlockKind.ListItem, Drop.Read(Long + "\n\n- one\n- two\n- three\n- four\n- five\n", "a.md").Blocks[^1].Block.Kind);
    }

    [Theory]
    [InlineData("# The Ferry\n\n### How a habit outlived its reason\n\n![](a.png)\n\n[Anna Lind](https://example.org/@alind)\n\n\u00B7\n\n[Follow](https://example.org/f)\n\n", "How a habit outlived its reason", "Anna Lind")]
    [InlineData("# The Ferry\n\n## How a habit outlived its reason\n\n[Anna Lind](https://example.org/lind)\n\n", null, null)]
    [InlineData("# The Ferry\n\n### The crew\n\n", null, null)]
    public void The_head_of_a_page_of_a_platform_is_read(string head, string? dek, string? author)
    {
        var metadata = Drop.Read(head + Long, "a.md").Metadata;
        Assert.Equal((dek, author), (metadata.Dek, metadata.Authors.SingleOrDefault()?.Name));
    }

    [Fact]
    public void Three_hyphens_are_a_dash() => Assert.Equal("Old\u2014or older.", Drop.Read("Old---or older.", "a.md").Blocks[0].Block.Text);

    [Fact]
    public void The_line_of_a_block_is_that_of_the_file() =>
        Assert.Equal("line 7", Drop.Read("\n---\ntitle: x\n---\n\n{>>a\n<<}Text.", "a.md").Blocks[0].Block.Origin);
}
