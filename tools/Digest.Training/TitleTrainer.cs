using System.Globalization;
using System.Text;
using Digest.Core.Boilerplate;
using Digest.Core.Judging;
using Digest.Core.Metadata;

namespace Digest.Training;

/// <summary>Trains the model of titles: which of the first lines of a pasted page is its title.</summary>
internal sealed class TitleTrainer(List<CorpusPage> pages, PastedPages texts, string modelFile)
{
    private static readonly BoostingOptions Options = new(Trees: 800, Depth: 5, Rate: 0.02, MinWeight: 3, Penalty: 4, RowShare: 0.5, ColumnShare: 0.3);

    /// <summary>The made heads are many, and simpler than those of pages: at full weight titles at the top of pages are found less often.</summary>
    private const double WeightOfHeads = 0.6;

    private readonly TitleFeatures _features = Features();

    /// <summary>Where a title stands: at the top, below other lines, or in a head that was made for an essay.</summary>
    private enum Place
    {
        Top,
        Below,
        UnderHead,
    }

    /// <param name="Page">The page whose frame stands around the text.</param>
    /// <param name="Candidates">The lines to choose from.</param>
    /// <param name="IsTitle">Which of them are the title.</param>
    /// <param name="First">The first line that reads as a title.</param>
    /// <param name="Place">Where the title stands.</param>
    private sealed record Case(CorpusPage Page, TitleCandidates Candidates, bool[] IsTitle, int? First, Place Place);

    public void Run()
    {
        var cases = pages.SelectMany(p => texts.Of(p).Select(t => CaseOf(t, hasHead: false)).Concat(texts.WithHeads(p).Select(t => CaseOf(t, hasHead: true)))).Where(c => c.IsTitle.Contains(true)).ToList();
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

    private Case CaseOf(PastedPage page, bool hasHead)
    {
        var manuscript = new Manuscript(page.Decode().Blocks, RuleSet.Default);
        Masthead.Strip(manuscript);
        var candidates = _features.Of(manuscript);
        var key = PlainForm.Key(page.Title);
        bool IsTitle(int line) => manuscript.Forms[line].Key == key;
        return new Case(page.Page, candidates, [.. candidates.Lines.Select(IsTitle)], TitleReader.FirstLine(manuscript), hasHead ? Place.UnderHead : candidates.Lines.Count > 0 && IsTitle(0) ? Place.Top : Place.Below);
    }

    private static string Fit(List<Case> cases) => new Boosting(
        cases.SelectMany(c => c.Candidates.Rows).ToArray(), cases.SelectMany(c => c.IsTitle).ToArray(), cases.SelectMany(c => c.Candidates.Rows.Select(_ => c.Place == Place.UnderHead ? WeightOfHeads : 1)).ToArray(), Options).Train();

    private static void Print(string name, List<Case> cases, Func<Case, BoostedTrees> trees)
    {
        foreach (var place in Enum.GetValues<Place>())
        {
            var some = cases.Where(c => c.Place == place).ToList();
            var right = some.Count(c => TitleReader.Choose(c.Candidates, trees(c).Probabilities(c.Candidates.Rows), c.First) is { } line && c.Candidates.Lines.IndexOf(line) is >= 0 and var at && c.IsTitle[at]);
            Console.WriteLine($"titles {place,-10} {name,-10} {right} of {some.Count} {(double)right / Math.Max(1, some.Count):0.000}");
        }
    }
}
