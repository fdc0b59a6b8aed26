using System.Globalization;
using System.Text;
using Digest.Core.Boilerplate;
using Digest.Core.Judging;
using Digest.Core.Metadata;

namespace Digest.Training;

/// <summary>Trains the model of titles: which of the first lines of a pasted page is its title.</summary>
internal sealed class TitleTrainer(List<CorpusPage> pages, PastedPages texts, string modelFile)
{
    private static readonly BoostingOptions Options = new(Trees: 600, Depth: 5, Rate: 0.025, MinWeight: 3, Penalty: 4, RowShare: 0.5, ColumnShare: 0.3);

    private readonly TitleFeatures _features = Features();

    /// <param name="Page">The page whose frame stands around the text.</param>
    /// <param name="Candidates">The lines to choose from.</param>
    /// <param name="IsTitle">Which of them are the title.</param>
    /// <param name="First">The first line that reads as a title.</param>
    /// <param name="IsBare">The title stands at the top.</param>
    private sealed record Case(CorpusPage Page, TitleCandidates Candidates, bool[] IsTitle, int? First, bool IsBare);

    public void Run()
    {
        var cases = pages.SelectMany(texts.Of).Select(CaseOf).Where(c => c.IsTitle.Contains(true)).ToList();
        Console.WriteLine($"{cases.Count} texts, {cases.Sum(c => c.Candidates.Rows.Length)} lines");
        var seen = cases.Where(c => !c.Page.IsTest).ToList();
        var text = Fit(seen);
        var all = Trainer.Read(text);
        var crossed = Enumerable.Range(0, Folds).Select(fold => Trainer.Read(Fit(seen.Where(c => c.Page.Fold(Folds * 3) % Folds != fold).ToList()))).ToList();
        Print("not seen", seen, c => crossed[c.Page.Fold(Folds * 3) % Folds]);
        Print("test half", cases.Where(c => c.Page.IsTest).ToList(), _ => all);
        File.WriteAllText(modelFile, string.Create(CultureInfo.InvariantCulture, $"{string.Join('|', TitleFeatures.Names)}\n0.5\n{Fit(cases)}"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private const int Folds = 4;

    private static TitleFeatures Features()
    {
        var vocabulary = RuleSet.Default.Vocabulary;
        var words = new AuthorWords(vocabulary);
        return new TitleFeatures(new BylineLineReader(vocabulary, new PersonNames(vocabulary), words), words);
    }

    private Case CaseOf(PastedPage page)
    {
        var manuscript = new Manuscript(page.Decode().Blocks, RuleSet.Default);
        var candidates = _features.Of(manuscript);
        var key = PlainForm.Key(page.Title);
        bool IsTitle(int line) => manuscript.Forms[line].Key == key;
        return new Case(page.Page, candidates, [.. candidates.Lines.Select(IsTitle)], TitleReader.FirstLine(manuscript), candidates.Lines.Count > 0 && IsTitle(0));
    }

    private static string Fit(List<Case> cases) => new Boosting(
        cases.SelectMany(c => c.Candidates.Rows).ToArray(), cases.SelectMany(c => c.IsTitle).ToArray(), cases.SelectMany(c => c.Candidates.Rows.Select(_ => 1.0)).ToArray(), Options).Train();

    private static void Print(string name, List<Case> cases, Func<Case, BoostedTrees> trees)
    {
        foreach (var isBare in (bool[])[true, false])
        {
            var some = cases.Where(c => c.IsBare == isBare).ToList();
            var right = some.Count(c => TitleReader.Choose(c.Candidates, trees(c).Probabilities(c.Candidates.Rows), c.First) is { } line && c.Candidates.Lines.IndexOf(line) is >= 0 and var at && c.IsTitle[at]);
            Console.WriteLine($"titles {(isBare ? "at the top" : "below other lines"),-18} {name,-10} {right} of {some.Count} {(double)right / Math.Max(1, some.Count):0.000}");
        }
    }
}
