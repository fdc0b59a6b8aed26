using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>A text copied out of a print or a PDF brings the heads of its pages with it.</summary>
public sealed class RunningHeadTests
{
    private static readonly string[] Paragraphs = ExampleEssay.BodyText;

    [Theory]
    [InlineData("34   ESTUARY   MAY / JUNE 2026", "MAY / JUNE 2026   ESTUARY   35", "36   ESTUARY   MAY / JUNE 2026")]
    [InlineData("The Ferry Review 12", "The Ferry Review 13", "The Ferry Review 14")]
    [InlineData("118", "119", "120")]
    public void Heads_of_pages_leave(string first, string second, string third) => Assert.Equal(Paragraphs, Read(first, second, third));

    [Fact]
    public void Heads_that_begin_with_page_one_leave_when_they_are_the_masthead() =>
        Assert.Equal(Paragraphs, ExampleEssay.Read(["Harbour Research Office", ExampleEssay.Title, "By Jane Doe", .. Paragraphs.Zip(["Harbour Research Office\t1", "Harbour Research Office\t2", "Harbour Research Office\t3"]).SelectMany(p => new[] { p.First, p.Second })]).Body.Select(b => b.Text));

    [Theory]
    [InlineData("Lesson 2", "Lesson 3", "Lesson 4")]
    [InlineData("1", "2", "3")]
    [InlineData("Lesson No. 1", "Lesson No. 2", "Lesson No. 3")]
    [InlineData("The winter of 2020", "The winter of 2021", "The winter of 2022")]
    [InlineData("The summer of 1911", "The summer of 1926", "The summer of 1940")]
    [InlineData("Boats counted: 40", "Boats counted: 31", "Boats counted: 12")]
    public void Headings_with_a_number_stay(params string[] headings) => Assert.Equal(Paragraphs.Zip(headings).SelectMany(p => new[] { p.Second, p.First }), Read(headings));

    [Theory]
    [InlineData("1", "2", "3")]
    [InlineData(null, "1", "2")]
    [InlineData(null, null, "1")]
    public void Numbers_at_the_feet_of_all_pages_leave(params string?[] feet) =>
        Assert.Equal(Paragraphs, ExampleEssay.Read([ExampleEssay.Title, "By Jane Doe", .. Paragraphs.Zip(feet).SelectMany(p => p.Second is null ? new[] { p.First } : [p.First, p.Second])]).Body.Select(b => b.Text));

    [Theory]
    [InlineData("The Ferry Nobody 45")]
    [InlineData("46   HARBOUR NOTES")]
    [InlineData("HARBOUR NOTES   Spring 2025\n15\nLONG READ")]
    [InlineData("Harbour Notes   - 12 -   Spring 2025\n\nTHE FERRY")]
    [InlineData("Harbour Notes\n2")]
    [InlineData("2\nHarbour Notes")]
    [InlineData("2\nHarbour Notes\nwww.harbour.example  |  HARBOUR NOTES")]
    public void A_head_that_stands_once_is_told_by_the_head_of_the_essay(string lines) => Assert.Equal(Paragraphs, Under(lines));

    [Theory]
    [InlineData("The Ferry Nobody")]
    [InlineData("The Ferry Nobody of 2025")]
    [InlineData("No Long Read")]
    [InlineData("15")]
    public void A_heading_that_begins_like_the_title_stays(string heading) => Assert.Equal([Paragraphs[0], heading, .. Paragraphs[1..]], Under(heading));

    [Theory]
    [InlineData("\n\nEstuary Institute\n1\n\n")]
    [InlineData("\n\n4\nStaithwick & District History Society Bulletin No. 94\n\n")]
    [InlineData("\n22\nBARRA & BERTH  |  Issue 88  |  Autumn 2024\n")]
    [InlineData("\n\nCommon Ground                    - 12 -                    October 2024\n\nSHEKHAWAT AND HOLMQVIST\n\n")]
    [InlineData("\n\nDownloaded from https://academic.example/journal/31/3/211 by guest on 19 August 2024\n212          M. Doe and T. Roe\n\n")]
    public void A_sentence_that_goes_on_behind_the_head_of_a_page_is_whole(string between) => Assert.Equal(Paragraphs, Broken(between));

