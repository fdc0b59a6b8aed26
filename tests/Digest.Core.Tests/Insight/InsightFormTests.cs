using Digest.Core.Insight;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Insight;

/// <summary>
/// The forms in which essays tell figures and name people, one sentence a line of a table, with what must be read from it (as in <c>Cases/</c>);
/// and sentences whose numbers are no figures, and whose names are nobody's. Each stands among other paragraphs, as in an essay.
/// </summary>
public sealed class InsightFormTests
{
    public static TheoryData<string, string> Figures => Pairs("figure-forms.tsv");

    public static TheoryData<string, string> People => Pairs("people-forms.tsv");

    public static TheoryData<string> FigureTraps => [.. Lines("figure-traps.tsv")];

    public static TheoryData<string> PeopleTraps => [.. Lines("people-traps.tsv")];

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_is_read_in_this_form(string sentence, string expected)
    {
        var wanted = CaseFile.Parts(expected).Select(WantedFigure.Parse).ToList();
        var read = InsightsOf(sentence).KeyFigures;
        Assert.Equal(wanted.Count, read.Count);
        foreach (var figure in read)
        {
            var match = wanted.Find(w => w.Matches(figure));
            Assert.True(match is not null, $"unexpected figure: {figure.Value} {figure.Unit} ({figure.Text})");
            wanted.Remove(match);
            Assert.Contains(match.Unit, figure.Unit, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(match.Qualifier, figure.Qualifier);
        }
    }

    [Theory]
    [MemberData(nameof(FigureTraps))]
    public void A_number_that_counts_nothing_is_no_figure(string sentence) => Assert.Empty(InsightsOf(sentence).KeyFigures);

    [Theory]
    [MemberData(nameof(People))]
    public void A_person_is_read_in_this_form(string sentence, string expected) =>
        Assert.Equal(CaseFile.Parts(expected).Order(StringComparer.Ordinal), InsightsOf(sentence).People.Select(CaseFile.Tell).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(PeopleTraps))]
    public void A_name_of_something_is_nobody(string sentence) => Assert.Empty(InsightsOf(sentence).People);

    private static Insights InsightsOf(string sentence) => InsightReader.Read(CaseFile.Request(
        "The long way to the coast",
        "The road climbs slowly through orchards, and nobody walks it without a reason.",
        "The argument is an old one, and it has never been settled.",
        sentence,
        "What follows from this is less clear than the debate would suggest."));

    private static TheoryData<string, string> Pairs(string name) => [.. Lines(name).Select(line => line.Split('\t')).Select(row => new TheoryDataRow<string, string>(row[0], row[1]))];

    private static IEnumerable<string> Lines(string name) => File.ReadLines(Repository.PathOf("tests", "Digest.Core.Tests", "Insight", name));
}
