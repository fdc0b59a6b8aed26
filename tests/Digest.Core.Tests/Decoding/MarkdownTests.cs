using System.Text;
using Digest.Core.Blocks;
using Digest.Core.Essays;
using Xunit;

namespace Digest.Core.Tests.Decoding;

public class MarkdownTests
{
    [Fact]
    public void A_footnote_that_the_text_does_not_refer_to_is_kept_behind_the_others()
    {
        var document = Drop.Read("# The Ferry\n\nIt sailed.[^2]\n\n[^1]: A note that lost its *sign*.\n\n[^2]: A note.\n[^3]: Another one.\n\n```\n[^4]: no note\n```\n", "a.md");
        Assert.Equal(
            [(BlockKind.Footnote, "1. A note."), (BlockKind.Footnote, "A note that lost its sign."), (BlockKind.Footnote, "Another one.")],
            document.Blocks.Where(b => b.Block.Kind == BlockKind.Footnote).Select(b => (b.Block.Kind, b.Block.Text)));
    }

    [Theory]
    [InlineData("**The Week** \u00B7 Europe\n*A county closes its last trains*", "The Week \u00B7 Europe", "A county closes its last trains")]
    [InlineData("**The Week**  \n**4 March**  \n*By Jane Doe*", "The Week", "4 March", "By Jane Doe")]
    [InlineData("The crew of the\n*Erebus*\nwas lost.", "The crew of the Erebus was lost.")]
    [InlineData("*Erebus* and\n*Terror* were lost.", "Erebus and Terror were lost.")]
    public void Lines_set_under_one_another_in_bold_and_italics_are_paragraphs_of_their_own(string text, params string[] lines) =>
        Assert.Equal(lines, Drop.Read("# The Ferry\n\n" + text + "\n", "a.md").Blocks.Skip(1).Select(b => b.Block.Text));

    [Fact]
    public void Every_kind_of_block_is_read()
    {
        var document = Drop.Read(
            """
            # The Ferry

            A *short* essay[^1] with a [link](https://example.org/a) and `code`.

            - coal
              - anthracite
            1. rope

            > A quotation.

            ```
            let x = 1
              y
            ```

            | Year | Fare |
            |------|------|
            | 1950 | 2d   |

            <div>Written <b>in</b> HTML</div>

            [^1]: A note.
            """,
            "a.md");
        Assert.Equal(
            [
                (BlockKind.Heading, "The Ferry"), (BlockKind.Paragraph, "A short essay[1] with a link and code."), (BlockKind.ListItem, "coal"), (BlockKind.ListItem, "anthracite"),
                (BlockKind.ListItem, "rope"), (BlockKind.Quote, "A quotation."), (BlockKind.Code, "let x = 1\n  y"), (BlockKind.TableRow, "Year\tFare"), (BlockKind.TableRow, "1950\t2d"),
                (BlockKind.Paragraph, "Written in HTML"), (BlockKind.Footnote, "1. A note."),
            ],
            document.Shape());
        Assert.Equal([1, 2, 1], document.Blocks.Where(b => b.Block.Kind == BlockKind.ListItem).Select(b => b.Block.Level));
        Assert.Equal("The Ferry", document.Metadata.FirstHeading);
        Assert.Equal(
            [InlineKind.Emphasis, InlineKind.Superscript, InlineKind.Link, InlineKind.Code],
            document.Blocks[1].Block.Spans.OrderBy(s => s.Start).Select(s => s.Kind));
    }

    [Theory]
    [InlineData("<table>\n\n  <tr>\n    <th>Year</th>\n\n    <th>Fare</th>\n  </tr>\n\n\n    <tr>\n<td>1950</td>\n<td>2d</td></tr>\n\n</table>\n\nTwice.")]
    [InlineData("<div><TABLE><caption></caption>\r\n\r\n<TBODY><TR><TD>Year</TD><TD>Fare</TD></TR>\r\n\r\n<TR><TD>1950</TD>\r\n\r\n<TD>2d</TD></TR></TBODY></TABLE></div>\r\n\r\nTwice.")]
    [InlineData("<table>\n<tr><td>Year</td><td>Fare</td></tr>\n \t\n<tr><td>1950</td><td>2d</td></tr></table>\n\nTwice.")]
    public void A_table_in_html_goes_on_behind_blank_lines(string text) =>
        Assert.Equal([(BlockKind.TableRow, "Year\tFare"), (BlockKind.TableRow, "1950\t2d"), (BlockKind.Paragraph, "Twice.")], Drop.Read(text, "a.md").Shape());

    [Theory]
    [InlineData("- Fares\n\n  <table>\n  <tr><td>Year</td><td>Fare</td></tr>\n\n  <tr><td>1950</td><td>2d</td></tr>\n  </table>\n", "Fares", "Year\tFare", "1950\t2d")]
    [InlineData("<table><tr><td>\n\n**Twice** a day.\n\n</td></tr></table>", "Twice a day.")]
    [InlineData("Fares: <table><tr><td>1950</td><td>2d</td></tr></table>", "Fares: 1950 2d")]
    [InlineData("One<BR>two", "One two")]
    public void Html_in_lists_cells_and_lines_is_read(string text, params string[] texts) => Assert.Equal(texts, Drop.Read(text, "a.md").Texts());

