using System.Globalization;
using System.Text;
using Digest.Core.Decoding.Html.Content;
using Digest.Core.Decoding.Html.Declared;
using Digest.Core.Judging;

namespace Digest.Training;

/// <summary>Trains the model of dates: which of a page's days is the one people saw as its day of publication.</summary>
internal sealed class DateTrainer(List<CorpusPage> pages, string modelFile)
{
    private static readonly BoostingOptions Options = new(Trees: 60, Depth: 3, Rate: 0.1, MinWeight: 2, Penalty: 2, RowShare: 0.8, ColumnShare: 0.6);

    private sealed record Case(CorpusPage Page, List<DateCandidate> Candidates, float[][] Rows, DateOnly? Expected);

    public void Run()
    {
        var model = BlockModel.Shipped;
        var cases = pages.Select(p =>
        {
            var kept = model.Judge(p.Page.Outline, p.Page.Clues).Select(x => x >= model.Threshold).ToArray();
            var candidates = DateCandidates.Of(p.Page, kept);
            return new Case(p, candidates, DateFeatures.Of(p.Page, candidates), p.Published);
        }).ToList();
        var seen = cases.Where(c => !c.Page.IsTest).ToList();
        Reliability(seen);
        Console.WriteLine($"days that are among the candidates: {seen.Count(c => c.Expected is { } day && c.Candidates.Exists(x => x.Day == day))} of {seen.Count(c => c.Expected is not null)}");

        var text = Fit(seen);
        var trees = Trainer.Read(text);
        var crossed = new Dictionary<Case, BoostedTrees>();
        for (var fold = 0; fold < 4; fold++)
        {
            var foldTrees = Trainer.Read(Fit(seen.Where(c => c.Page.Fold(12) % 4 != fold).ToList()));
            seen.Where(c => c.Page.Fold(12) % 4 == fold).ToList().ForEach(c => crossed[c] = foldTrees);
        }

        const float Threshold = 0.3f;
        foreach (var c in seen.Where(c => PublishedDate.Choose(c.Candidates, c.Rows, crossed[c], Threshold)?.Day != c.Expected))
        {
            var likely = c.Candidates.Select((x, i) => (x, p: crossed[c].Probability(c.Rows[i]))).OrderByDescending(x => x.p).Take(4);
            Console.WriteLine($"  {c.Page.File} want {c.Expected:O}: {string.Join("; ", likely.Select(x => $"{x.x.Day:O} {x.p:0.00} {x.x.Signals} d{x.x.Distance}"))}");
        }

        foreach (var threshold in (float[])[0.1f, 0.2f, 0.3f, 0.4f, 0.5f])
        {
            Print($"{threshold:0.0} crossed", seen, c => crossed[c], threshold);
            Print($"{threshold:0.0} trained on", seen, _ => trees, threshold);
            Print($"{threshold:0.0} test half", cases.Where(c => c.Page.IsTest), _ => trees, threshold);
        }

        File.WriteAllText(modelFile, string.Create(CultureInfo.InvariantCulture, $"{string.Join('|', DateFeatures.Names)}\n{Threshold}\n{text}"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>How often each signal gives the day people saw.</summary>
    private static void Reliability(List<Case> cases)
    {
        foreach (var signal in Enum.GetValues<DateSignals>().Where(s => s != DateSignals.None))
        {
            var fires = cases.SelectMany(c => c.Candidates.Where(x => x.Signals.HasFlag(signal)).Select(x => x.Day == c.Expected)).ToList();
            Console.WriteLine($"  {signal,-20} on {fires.Count,4} days, right {fires.Count(x => x) / Math.Max(1.0, fires.Count):0.00}");
        }
    }

    private static string Fit(List<Case> cases) => new Boosting(
        cases.SelectMany(c => c.Rows).ToArray(),
        cases.SelectMany(c => c.Candidates.Select(x => x.Day == c.Expected)).ToArray(),
        cases.SelectMany(c => c.Candidates.Select(_ => 1.0 / Math.Sqrt(c.Candidates.Count))).ToArray(),
        Options).Train();

    private static void Print(string name, IEnumerable<Case> cases, Func<Case, BoostedTrees> trees, float threshold)
    {
        int right = 0, wrong = 0, missed = 0;
        foreach (var c in cases)
        {
            var chosen = PublishedDate.Choose(c.Candidates, c.Rows, trees(c), threshold)?.Day;
            var isRight = chosen is not null && chosen == c.Expected;
            right += isRight ? 1 : 0;
            missed += c.Expected is not null && !isRight ? 1 : 0;
            wrong += chosen is not null && !isRight ? 1 : 0;
        }

        Console.WriteLine($"dates {name,-16} F1 {2.0 * right / Math.Max(1, (2 * right) + wrong + missed):0.000}  right {right} wrong {wrong} missed {missed}");
    }
}
