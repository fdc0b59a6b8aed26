using Digest.Core.Insight;
using Xunit;

namespace Digest.Core.Tests.Insight;

public sealed class NamesTests
{
    public static TheoryData<string, string[]> Passages()
    {
        var data = new TheoryData<string, string[]>();
        foreach (var (passage, expected) in CaseFile.Read("people"))
        {
            data.Add(passage, expected);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Passages))]
    public void A_passage_gives_its_people_with_their_roles(string passage, string[] expected)
    {
        var people = CaseFile.Insights(passage).People.Select(CaseFile.Tell).ToHashSet(StringComparer.Ordinal);

        var wanted = expected.Where(e => e[0] != '?').ToHashSet(StringComparer.Ordinal);
        Assert.Equal(wanted.Order(StringComparer.Ordinal), people.Order(StringComparer.Ordinal));
    }

    /// <summary>The passages kept for testing; the floor is only raised.</summary>
    [Fact]
    public void Unseen_passages_are_read_with_an_F1_of_at_least_nineteen_twentieths()
    {
        var (hit, wrong, missed) = (0, 0, 0);
        foreach (var (passage, expected) in CaseFile.Read("people-unseen"))
        {
            var wanted = expected.Select(e => e.Split(" (")[0]).ToHashSet(StringComparer.Ordinal);
            var read = CaseFile.Insights(passage).People.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
            hit += read.Count(wanted.Contains);
            wrong += read.Count(name => !wanted.Contains(name));
            missed += wanted.Count(name => !read.Contains(name));
        }

        Assert.InRange(2.0 * hit / ((2 * hit) + wrong + missed), 0.95, 1);
    }

    [Theory]
    [InlineData("organisations", 0.98)]
    [InlineData("organisations-unseen", 0.98)]
    public void Organisations_are_read_with_an_F1_above_their_floor(string file, double floor)
    {
        var (hit, wrong, missed) = (0, 0, 0);
        foreach (var (passage, expected) in CaseFile.Read(file))
        {
            var wanted = expected.Select(e => e.TrimStart('?')).ToHashSet(StringComparer.Ordinal);
            var optional = expected.Where(e => e[0] == '?').Select(e => e[1..]).ToHashSet(StringComparer.Ordinal);
            var read = CaseFile.Insights(passage).Organisations.Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
            hit += read.Count(name => wanted.Contains(name) && !optional.Contains(name));
            wrong += read.Count(name => !wanted.Contains(name));
            missed += wanted.Count(name => !read.Contains(name) && !optional.Contains(name));
        }

        Assert.InRange(2.0 * hit / ((2 * hit) + wrong + missed), floor, 1);
    }

    [Fact]
    public void Lone_surnames_count_to_the_full_name()
    {
        var person = Assert.Single(CaseFile.Insights("Hannah Arendt fled in 1933. Arendt never returned, and Arendt's books were read.").People);

        Assert.Equal(new Person("Hannah Arendt", null, 3), person);
    }

    [Fact]
    public void Notes_at_the_end_give_no_figures_and_nobody_who_is_thanked()
    {
        var insights = InsightReader.Read(CaseFile.Request(
            "", "Ilse Brandt counted 412 herons.[1]", "Nobody had done it before her.", "The marsh was drained.", "It is a car park now.", "[1] I thank Peter Weiss for his 38 letters.", "[2] See Clara Voss’s memoir."));

        Assert.Equal(["Ilse Brandt", "Clara Voss"], insights.People.Select(p => p.Name));
        Assert.Equal(412, Assert.Single(insights.KeyFigures).Value);
    }

    [Fact]
    public void Numbered_paragraphs_are_no_notes()
    {
        var insights = InsightReader.Read(CaseFile.Request("", "[1] Ilse Brandt sued in May.", "[2] Peter Weiss did not answer."));

        Assert.Equal(["Ilse Brandt", "Peter Weiss"], insights.People.Select(p => p.Name));
    }

    [Fact]
    public void The_author_is_not_among_the_people()
    {
        var request = CaseFile.Request("", "Maria Weber met Thomas Piketty in Paris.") with { BylineNames = ["Maria Weber"] };

        Assert.Equal("Thomas Piketty", Assert.Single(InsightReader.Read(request).People).Name);
    }

    [Theory]
    [InlineData("The United Nations (UN) met. The UN adjourned.", "United Nations:2")]
    [InlineData("The Office of Management and Budget wrote to the Food and Drug Administration.", "Office of Management and Budget:1|Food and Drug Administration:1")]
    [InlineData("NATO spoke with the University of Bath about JSON and the GDP.", "NATO:1|University of Bath:1")]
    [InlineData("The People’s Liberation Army met Russia’s Ministry of Defence.", "People’s Liberation Army:1|Ministry of Defence:1")]
    [InlineData("The Council on Foreign Relations wrote to the European Commission on Monday.", "Council on Foreign Relations:1|European Commission:1")]
    [InlineData("The Soviet Union and the United States signed.", "")]
    public void Organisations_are_joined_with_their_short_forms(string passage, string expected)
    {
        var organisations = CaseFile.Insights(passage).Organisations.Select(o => $"{o.Name}:{o.Mentions}");

        Assert.Equal(expected, string.Join('|', organisations));
    }
}
