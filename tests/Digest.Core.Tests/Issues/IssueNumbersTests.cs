using Digest.Core.Essays;
using Digest.Core.Insight;
using Digest.Core.Issues;
using Digest.Core.Tests.Insight;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Issues;

public sealed class IssueNumbersTests
{
    [Theory]
    [InlineData("Boats pass every 40 minutes or so.", "40 or so", "minutes")]
    [InlineData("The hall holds 2,000 or more people.", "2,000 or more", "people")]
    [InlineData("Some 30 families refused to move.", "some 30", "families")]
    [InlineData("About 80-odd families refused to move.", "about 80", "families")]
    [InlineData("The farm employs 80-odd families.", "80-odd", "families")]
    [InlineData("They worked 12 fewer hours a month.", "12 fewer", "hours a month")]
    [InlineData("Rents rose by between 15 and 20 percent.", "between 15 and 20%", "")]
    [InlineData("Turnout exceeded 70 percent.", "over 70%", "")]
    public void A_figure_is_shown_with_its_qualifier_where_a_reader_expects_it(string passage, string shown, string label)
    {
        var figure = Assert.Single(CaseFile.Insights(passage).KeyFigures);

        Assert.Equal((shown, label), (IssueNumbers.Show(figure), IssueNumbers.Label(figure)));
    }

    [Theory]
    [InlineData("The harbour lost half of its boats in the storm.", "half", "of its boats")]
    [InlineData("One in five children goes to school by boat.", "one in five", "children")]
    [InlineData("Two thirds of voters stayed at home.", "two thirds", "of voters")]
    [InlineData("Roughly two-thirds of American firefighters are volunteers.", "roughly two-thirds", "of American firefighters")]
    [InlineData("Nearly half of rural births went unrecorded.", "nearly half", "of rural births")]
    [InlineData("At least a quarter of their places stood empty.", "at least a quarter", "of their places")]
    [InlineData("They were fined less than half the cost of a permit.", "less than half", "the cost")]
    [InlineData("About 1/3 of the voters stayed at home.", "about 1/3", "of the voters")]
    [InlineData("Of the jetties, close to one jetty in four was closed.", "close to one jetty in four", "")]
    [InlineData("Trials found harm in no more than 2 adults in 1000.", "no more than 2 adults in 1000", "")]
    [InlineData("The critics outnumbered the friends of the dam 3 to 1 and were outnumbered three to one in the vote.", "three to one", "")]
    [InlineData("They asked 400 doctors, and perhaps half would sign it.", "perhaps half", "")]
    [InlineData("Within ten years the number of ferries more than doubled.", "more than doubled", "")]
    [InlineData("Readers of the second letter were nearly twice as likely to pay.", "nearly twice", "as likely")]
    [InlineData("Patients wait half as long per visit.", "half", "as long per visit")]
    [InlineData("They shipped half a million boxes.", "half a million", "boxes")]
    [InlineData("Some two dozen northern towns refused.", "some two dozen", "northern towns")]
    [InlineData("The coast sinks by half a metre every year.", "half a metre", "every year")]
    [InlineData("The dose was less than half a percent of the natural background.", "less than half a percent", "of the natural background")]
    [InlineData("The water rose more than a foot and a half.", "more than a foot and a half", "")]
    [InlineData("Its share went from one quote in forty to one in six.", "one quote in forty to one in six", "")]
    [InlineData("Turnout fell from 71 to 58 percent.", "71 to 58%", "")]
    [InlineData("The fare fell from 9 to 4 per cent of a day's wage.", "9 to 4%", "of a day's wage")]
    [InlineData("The reserve shrank from 410 hectares to 130.", "410 to 130", "hectares")]
    public void A_share_a_ratio_or_a_multiple_is_shown_in_the_essay_s_own_words(string passage, string shown, string label)
    {
        var figure = CaseFile.Insights(passage).KeyFigures[^1];

        Assert.Equal((shown, label), (IssueNumbers.Show(figure), IssueNumbers.Label(figure)));
    }

    [Theory]
    [InlineData("She walks to 50 halls by noon.", "About $140 billion in benefits goes unclaimed.", "about 140 billion")]
    [InlineData("Have they reached 90% of the goals?", "The service has 340 users.", "340")]
    [InlineData("Imagine 100 new ferries.", "The service has 340 users.", "340")]
    [InlineData("If 40% of the crews left, the yard would close.", "Some 35% of the crews left.", "some 35%")]
    [InlineData("The yard has 120 cranes and fences.", "Fares rose 12% in a year.", "12%")]
    [InlineData("The yard has 120 cranes and fences.", "The port moved 4.2 million crates.", "4.2 million")]
    [InlineData("It took 33 percent of the budget.", "The port spent 31 percent of the budget.", "31%")]
    public void Among_figures_of_one_importance_the_one_that_says_most_on_its_own_is_shown(string first, string second, string shown)
    {
        var record = OfFigures("an essay", CaseFile.Request("", first, second));

        Assert.Equal(shown, IssueNumbers.Choose([record], 1).Single().Figure);
    }

    [Fact]
    public void Every_essay_shows_its_best_figure_before_one_shows_its_second()
    {
        var rich = OfFigures("rich", CaseFile.Request("Why the refugees fled", "Some 400,000 refugees fled.", "Another 30,000 refugees fled in the winter."));
        var poor = OfFigures("poor", CaseFile.Request("", "The harbour has 340 cranes."));

        Assert.Equal([rich.Id, poor.Id, rich.Id], IssueNumbers.Choose([rich, poor], 6).Select(n => n.EssayId));
    }

    private static EssayRecord OfFigures(string name, InsightRequest request)
    {
        var figures = InsightReader.Read(request).KeyFigures.Select(f => f with { Importance = Math.Max(2, f.Importance) });
        return SampleEssays.Record(name, SampleEssays.Named(name) with { KeyFigures = [.. figures], Summary = [], KeyPoints = [], Body = request.Body }, DateTimeOffset.UnixEpoch);
    }

    [Theory]
    [InlineData("A grain weighs 0.005 grams.", "0.005")]
    [InlineData("The strait is 1,435.125 metres wide.", "1,435.125")]
    [InlineData("The port handled 12,345,678 tonnes.", "12,345,678")]
    [InlineData("The port handled 3.725 million tonnes.", "3.725 million")]
    [InlineData("The port handled 4,200,000 tonnes.", "4.2 million")]
    public void Digits_are_shown_to_the_last_one_that_the_essay_gives(string passage, string shown) =>
        Assert.Equal(shown, IssueNumbers.Show(Assert.Single(CaseFile.Insights(passage).KeyFigures)));

    [Theory]
    [InlineData("港", 0)]
    [InlineData("港", 400)]
    [InlineData("\U0001F6A2", 0)]
    [InlineData("\U0001F6A2", 401)]
    [InlineData("-", 90)]
    public void A_sentence_without_spaces_is_cut_between_characters(string sign, int before)
    {
        var sentence = string.Concat(Enumerable.Repeat(sign, before)) + "8,000" + string.Concat(Enumerable.Repeat(sign, 500));
        var excerpt = IssueNumbers.Excerpt(SampleEssays.Figure(8000, "ships", "8,000", sentence));

        Assert.Contains("8,000", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 50, 225);
        Assert.EndsWith("…", excerpt, StringComparison.Ordinal);
        Assert.DoesNotContain("\uFFFD", System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(excerpt)), StringComparison.Ordinal);
    }
}