    [Theory]
    [InlineData("\n\nTable 4\n\n")]
    [InlineData("\n\nThe harbour master's two books.\n3\n\n")]
    [InlineData("\n\nHarbour Notes\n\n")]
    public void What_else_stands_inside_a_sentence_stays(string between) => Assert.NotEqual(Paragraphs, Broken(between));

    [Theory]
    [InlineData("1,140 crossings for which both the fare and the weather are known.", true)]
    [InlineData("2 Methods are described here by the clerk of the works, who had two.", false)]
    [InlineData("1140 crossings", false)]
    public void A_page_may_break_before_a_number(string rest, bool isWhole)
    {
        const string Half = "The ledgers of the two companies, read side by side for the first time, together cover";
        var body = ExampleEssay.Read([ExampleEssay.Title, "By Jane Doe", .. Paragraphs, Half, "118", "The Ferry                         119", rest]).Body.Select(b => b.Text);
        Assert.Equal(isWhole, body.Contains($"{Half} {rest}"));
    }

    [Fact]
    public void A_picture_at_the_top_of_the_next_page_parts_no_sentence()
    {
        const string Half = "The second was that losses should be paid, and the council feared that the fund would be abused. In two";
        const string Rest = "seasons it has paid out one claim, to the chairman of the council.";
        var body = ExampleEssay.Read([ExampleEssay.Title, "By Jane Doe", .. Paragraphs, Half, "The Ferry Trust                       Page 2 of 4", "Figure 3. Claims by year, 1911-1914", Rest]).Body.Select(b => b.Text).ToList();
        Assert.Equal([.. Paragraphs, $"{Half} {Rest}"], body);
    }

    [Fact]
    public void What_the_pages_say_beside_their_numbers_leaves_on_all_of_them()
    {
        var cut = Paragraphs[0].IndexOf(" and nobody", StringComparison.Ordinal);
        string[] lines = [Paragraphs[0][..cut], "18     Harbour Notes, Spring 2025", "THE ESTUARY BRANCH", Paragraphs[0][(cut + 1)..], Paragraphs[1], "Spring 2025, Harbour Notes     19", "THE ESTUARY BRANCH", Paragraphs[2], "20     Harbour Notes, Spring 2025"];
        Assert.Equal(Paragraphs, ExampleEssay.Read([ExampleEssay.Title, "By Jane Doe", .. lines]).Body.Select(b => b.Text));
    }

    /// <summary>The essay with its first paragraph cut in two before a word in lower case.</summary>
    private static IEnumerable<string> Broken(string between)
    {
        var cut = Enumerable.Range(60, 200).First(i => Paragraphs[0][i] == ' ' && char.IsLower(Paragraphs[0][i + 1]) && char.IsLower(Paragraphs[0][i - 1]));
        return ExampleEssay.Read([ExampleEssay.Title, "By Jane Doe", Paragraphs[0][..cut] + between + Paragraphs[0][(cut + 1)..], .. Paragraphs[1..]]).Body.Select(b => b.Text);
    }

    private static IEnumerable<string> Under(string between) =>
        ExampleEssay.Read(["HARBOUR NOTES\nSpring 2025\nLONG READ", ExampleEssay.Title, "By Jane Doe", Paragraphs[0], between, .. Paragraphs[1..]]).Body.Select(b => b.Text);

    private static IEnumerable<string> Read(params string[] lines) =>
        ExampleEssay.Read([ExampleEssay.Title, "By Jane Doe", .. Paragraphs.Zip(lines).SelectMany(p => new[] { p.Second, p.First })]).Body.Select(b => b.Text);

    [Fact]
    public void Authors_and_the_beginning_of_the_title_under_the_head_of_a_page_are_its_head_too()
    {
        var essay = ExampleEssay.ReadText(string.Join("\n\n", ["Bitten Twice: Ferries, Trust and the Market for Useless Boats", "Naomi Kibet(1), Lars-Erik Hallander(2)", ExampleEssay.BodyText[0], "East Afr J Ferries 2025;38(2)     101\nKibet and Hallander\nFerries, trust and the market", ExampleEssay.BodyText[1], "East Afr J Ferries 2025;38(2)     102", ExampleEssay.BodyText[2]]));
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }
}