    [Fact]
    public void Front_matter_declares_the_metadata()
    {
        var metadata = Drop.Read(
            """
            ---
            title: "The Ferry: A History"
            subtitle: >
              How a habit
              outlived its reason
            authors:
              - name: Anna Lind
                role: Historian
              - Josef van der Berg
            date: 2024-03-05
            lang: en-GB
            canonical_url: https://example.org/ferry
            key_points: [Nobody paid, Nobody asked]
            ---
            Text.
            """,
            "a.md").Metadata;
        Assert.Equal("The Ferry: A History", metadata.Title);
        Assert.Equal("How a habit outlived its reason", metadata.Dek);
        Assert.Equal(["Anna Lind", "Josef van der Berg"], metadata.Authors.Select(a => a.Name));
        Assert.Equal(new DateOnly(2024, 3, 5), metadata.Published);
        Assert.Equal("en-GB", metadata.Language);
        Assert.Equal(new Uri("https://example.org/ferry"), metadata.Canonical);
        Assert.Equal(["Nobody paid", "Nobody asked"], metadata.KeyPoints);
    }

    [Fact]
    public void Toml_front_matter_is_read_as_well() =>
        Assert.Equal(("The Ferry", "Anna Lind"), Drop.Read("+++\ntitle = \"The Ferry\"\nauthor = \"Anna Lind\"\n+++\nText.", "a.md").Metadata is var m ? (m.Title!, m.Authors[0].Name) : default);

    [Fact]
    public void What_the_front_matter_says_of_each_author_is_the_role() =>
        Assert.Equal(
            [("Yuki Tanabe", "Staff Engineer, Inventory"), ("Femi Adelakun", "Engineering Manager, Billet Ltd")],
            Drop.Read("---\ntitle: x\nauthors:\n  - name: Yuki Tanabe\n    role: Staff Engineer, Inventory\n  - name: Femi Adelakun\n    title: \"Engineering Manager\"\n    affiliation: Billet Ltd\ndate: 2025-01-28\n---\n\nText.", "a.md").Metadata.Authors.Select(a => (a.Name, a.Role!)));

    [Theory]
    [InlineData("web-team", new string[0])]
    [InlineData("editorial staff", new string[0])]
    [InlineData("jane-doe", new[] { "Jane Doe" })]
    [InlineData("Jane Law", new[] { "Jane Law" })]
    public void An_account_of_an_office_is_no_author(string author, string[] names) =>
        Assert.Equal(names, Drop.Read($"---\ntitle: x\nauthor: {author}\n---\n\nText.", "a.md").Metadata.Authors.Select(a => a.Name));

    [Fact]
    public void A_rule_of_dashes_that_is_not_front_matter_stays_text()
    {
        var document = Drop.Read("---\n\nText after a rule.\n", "a.md");
        Assert.Equal(["Text after a rule."], document.Texts());
        Assert.Null(document.Metadata.Title);
    }

    [Fact]
    public void The_line_of_a_block_counts_the_front_matter() =>
        Assert.Equal("line 5", Drop.Read("---\ntitle: x\n---\n\nText.", "a.md").Blocks[0].Block.Origin);

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("> ", 50_000)]
    [InlineData("*a ", 50_000)]
    [InlineData("![", 50_000)]
    public void Runs_of_signs_that_no_essay_has_are_too_complex(string sign, int times) =>
        Assert.Equal(ProblemCodes.TooComplex, Drop.Rejection(Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, sign, times).ToString()), "a.md"));

    [Theory]
    [InlineData("{% include newsletter.html %}")]
    [InlineData("{{< figure src=\"a.jpg\" caption=\"The ferry in March\" >}}")]
    [InlineData("{{< figure\n  src=\"a.jpg\"\n>}}")]
    [InlineData("{{ page.image }}")]
    [InlineData("{: .no_toc }")]
    public void Tags_of_the_program_that_makes_the_site_are_no_text(string tag) =>
        Assert.Equal(["The Ferry", "It crossed twice a day.", "It was a habit."], Drop.Read($"# The Ferry\n\nIt crossed twice a day.\n\n{tag}\n\nIt was a habit.", "a.md").Texts());

    [Fact]
    public void What_stands_between_two_tags_stays_on_its_line()
    {
        var blocks = Drop.Read("# The Ferry\n\n{{< figure\n  src=\"a.jpg\" >}}\n\n{{< lead >}}It crossed twice a day.{{< /lead >}}\n{: .lead}", "a.md").Blocks;
        Assert.Equal("It crossed twice a day.", blocks[1].Block.Text);
        Assert.Equal("line 6", blocks[1].Block.Origin);
    }

    [Theory]
    [InlineData("Write `{% include a.html %}` where the ferry stops.")]
    [InlineData("```\n{% include a.html %}\n```")]
    [InlineData("A brace {{ that nobody closed.")]
    public void Tags_that_are_shown_stay(string text) => Assert.Equal(Drop.Read("# The Ferry\n\n" + text, "a.md").Texts().Last(), text.Trim('`', '\n').Replace("`", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("The Ferry - Queen City Monthly", "https://www.queencitymonthly.example/a", "Text.", "The Ferry")]
    [InlineData("The Ferry | Low Water", "https://blog.example/a", "# The Ferry\n\nText.", "The Ferry")]
    [InlineData("Love - A Memoir", "https://blog.example/a", "Text.", "Love - A Memoir")]
    public void The_site_s_name_is_no_part_of_a_clipped_title(string declared, string source, string body, string title) =>
        Assert.Equal(title, Drop.Read($"---\ntitle: \"{declared}\"\nsource: \"{source}\"\n---\n\n{body}", "a.md").Metadata.Title);

    [Fact]
    public void What_the_front_matter_tells_of_the_author_is_kept() =>
        Assert.Equal("Jane Doe is a nurse in Hull.", Drop.Read("---\nauthor: Jane Doe\nauthor_bio: Jane Doe is a nurse in Hull.\n---\n\nText.", "a.md").Metadata.AuthorNote);
}
