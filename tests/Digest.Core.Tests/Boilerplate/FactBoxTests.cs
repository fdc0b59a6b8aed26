using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>Boxes of facts under the text, and the headings of boxes that have left.</summary>
public sealed class FactBoxTests
{
    private static readonly string[] Paragraphs = ExampleEssay.BodyText;

    [Theory]
    [InlineData("Name: Coastal Ferries, Phase II", "Duration: 2024-2028", "Budget: EUR 3.9 million", "Partners: Polytechnic of Kupang; District Government")]
    [InlineData("The boat in short", "Built: 1911", "Yard: Hull", "Passengers: 40")]
    public void Labels_with_their_values_leave_behind_the_text(params string[] box) => Assert.Equal(Paragraphs, Read(box));

    [Theory]
    [InlineData("Clerk: And who ordered it?", "Mate: Nobody.", "Clerk: Then it sails.")]
    [InlineData("Clerk: nobody", "Mate: nobody", "Clerk: then it sails")]
    [InlineData("For: the mate", "Against: the clerk")]
    public void What_else_has_a_colon_stays(params string[] lines) => Assert.Equal([.. Paragraphs, .. lines], Read(lines));

    [Theory]
    [InlineData(true, "SAKER FALCON FACT FILE", "Scientific name: Falco cherrug", "Wingspan: 105-129cm", "IUCN status: Endangered")]
    [InlineData(false, "What the clerk wrote down", "Name: Falco cherrug", "Wingspan: 105-129cm", "Status: Endangered")]
    public void Between_the_paragraphs_they_leave_under_a_heading_of_their_own(bool leaves, params string[] box) => Assert.Equal(
        leaves ? Paragraphs : [Paragraphs[0], .. box, .. Paragraphs[1..]],
        ExampleEssay.ReadText(string.Join('\n', [ExampleEssay.Title, "By Mary Miller", Paragraphs[0], .. box, .. Paragraphs[1..]])).Body.Select(b => b.Text));

    [Theory]
    [InlineData("See it for yourself", "Book tickets")]
    [InlineData("What else sails", "Related: How borders drift", "Read more: The last pilot")]
    public void The_heading_of_a_box_leaves_with_it(params string[] box) => Assert.Equal(Paragraphs, Read(box));

    [Theory]
    [InlineData("Jane Doe", "Book tickets")]
    [InlineData("Not any more", "Share this article")]
    [InlineData("Still sailing", "© 2024 The Estuary Letter")]
    public void Another_last_line_stays(string last, string below) => Assert.Contains(last, Read([last, below]));

    private static IEnumerable<string> Read(string[] lines) =>
        ExampleEssay.ReadText(string.Join('\n', [ExampleEssay.Title, "By Mary Miller", .. Paragraphs, .. lines])).Body.Select(b => b.Text);
}
