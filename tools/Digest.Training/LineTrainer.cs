using System.Globalization;
using System.Text;
using Digest.Core.Boilerplate;
using Digest.Core.Boilerplate.Lines;
using Digest.Core.Essays;
using Digest.Core.Judging;

namespace Digest.Training;

/// <summary>Trains the judgement of the lines of pasted pages that no rule knows: which of them are the article.</summary>
internal sealed class LineTrainer(List<CorpusPage> pages, PastedPages texts, string modelFile)
{
    private const int Folds = 4;
    private static readonly BoostingOptions Options = new(Trees: 120, Depth: 5, Rate: 0.08, MinWeight: 3, Penalty: 5, RowShare: 0.6, ColumnShare: 0.3);
    private readonly EssayReader _reader = new(RuleSet.Default);

    /// <summary>A text after the rules: its open lines, their numbers, and whether they are the article's.</summary>
    private sealed record Case(PastedPage Text, Manuscript Manuscript, List<int> Open, float[][] Rows, bool[] IsArticle);

    public void Run()
    {
        var cases = pages.SelectMany(texts.Of).Select(CaseOf).ToList();
        Console.WriteLine($"{cases.Count} texts with {cases.Sum(c => c.Open.Count)} lines that no rule strips");
        var seen = cases.Where(c => !c.Text.Page.IsTest).ToList();
        var crossed = Enumerable.Range(0, Folds).Select(fold => Trainer.Read(Fit(seen.Where(c => c.Text.Page.Fold(Folds * 3) % Folds != fold)))).ToList();
        Print("not seen", seen, c => crossed[c.Text.Page.Fold(Folds * 3) % Folds]);
        var half = Trainer.Read(Fit(seen));
        Print("test half", cases.Where(c => c.Text.Page.IsTest).ToList(), _ => half);
        File.WriteAllText(modelFile, $"{string.Join('|', LineFeatures.Names)}\n0.5\n{Fit(cases)}", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private Case CaseOf(PastedPage text)
    {
        var manuscript = _reader.Review(text.Decode()).Manuscript;
        var (labels, _) = Labelling.Of([.. manuscript.Blocks.Select(b => b.Text)], text.Expected);
        var rows = LineFeatures.Of(manuscript);
        var open = Enumerable.Range(0, labels.Length).Where(i => rows[i] is not null).ToList();
        return new Case(text, manuscript, open, [.. open.Select(i => rows[i]!)], [.. open.Select(i => labels[i])]);
    }

    private static string Fit(IEnumerable<Case> cases)
    {
        var all = cases.ToList();
        var rows = all.SelectMany(c => c.Rows).ToArray();
        return new Boosting(rows, all.SelectMany(c => c.IsArticle).ToArray(), Array.ConvertAll(rows, _ => 1.0), Options).Train();
    }

    private static void Print(string name, List<Case> cases, Func<Case, BoostedTrees> trees)
    {
        foreach (var (what, some) in (ReadOnlySpan<(string, List<Case>)>)[("pages", cases.FindAll(c => !c.Text.IsEssay)), ("essays", cases.FindAll(c => c.Text.IsEssay))])
        {
            int strangers = 0, gone = 0, lines = 0, lost = 0, prose = 0, lostProse = 0;
            foreach (var c in some)
            {
                var leave = LineReview.Choose(c.Manuscript, c.Open, trees(c).Probabilities(c.Rows)).ToHashSet();
                for (var o = 0; o < c.Open.Count; o++)
                {
                    var leaves = leave.Contains(o) ? 1 : 0;
                    strangers += c.IsArticle[o] ? 0 : 1;
                    gone += c.IsArticle[o] ? 0 : leaves;
                    var isProse = c.Manuscript.Forms[c.Open[o]].IsProse;
                    (lines, lost) = c.IsArticle[o] && !isProse ? (lines + 1, lost + leaves) : (lines, lost);
                    (prose, lostProse) = c.IsArticle[o] && isProse ? (prose + 1, lostProse + leaves) : (prose, lostProse);
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, {what}: {gone} of {strangers} strangers leave; of the article {lost} of {lines} short lines and {lostProse} of {prose} paragraphs"));
        }
    }
}
