using System.Diagnostics;
using System.Text;
using Digest.Core.Decoding.Html.Content;
using Digest.Core.Judging;

namespace Digest.Training;

/// <summary>
/// Trains the two judgements. The second learns from first judgements of pages that the first has not seen (four folds),
/// as it will meet them in use.
/// </summary>
internal sealed class Trainer(List<CorpusPage> pages, string modelFile)
{
    private const int Folds = 4;
    private static readonly int Width = BlockFeatures.Names.Count + RevisionFeatures.Names.Count;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public void Run()
    {
        foreach (var page in pages)
        {
            page.Rows = BlockFeatures.Of(page.Page.Outline, page.Page.Clues, Width);
        }

        var seen = pages.Where(p => !p.IsTest).ToList();
        var firstOptions = new BoostingOptions(Trees: 80, Depth: 5);
        var alone = Fit(seen, BlockFeatures.Names.Count, firstOptions);
        Say("first judgement trained");
        var first = new Dictionary<CorpusPage, float[]>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = Fit(seen.Where(p => p.Fold(Folds * 3) % Folds != fold).ToList(), BlockFeatures.Names.Count, firstOptions);
            var trees = Read(others);
            foreach (var page in seen.Where(p => p.Fold(Folds * 3) % Folds == fold))
            {
                first[page] = Judge(trees, page);
            }

            Say($"fold {fold}");
        }

        var final = Read(alone);
        foreach (var page in pages.Where(p => p.IsTest))
        {
            first[page] = Judge(final, page);
        }

        Scores.PrintHalves("first judgement (unseen)", pages, p => first[p].Select(x => x >= 0.5f).ToArray());
        foreach (var page in pages)
        {
            RevisionFeatures.Append(page.Page.Outline, page.Page.Clues, first[page], page.Rows, BlockFeatures.Names.Count);
        }

        var revised = Fit(seen, Width, new BoostingOptions(Trees: 100, Depth: 5));
        Say("second judgement trained");
        var second = Read(revised);
        var judged = pages.ToDictionary(p => p, p => Judge(second, p));
        foreach (var threshold in (float[])[0.3f, 0.4f, 0.45f, 0.5f, 0.55f, 0.6f])
        {
            Scores.PrintHalves($"second, {threshold:0.00}", pages, p => judged[p].Select(x => x >= threshold).ToArray());
        }

        var text = string.Join('|', BlockFeatures.Names.Concat(RevisionFeatures.Names)) + "\n0.45\n" + alone + revised;
        File.WriteAllText(modelFile, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Say($"written, {text.Length / 1024} KB");
    }

    private static float[] Judge(BoostedTrees trees, CorpusPage page) => page.Rows.Select(r => trees.Probability(r)).ToArray();

    public static BoostedTrees Read(string text)
    {
        using var reader = new StringReader(text);
        return BoostedTrees.Read(reader);
    }

    private static string Fit(List<CorpusPage> training, int width, BoostingOptions options) => new Boosting(
        training.SelectMany(p => p.Rows).Select(r => r[..width]).ToArray(),
        training.SelectMany(p => p.Labels).ToArray(),
        training.SelectMany(p => p.Weights).Select(w => (double)w).ToArray(),
        options).Train();

    private void Say(string what) => Console.WriteLine($"[{_watch.Elapsed.TotalSeconds,4:0} s] {what}");
}
