using Xunit;

namespace Digest.Core.Tests.Boilerplate;

/// <summary>A page that a browser printed into a PDF, and its text copied out of that, bring the browser's heads and feet with them.</summary>
public sealed class BrowserPrintTests
{
    private const string Address = "https://www.harbour.example/articles/ferry?print=1";

    private static readonly string[] Paragraphs = ExampleEssay.BodyText;

    [Theory]
    [InlineData("11/4/24, 9:12 AM                 The Ferry Nobody Ordered | Harbour Notes", Address + "                1/3", Address + "        2/3", Address + "     3/3")]
    [InlineData("04/11/2024, 09:12 The Ferry Nobody Ordered | Harbour Notes", Address + " 1/3", Address + " 2/3", Address + " 3/3")]
    [InlineData("2024-11-04, 9:12 a.m. The Ferry Nobody Ordered", "file:///C:/Users/jane/ferry.html 1/3", "file:///C:/Users/jane/ferry.html 2/3", "file:///C:/Users/jane/ferry.html 3/3")]
    [InlineData("4.11.2024 09:12\n\nThe Ferry Nobody Ordered | Harbour Notes", Address + "\n\n1/3", Address + "\n\n2/3", Address + "\n\n3/3")]
    [InlineData("The Ferry Nobody Ordered | Harbour Notes        " + Address, "1 of 3     11/4/2024, 9:12 AM", "2 of 3     11/4/2024, 9:12 AM", "3 of 3     11/4/2024, 9:12 AM")]
    public void Heads_and_feet_of_a_browser_leave(string head, params string[] feet) =>
        Assert.Equal(Paragraphs, Read([head, ExampleEssay.Title, "By Jane Doe", .. Paragraphs.Zip(feet).SelectMany((p, i) => i + 1 < feet.Length ? new[] { p.First, p.Second + "\n" + head } : [p.First, p.Second])]));

    [Fact]
    public void A_sentence_that_goes_on_on_the_next_page_is_whole()
    {
        var cut = Paragraphs[1].IndexOf(' ', Paragraphs[1].Length / 2);
        const string Head = "11/4/24, 9:12 AM    The Ferry Nobody Ordered | Harbour Notes";
        Assert.Equal(Paragraphs, Read([Head, ExampleEssay.Title, "By Jane Doe", Paragraphs[0], Paragraphs[1][..cut], Address + "   1/2\n" + Head, Paragraphs[1][(cut + 1)..], .. Paragraphs[2..], Address + "   2/2"]));
    }

    [Theory]
    [InlineData("3/4 of a crossing")]
    [InlineData("https://www.harbour.example/timetable")]
    [InlineData("11/4/24, 9:12 AM: the first ferry leaves")]
    public void Such_a_line_by_itself_stays(string line) =>
        Assert.Contains(line, Read([ExampleEssay.Title, "By Jane Doe", Paragraphs[0], line, .. Paragraphs[1..]]));

    [Fact]
    public void A_log_with_the_time_of_each_entry_stays()
    {
        string[] entries = ["11/4/24, 9:12 AM The ferry leaves with nobody on board", "11/4/24, 9:40 AM The ferry returns with two hens"];
        var read = Read([ExampleEssay.Title, "By Jane Doe", Paragraphs[0], entries[0], Paragraphs[1], entries[1], .. Paragraphs[2..]]);
        Assert.All(entries, entry => Assert.Contains(entry, read));
    }

    private static IEnumerable<string> Read(IEnumerable<string> paragraphs) => ExampleEssay.Read([.. paragraphs]).Body.Select(b => b.Text);
}
