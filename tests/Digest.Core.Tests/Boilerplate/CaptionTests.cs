using Digest.Core.Essays;
using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>Captions and titles of charts are said in any words: they leave because of the credit or source beside them.</summary>
public sealed class CaptionTests
{
    private static readonly string[] Paragraphs = ExampleEssay.BodyText;

    [Fact]
    public void The_title_and_the_subtitle_of_a_chart_leave_with_its_source() =>
        AssertKept(Read("By Jane Doe\n3 March 2024", "Fewer and fewer crossings\nSailings a year between the two quays, 1950-2020\nSource: Harbour Board\nTHE ESTUARY LETTER"));

    [Fact]
    public void A_caption_leaves_with_the_name_under_it_when_somebody_so_called_took_the_pictures() =>
        AssertKept(Read("By Jane Doe\nPhotography by John Smith\n3 March 2024", "The mate at the rail. She counts the cars twice.\nJohn Smith"));

    [Fact]
    public void A_name_under_a_line_is_no_credit_when_nobody_so_called_took_pictures()
    {
        const string Said = "The boat was never late in forty years.";
        AssertKept(Read("By Jane Doe\nPhotography by John Smith\n3 March 2024", $"{Said}\nMary Miller, in a letter"), Said, "Mary Miller, in a letter");
    }

    [Fact]
    public void The_caption_of_the_first_picture_leaves_although_byline_and_date_stand_right_above() =>
        AssertKept(Read("By Jane Doe\n3 March 2024\nThe old boat leaves the slip at dawn.\nPhoto: John Smith", Paragraphs[1]), Paragraphs[1]);

    [Fact]
    public void A_short_paragraph_below_the_credit_of_the_first_picture_stays()
    {
        const string First = "Nobody had asked for a ferry. There it was all the same, every morning at seven, with its lamp lit.";
        var essay = Read($"By Jane Doe\nPhoto: John Smith\n{First}", Paragraphs[1]);
        Assert.Equal([First, .. Paragraphs], essay.Body.Select(b => b.Text));
    }

    [Fact]
    public void Paragraphs_without_blank_lines_between_them_stay_around_a_credit()
    {
        var text = $"The Ferry Nobody Ordered\n{string.Join('\n', Paragraphs)}\nNobody minded.\nPhoto: John Smith\n{Paragraphs[0].Replace("ferry", "tug", StringComparison.Ordinal)}\n";
        Assert.Contains("Nobody minded.", ExampleEssay.ReadText(text).Body.Select(b => b.Text));
    }

    [Fact]
    public void Without_blank_lines_a_chart_leaves_from_the_paragraph_above_it()
    {
        var text = string.Join('\n', [ExampleEssay.Title, "By Jane Doe", Paragraphs[0], "Crossings a year, 1950-2020", "Darker bars are years of war. The last is an estimate.", "Chart: Jane Doe | Source: Harbour Board", Paragraphs[1], "Indoor   Outdoor   Both", "Source: Harbour Board", Paragraphs[2]]);
        Assert.Equal(Paragraphs, ExampleEssay.ReadText(text).Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\n\n")]
    public void Short_paragraphs_at_the_end_stay_above_a_credit(string between)
    {
        string[] closing =
        [
            "The harbour master was asked in March, and he said that the boat was never late in forty years.",
            "The bridge was opened in June. Nobody who spoke at it mentioned the boat, and the band played twice.",
            "On the far bank they still look up at seven, out of habit, and go back to what they were doing.",
        ];
        var text = $"The Ferry Nobody Ordered{between}{string.Join(between, Paragraphs)}{between}{string.Join('\n', closing)}\nPhoto: John Smith\n";
        Assert.Equal([.. Paragraphs, .. closing], ExampleEssay.ReadText(text).Body.Select(b => b.Text));
    }

    [Theory]
    [InlineData("A person in hi-vis crouches at the edge of an emptied dock, pointing at a crack.", true)]
    [InlineData("Two women hold a rope on a wet quay.", true)]
    [InlineData("A man stands on the quay, she says, and waits for the boat of 1911.", false)]
    [InlineData("The boat was late, and a man in a red coat held up the rope.", false)]
    public void What_a_picture_shows_leaves_above_its_caption_where_no_blank_lines_part_them(string line, bool leaves)
    {
        var text = string.Join('\n', [ExampleEssay.Title, "By Jane Doe", Paragraphs[0], Paragraphs[1], line, "Jane Smith has inspected the dock for years. (Supplied)", Paragraphs[2]]);
        Assert.Equal(leaves, !ExampleEssay.ReadText(text).Body.Select(b => b.Text).Contains(line));
    }

    private static Essay Read(string head, string box) =>
        ExampleEssay.ReadText($"The Ferry Nobody Ordered\n{head}\n\n{Paragraphs[0]}\n\n{box}\n\n{Paragraphs[2]}\n");

    private static void AssertKept(Essay essay, params string[] box) =>
        Assert.Equal([Paragraphs[0], .. box, Paragraphs[2]], essay.Body.Select(b => b.Text));
}
