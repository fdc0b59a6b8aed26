using System.Globalization;
using Digest.Core.Blocks;
using Digest.Core.Insight;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.Core.Tests.Insight;

public sealed class InsightPropertyTests
{
    /// <summary>Bits that the grammar turns on, to be strung together at random.</summary>
    private static readonly string[] Bits =
    [
        "3,600", "1.5", "2024", "9/11", "$", "€", "%", "bn", "m", "-", "–", "to", "and", "half", "a", "third", "of", "twenty", "five", "hundred", "million", "one", "in", "out",
        "times", "doubled", "per", "cent", "percent", "miles", "years", "soldiers", "President", "Dr.", "Vladimir", "Putin", "O’Brien", "al", "Kim", "Jong", "un", "NATO", "(", ")", "(UN)",
        "United Nations", "University of", ",", ".", "?", "!", "…", "“", "”", "’s", "'", ":", "\t", "\n", "¿", "。", "😀", "\ud83d", "½", "U.S.", "e.g.", "No.", "October", "the", "said", "from",
        "between", "at least", "more than", "XIV", "°C", "\u00A0", "000", "12345678901234567890", "1.2.3", "é", "\u0301",
    ];

    private static readonly Gen<string> Texts =
        Gen.ArrayOf(Gen.Frequency((6, Gen.Elements(Bits)), (1, ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "")), (4, Gen.Constant(" ")))).Select(parts => string.Concat(parts));

    [Fact]
    public void Every_range_lies_in_its_block_and_says_what_is_shown() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var request = CaseFile.Request(text, text, "A second paragraph. " + text);
            var insights = InsightReader.Read(request);
            foreach (var (shown, source) in insights.KeyFigures.Select(f => (f.Text, f.Source))
                .Concat(insights.Summary.Concat(insights.KeyPoints).Select(s => (s.Text, s.Source!.Value))))
            {
                var block = request.Body[source.Block];
                Assert.Equal(shown, block.Text[source.Start..source.End]);
                Assert.Equal(Passage.Of(block, source.Start, source.End), source);
            }

            Assert.All(insights.KeyFigures, f => Assert.True(double.IsFinite(f.Value) && f.Importance is >= 1 and <= 3 && f.High is null or > 0));
            Assert.All(insights.People, p => Assert.True(p.Mentions >= 1 && p.Name.Length > 0));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sentences_lie_in_order_without_overlap_and_leave_out_white_space_only() =>
        Prop.ForAll(Texts.ToArbitrary(), text =>
        {
            var end = 0;
            foreach (var range in Sentences.Split(text))
            {
                Assert.True(range.Start >= end && range.End > range.Start);
                Assert.True(string.IsNullOrWhiteSpace(text[end..range.Start]));
                end = range.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[end..]));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Every_culture_reads_the_same(string culture)
    {
        const string Text = "Russian President Vladimir Putin spent $1.5 billion, or 3,600 dollars a head, in Istanbul. IT IS INFLATION of 9.1 percent.";
        var expected = Describe(CaseFile.Insights(Text));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Describe(CaseFile.Insights(Text)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Allocated bytes stand for work: they do not depend on the machine's load as seconds do.</summary>
    [Theory]
    [InlineData("The army of 3,600 soldiers met President Vladimir Putin in Kazan, and 80 percent of the voters agreed. ")]
    [InlineData("5 5 5 5 5 - 5 to 5 of 5 million and 5 ")]
    [InlineData("Vladimir Putin, Kim Jong-un, United Nations (UN) of the University of ")]
    [InlineData("one hundred and twenty-five thousand and ")]
    [InlineData("( “ ” ) ’ . . . ")]
    [InlineData("five daily daily early daily ")]
    public void Twice_the_text_takes_at_most_about_twice_the_work(string unit)
    {
        Work(unit, 50);
        var once = Work(unit, 500);
        var twice = Work(unit, 1000);

        Assert.InRange(twice / once, 0, 2.6);
    }

    private static double Work(string unit, int times)
    {
        var request = CaseFile.Request("Soldiers and voters", [.. Enumerable.Range(0, 10).Select(_ => string.Concat(Enumerable.Repeat(unit, times / 10)))]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        InsightReader.Read(request);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Describe(Insights insights) =>
        string.Join('|', insights.KeyFigures.Select(f => FormattableString.Invariant($"{f.Value} {f.Unit} {f.Qualifier} {f.Importance}")))
        + string.Join('|', insights.People) + string.Join('|', insights.Organisations) + string.Join('|', insights.Summary.Select(s => s.Text));
}
