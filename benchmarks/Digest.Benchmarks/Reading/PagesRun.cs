using System.Globalization;
using System.Text;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Digest.Core.Insight;
using HtmlAgilityPack;

namespace Digest.Benchmarks.Reading;

/// <summary>
/// <c>pages DIRECTORY</c>: reads every html file of a directory on one core and sets the whole reading beside the time that
/// HtmlAgilityPack alone takes to parse the same pages. Parsing, decoding, insight and the whole reading take turns over all
/// pages for some rounds, the first to warm up; each counts with the round that took least of the processor, garbage
/// collection included.
/// Processor time, because other programs on the machine do not lengthen it as they do the time on the clock.
/// </summary>
internal static class PagesRun
{
    private const int Rounds = 6;
    private const int MostBytesOfAnOrdinaryPage = 1_000_000;
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(100);

    public static int Run(string directory)
    {
        var pages = Directory.EnumerateFiles(directory, "*.html").Order(StringComparer.Ordinal)
            .Select(p => new RawEssay(Path.GetFileName(p), File.ReadAllBytes(p), "text/html", DateTimeOffset.UnixEpoch)).ToList();
        if (pages.Count == 0)
        {
            Console.Error.WriteLine($"There is no .html file in {directory}.");
            return 2;
        }

        var texts = pages.ConvertAll(p => Encoding.UTF8.GetString(p.Bytes.Span));
        var decoder = new DocumentDecoder();
        var reader = new EssayReader(RuleSet.Default);
        var parsing = new Stage(i => new HtmlDocument { OptionReadEncoding = false }.LoadHtml(texts[i]), pages.Count);
        var decoding = new Stage(i => decoder.Decode(pages[i]), pages.Count);
        var requests = pages.ConvertAll(p => reader.Read(p) is ReadResult.Ready ready ? RequestOf(ready.Essay) : null);
        var insight = new Stage(i => Read(requests[i]), pages.Count);
        var reading = new Stage(i => reader.Explain(pages[i]), pages.Count);
        for (var round = 0; round < Rounds; round++)
        {
            parsing.Run();
            decoding.Run();
            insight.Run();
            reading.Run();
        }

        Line($"{pages.Count} pages, {pages.Average(p => p.Bytes.Length) / 1_000:0} KB on average, least of {Rounds} rounds in processor time");
        Show("parse alone", parsing);
        Show("decoding", decoding);
        Show("insight", insight);
        Show("whole reading", reading);
        Line($"over {Bound.TotalMilliseconds:0} ms below 1 MB: {pages.Where((p, i) => p.Bytes.Length < MostBytesOfAnOrdinaryPage && reading.Pages[i] > Bound).Count()}");
        foreach (var i in Enumerable.Range(0, pages.Count).OrderByDescending(i => reading.Pages[i]).Take(5))
        {
            Line($"  slowest: {pages[i].Name}, {pages[i].Bytes.Length / 1_000} KB, {reading.Pages[i].TotalMilliseconds:0.0} ms, {reading.Pages[i] / parsing.Pages[i]:0.0} x parse");
        }

        return 0;

        void Show(string what, Stage stage)
        {
            var time = stage.All.Time.TotalMilliseconds;
            Line($"{what,-14} {time / pages.Count,6:0.00} ms and {stage.All.Allocated / pages.Count / 1_000_000:0.00} MB a page, {1_000 * pages.Count / time:0} pages a second, {stage.All.Time / parsing.All.Time:0.00} x parse");
        }
    }

    /// <summary>The essay as insight is read from it; a dek counts as one of the page's metadata.</summary>
    private static InsightRequest RequestOf(Essay essay) => new()
    {
        Title = essay.Title,
        Dek = essay.Dek,
        Language = essay.Language,
        BylineNames = essay.Byline?.Names ?? [],
        Body = essay.Body,
    };

    private static void Read(InsightRequest? request)
    {
        if (request is not null)
        {
            InsightReader.Read(request);
        }
    }

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>One thing that is done with every page, and what it took.</summary>
    private sealed class Stage(Action<int> work, int pages)
    {
        /// <summary>The least of a round, in processor time.</summary>
        public Cost All { get; private set; } = Cost.Unknown;

        /// <summary>The quickest time of each page.</summary>
        public TimeSpan[] Pages { get; } = [.. Enumerable.Repeat(TimeSpan.MaxValue, pages)];

        public void Run()
        {
            var before = Environment.CpuUsage.TotalTime;
            var round = Cost.Of(() =>
            {
                for (var i = 0; i < Pages.Length; i++)
                {
                    var time = Cost.Of(() => work(i)).Time;
                    Pages[i] = time < Pages[i] ? time : Pages[i];
                }
            });
            All = All.OrLess(round with { Time = Environment.CpuUsage.TotalTime - before });
        }
    }
}
