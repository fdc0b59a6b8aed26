using Digest.Core.Blocks;
using Digest.Core.Insight;
using Xunit;

namespace Digest.Core.Tests.Insight;

public sealed class KeyFiguresTests
{
    public static TheoryData<string, string[]> Passages()
    {
        var data = new TheoryData<string, string[]>();
        foreach (var (passage, expected) in CaseFile.Read("figures"))
        {
            data.Add(passage, expected);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Passages))]
    public void A_passage_gives_the_figures_an_editor_would_list(string passage, string[] expected)
    {
        var wanted = expected.Select(WantedFigure.Parse).ToList();
        foreach (var figure in CaseFile.Insights(passage).KeyFigures)
        {
            var match = wanted.Find(w => w.Matches(figure));
            Assert.True(match is not null, $"unexpected figure: {figure.Value} {figure.Unit} ({figure.Text})");
            wanted.Remove(match);
            if (!match.Optional)
            {
                Assert.Contains(match.Unit, figure.Unit, StringComparison.OrdinalIgnoreCase);
                Assert.Equal(match.Qualifier, figure.Qualifier);
            }
        }

        Assert.DoesNotContain(wanted, w => !w.Optional);
    }

    /// <summary>The passages kept for testing: the floor is what was reached when they were first read, and is only raised.</summary>
    [Theory]
    [InlineData("figures-unseen", 0.98)]
    [InlineData("figures-essays-unseen", 0.98)]
    public void Unseen_passages_are_read_with_an_F1_above_their_floor(string file, double floor)
    {
        var (hit, wrong, missed) = (0, 0, 0);
        foreach (var (passage, expected) in CaseFile.Read(file))
        {
            var wanted = expected.Select(WantedFigure.Parse).ToList();
            foreach (var figure in CaseFile.Insights(passage).KeyFigures)
            {
                var match = wanted.Find(w => w.Matches(figure));
                wrong += match is null ? 1 : 0;
                hit += match is { Optional: false } ? 1 : 0;
                wanted.Remove(match!);
            }

            missed += wanted.Count(w => !w.Optional);
        }

        Assert.InRange(2.0 * hit / ((2 * hit) + wrong + missed), floor, 1);
    }

    [Fact]
    public void Repeats_of_one_fact_are_one_figure()
    {
        var insights = InsightReader.Read(CaseFile.Request("", "The army sent 8,000 troops to the border.", "Those 8,000 troops were not enough."));

        Assert.Equal("8,000 troops", Assert.Single(insights.KeyFigures).Text);
    }

    [Fact]
    public void One_number_with_two_meanings_is_two_figures()
    {
        var insights = InsightReader.Read(CaseFile.Request("", "The army sent 8,000 troops to the border.", "The town of 8,000 inhabitants was evacuated."));

        Assert.Equal(["8,000 troops", "8,000 inhabitants"], insights.KeyFigures.Select(f => f.Text));
    }

    [Theory]
    [InlineData("In the second winter they sold a third of the flock.", "Around a third of people stop within two years.")]
    [InlineData("The area in the highlands shrank by 4 per cent.", "Farms in the highlands contribute less than 4 per cent of national output.")]
    public void One_share_of_two_things_is_two_figures(string first, string second)
    {
        Assert.Equal(2, InsightReader.Read(CaseFile.Request("", first, second)).KeyFigures.Count);
    }

    [Fact]
    public void A_large_figure_that_stands_only_in_the_dek_points_into_the_dek()
    {
        var request = OfTwoBlocks("Ten thousand soldiers crossed the river.", "Nobody had expected it.");

        var figure = Assert.Single(InsightReader.Read(request).KeyFigures);
        Assert.Equal((10000, "soldiers"), (figure.Value, figure.Unit));
        Assert.Equal(Passage.Of(request.Asides[0], 0, "Ten thousand soldiers".Length), figure.Source);
    }

    [Theory]
    [InlineData("On the year I let forty strangers into my kitchen.")]
    [InlineData("For 112 years a ferry has crossed the sound.")]
    [InlineData("The levy raised a third of what was forecast.")]
    public void A_round_figure_of_the_dek_is_not_listed_beside_it(string dek)
    {
        Assert.Empty(InsightReader.Read(OfTwoBlocks(dek, "Nobody had expected it.")).KeyFigures);
    }

    [Fact]
    public void A_figure_of_the_dek_is_shown_where_the_text_tells_it()
    {
        var insights = InsightReader.Read(OfTwoBlocks("Some 8,000 soldiers crossed the river.", "By noon 8,000 soldiers were across."));

        var figure = Assert.Single(insights.KeyFigures);
        Assert.Equal((8000, "soldiers"), (figure.Value, figure.Unit));
        Assert.Equal(2, figure.Source.Block);
    }

    [Fact]
    public void The_figures_of_a_first_paragraph_that_was_taken_for_a_dek_are_kept()
    {
        var paragraph = "The survey asked people in large towns what they drink, and it found that two things had come apart. " +
            "When an engineer says that a town has water, she means that pipes reach its houses; when people who live there say it, they mean that it can be given to a child: " +
            "91% of adults have a tap.";

        var insights = InsightReader.Read(OfTwoBlocks(paragraph, "Nobody had expected it."));

        Assert.Equal(91, Assert.Single(insights.KeyFigures).Value);
    }

    private static InsightRequest OfTwoBlocks(string dek, string body) => new()
    {
        Title = "The Crossing",
        Dek = dek,
        Language = "en",
        Asides = [new Block { Ordinal = 1, Kind = BlockKind.Paragraph, Text = dek, Origin = "line 2" }],
        Body = [new Block { Ordinal = 2, Kind = BlockKind.Paragraph, Text = body, Origin = "line 3" }],
    };

    [Fact]
    public void A_figure_of_the_subject_weighs_more_than_one_by_the_way()
    {
        var insights = InsightReader.Read(CaseFile.Request(
            "Why the refugees fled", "Some 400,000 refugees fled the war.", "The town has a hall, and for 14 months it stood empty."));

        Assert.Equal([3, 1], insights.KeyFigures.Select(f => f.Importance));
    }

    [Theory]
    [InlineData("Getting there Flights from Lisbon from €140 return.", 0)]
    [InlineData("Where to stay: Casa da Ladeira, doubles from €75.", 0)]
    [InlineData("Getting there was half of it: the boat cost €140.", 3)]
    public void The_practical_notes_behind_a_travel_piece_hold_no_figure_of_it(string note, int figures)
    {
        var insights = InsightReader.Read(CaseFile.Request("", "The island lies far out.", "Nobody had told me how far.", note, "Ferries run daily, about 3 hours, €16."));

        Assert.Equal(figures, insights.KeyFigures.Count);
    }
}
