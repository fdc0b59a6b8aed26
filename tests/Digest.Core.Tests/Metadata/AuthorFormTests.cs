using Digest.Core.Tests.Boilerplate;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Metadata;

/// <summary>
/// The forms in which publications name their authors and tell who they are, one a line of a table: the form (<c>\n</c> where a line ends), for bylines
/// the names, and the affiliation.
/// </summary>
public sealed class AuthorFormTests
{
    private const string Title = "The ferry that nobody had ordered";

    public static TheoryData<string, string, string> Bylines => [.. Table("byline-forms.tsv").Select(row => new TheoryDataRow<string, string, string>(row[0], row[1], row[2]))];

    public static TheoryData<string, string> Notes => [.. Table("author-notes.tsv").Select(row => new TheoryDataRow<string, string>(row[0], row[1]))];

    [Theory]
    [MemberData(nameof(Bylines))]
    public void A_byline_under_the_title_is_read(string form, string names, string affiliation)
    {
        var essay = ExampleEssay.Read([Title, .. Lines(form), .. ExampleEssay.BodyText]);
        Assert.Equal(names, string.Join("; ", essay.Byline?.Names ?? []));
        Assert.Equal(affiliation, essay.Byline?.Affiliation ?? "");
        Assert.Equal(Title, essay.Title);
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    [Theory]
    [MemberData(nameof(Notes))]
    public void A_note_at_the_end_on_the_author_named_above_leaves(string form, string affiliation)
    {
        var essay = ExampleEssay.Read([Title, "By Jane Doe", .. ExampleEssay.BodyText, .. Lines(form)]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Equal(affiliation, essay.Byline.Affiliation ?? "");
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    private static string[] Lines(string form) => form.Split("\\n");

    private static IEnumerable<string[]> Table(string name) => File.ReadLines(Repository.PathOf("tests", "Digest.Core.Tests", "Metadata", name)).Select(line => line.Split('\t'));
}
