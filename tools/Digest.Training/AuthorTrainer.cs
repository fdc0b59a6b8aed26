using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Digest.Core.Decoding.Html.Content;
using Digest.Core.Decoding.Html.Declared;
using Digest.Core.Judging;

namespace Digest.Training;

/// <summary>Trains the model of authors: which of a page's candidates are the names people saw in its byline.</summary>
internal sealed partial class AuthorTrainer(List<CorpusPage> pages, string modelFile)
{
    private const float Threshold = 0.45f;

    private sealed record Case(CorpusPage Page, List<AuthorCandidate> Candidates, float[][] Rows, HashSet<string> Expected);

    public void Run()
    {
        var model = BlockModel.Shipped;
        var cases = pages.Select(p =>
        {
            var kept = model.Judge(p.Page.Outline, p.Page.Clues).Select(x => x >= model.Threshold).ToArray();
            var candidates = AuthorCandidates.Of(p.Page, kept);
            var title = p.Page.Clues.Headline < 0 ? p.Page.Head.Title : p.Page.Blocks[p.Page.Clues.Headline].Text;
            return new Case(p, candidates, AuthorFeatures.Of(candidates, PageMetadata.Site(p.Page.Head), title), Names(p.Byline));
        }).ToList();
        var reachable = cases.Count(c => c.Expected.Count > 0 && c.Expected.All(e => c.Candidates.Exists(x => Key(x.Name) == e)));
        Console.WriteLine($"bylines whose names are all among the candidates: {reachable} of {cases.Count(c => c.Expected.Count > 0)}");
        foreach (var c in cases.Where(c => c.Expected.Count > 0 && !c.Expected.All(e => c.Candidates.Exists(x => Key(x.Name) == e)) && !c.Page.IsTest).Take(50))
        {
            Console.WriteLine($"  {c.Page.File} {c.Page.Byline} <> {string.Join("; ", c.Candidates.Take(6).Select(x => x.Name))}");
        }

        var options = new BoostingOptions(Trees: 60, Depth: 4, Rate: 0.1, MinWeight: 2, Penalty: 2, RowShare: 0.8, ColumnShare: 0.6);
        var seen = cases.Where(c => !c.Page.IsTest).ToList();
        var text = Fit(seen, options);
        var trees = Trainer.Read(text);
        var crossed = new Dictionary<Case, BoostedTrees>();
        for (var fold = 0; fold < 4; fold++)
        {
            var foldTrees = Trainer.Read(Fit(seen.Where(c => c.Page.Fold(12) % 4 != fold).ToList(), options));
            seen.Where(c => c.Page.Fold(12) % 4 == fold).ToList().ForEach(c => crossed[c] = foldTrees);
        }

        foreach (var c in seen)
        {
            var chosen = PageAuthors.Choose(c.Candidates, c.Rows, crossed[c], Threshold).Select(x => x.Name).ToList();
            if (!chosen.Select(Key).ToHashSet(StringComparer.Ordinal).SetEquals(c.Expected))
            {
                Console.WriteLine($"  {c.Page.File} want [{c.Page.Byline}] got [{string.Join("; ", chosen)}]: {string.Join("; ", c.Candidates.Select((x, i) => $"{x.Name} {crossed[c].Probability(c.Rows[i]):0.00} {x.Signals} d{x.Distance}").Take(7))}");
            }
        }

        foreach (var threshold in (float[])[0.3f, 0.4f, Threshold, 0.5f])
        {
            Print($"{threshold:0.00} crossed", seen, c => crossed[c], threshold);
            Print($"{threshold:0.00} trained on", seen, _ => trees, threshold);
            Print($"{threshold:0.00} test half", cases.Where(c => c.Page.IsTest), _ => trees, threshold);
        }

        File.WriteAllText(modelFile, string.Join('|', AuthorFeatures.Names) + string.Create(CultureInfo.InvariantCulture, $"\n{Threshold}\n") + text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static string Fit(List<Case> cases, BoostingOptions options) => new Boosting(
        cases.SelectMany(c => c.Rows).ToArray(),
        cases.SelectMany(c => c.Candidates.Select(x => c.Expected.Contains(Key(x.Name)))).ToArray(),
        cases.SelectMany(c => c.Candidates.Select(_ => 1.0 / Math.Sqrt(c.Candidates.Count))).ToArray(),
        options).Train();

    private static void Print(string name, IEnumerable<Case> cases, Func<Case, BoostedTrees> trees, float threshold)
    {
        int right = 0, wrong = 0, missed = 0;
        foreach (var c in cases)
        {
            var chosen = PageAuthors.Choose(c.Candidates, c.Rows, trees(c), threshold).Select(x => Key(x.Name)).ToHashSet(StringComparer.Ordinal);
            var isRight = c.Expected.Count > 0 && chosen.SetEquals(c.Expected);
            right += isRight ? 1 : 0;
            missed += c.Expected.Count > 0 && !isRight ? 1 : 0;
            wrong += chosen.Count > 0 && !isRight ? 1 : 0;
        }

        Console.WriteLine($"authors {name,-16} F1 {2.0 * right / Math.Max(1, (2 * right) + wrong + missed):0.000}  right {right} wrong {wrong} missed {missed}");
    }

    private static HashSet<string> Names(string byline) => AuthorNames.Declared(byline).Select(Key).ToHashSet(StringComparer.Ordinal);

    private static string Key(string name) => NotWord().Replace(name.ToLowerInvariant(), "");

    [GeneratedRegex(@"[\W_]+|^dr\.? ", RegexOptions.NonBacktracking)]
    private static partial Regex NotWord();
}
