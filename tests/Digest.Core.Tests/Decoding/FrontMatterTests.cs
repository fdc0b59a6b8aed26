using Digest.Core.Metadata;
using Xunit;

namespace Digest.Core.Tests.Decoding;

/// <summary>Front matter as YAML and TOML allow it, and what a writer gets wrong in it.</summary>
public class FrontMatterTests
{
    [Theory]
    [InlineData("description: >\n  Nobody paid: the ferry ran.\n\n  Nobody asked.\ntitle: x")]
    [InlineData("description: |\n  Nobody paid: the ferry ran.\n  Nobody asked.\ntitle: x")]
    [InlineData("description: >2-\n  Nobody paid: the ferry ran. Nobody asked.\ntitle: x")]
    [InlineData("description: \"Nobody paid: the ferry ran.\n  Nobody asked.\"\ntitle: x")]
    [InlineData("title: A title: wrong, as a second colon needs quotes\ndescription: |-\n  Nobody paid: the ferry ran.\n  Nobody asked.")]
    public void A_value_over_many_lines_is_read_whole(string yaml) =>
        Assert.Equal("Nobody paid: the ferry ran. Nobody asked.", Yaml(yaml).Dek);

    [Fact]
    public void A_value_without_quotes_goes_on_in_indented_lines() =>
        Assert.Equal("The Ferry that Nobody Had Ordered", Yaml("title: The Ferry that\n  Nobody\n  Had Ordered\nauthor: Anna Lind").Title);

    [Theory]
    [InlineData("authors:\n  - name: Anna Lind\n    affiliation: Hull\n  - name: Jane Doe")]
    [InlineData("authors:\n  - affiliation: Hull\n    name: Anna Lind\n  - name: Jane Doe")]
    [InlineData("authors:\n- affiliations:\n    - name: Hull\n  name: Anna Lind\n- name: Jane Doe\n  corresponding: true")]
    [InlineData("authors: [{name: Anna Lind, affiliation: Hull}, {name: Jane Doe}]")]
    [InlineData("params:\n  layout: wide\n  authors:\n    - name: Anna Lind\n      affiliation: Hull\n    - name: Jane Doe")]
    public void Authors_are_maps_with_a_name_and_what_else_is_said_of_them(string yaml) =>
        Assert.Equal([("Anna Lind", "Hull"), ("Jane Doe", null)], Yaml("title: x\n" + yaml).Authors.Select(a => (a.Name, a.Role)));

    [Theory]
    [InlineData("author: \"[[Anna Lind]]\"")]
    [InlineData("author: [[Anna Lind]]")]
    [InlineData("author:\n  - \"[[People/Anna Lind|Anna Lind]]\"")]
    [InlineData("author: Anna Lind\ntitle: *The* Ferry")]
    public void A_link_to_the_note_on_an_author_is_the_name(string yaml) =>
        Assert.Equal(["Anna Lind"], Yaml(yaml).Authors.Select(a => a.Name));

    [Fact]
    public void An_item_with_a_colon_is_no_map() =>
        Assert.Equal(["Ferries: nobody paid", "Nobody asked"], Yaml("title: x\nkey_points:\n  - Ferries: nobody paid\n  - Nobody asked").KeyPoints);

    [Theory]
    [InlineData("title = \"The Ferry\"\n\n[params]\nauthor = \"Anna Lind\"\n[menu.main]\nauthor = \"x\"\ntitle = \"Home\"")]
    [InlineData("title = 'The Ferry'\ntags = [\n  'a',\n  'b',\n]\n[[authors]]\nname = \"Anna Lind\"\n[[resources]]\nname = \"map\"\ntitle = \"Map\"")]
    [InlineData("title = \"\"\"\nThe \\\n  Ferry\"\"\"\ndate = 2024-03-05T10:00:00Z\n[author]\nname = \"Anna Lind\"\n[extra]\ntitle = \"Other\"")]
    public void Tables_of_toml_are_told_apart(string toml)
    {
        var metadata = Drop.Read($"+++\n{toml}\n+++\n\nText.", "a.md").Metadata;
        Assert.Equal(("The Ferry", "Anna Lind"), (metadata.Title, metadata.Authors.Single().Name));
    }

    [Theory]
    [InlineData("---\ntitle: x\ndraft: true\n---", true)]
    [InlineData("---\ntitle: x\nDraft: Yes\n---", true)]
    [InlineData("---\ntitle: A title: wrong\ndraft: \"true\" # for now\n---", true)]
    [InlineData("---\ntitle: x\nparams:\n  draft: true\n---", true)]
    [InlineData("---\ntitle: x\npublished: false\n---", true)]
    [InlineData("+++\ntitle = \"x\"\ndraft = true\n+++", true)]
    [InlineData("{\n\"title\": \"x\",\n\"draft\": true\n}", true)]
    [InlineData("{\n\"title\": \"x\",\n\"published\": false\n}", true)]
    [InlineData("---\ntitle: x\ndraft: false\n---", false)]
    [InlineData("---\ntitle: x\ndraft: 3\n---", false)]
    [InlineData("---\ntitle: x\npublished: 2024-03-05\n---", false)]
    [InlineData("---\ntitle: draft\npublished: true\n---", false)]
    [InlineData("---\ntitle: x\n---", false)]
    public void A_draft_says_so(string matter, bool expected) =>
        Assert.Equal(expected, Drop.Read($"{matter}\n\ndraft: true is what its last line said.", "a.md").Metadata.IsDraft);

    [Fact]
    public void A_date_of_toml_is_the_day() =>
        Assert.Equal(new DateOnly(2024, 3, 5), Drop.Read("+++\ntitle = \"x\"\ndate = 2024-03-05T10:00:00Z\n+++\n\nText.", "a.md").Metadata.Published);

    [Theory]
    [InlineData("---", "a: [", 30_000)]
    [InlineData("---", "[", 30_000)]
    [InlineData("---", "? ", 20_000)]
    [InlineData("---", "a: &a [*a, *a, *a]\n", 390)]
    [InlineData("+++", "a = [", 10_000)]
    [InlineData("+++", "[", 50_000)]
    [InlineData("+++", "[a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a]\n", 390)]
    public void Front_matter_made_to_harm_takes_no_time(string fence, string piece, int count)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Drop.Read($"{fence}\ntitle: x\n{string.Concat(Enumerable.Repeat(piece, count))}\n{fence}\n\nText.", "a.md");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static DocumentMetadata Yaml(string yaml) => Drop.Read($"---\n{yaml}\n---\n\nText.", "a.md").Metadata;
}
