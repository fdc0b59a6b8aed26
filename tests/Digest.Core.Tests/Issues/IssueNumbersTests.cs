using Digest.Core.Issues;
using Digest.Core.Tests.Insight;
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
}
