using System.Globalization;
using System.Text;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Judging;
using Digest.Core.Metadata;

namespace Digest.Training;

/// <summary>Trains the model of titles: which of the first lines of a pasted page, or of an essay as it is dropped, is its title.</summary>
internal sealed class TitleTrainer(List<CorpusPage> pages, PastedPages texts, List<WrittenEssay> written, string modelFile)
{
    private static readonly BoostingOptions Options = new(Trees: 800, Depth: 5, Rate: 0.02, MinWeight: 3, Penalty: 4, RowShare: 0.5, ColumnShare: 0.3);

    /// <summary>The made heads are many, and simpler than those of pages: at full weight titles at the top of pages are found less often.</summary>
    private const double WeightOfHeads = 0.6;

    /// <summary>The essays as they are dropped are few, and nearest to what will be dropped.</summary>
    private const double WeightOfWritten = 5;

    private readonly TitleFeatures _features = Features();

    /// <summary>Where a title stands: at the top, below other lines, in a head that was made for an essay, or anywhere in an essay as it is dropped.</summary>
    private enum Place
    {
        Top,
        Below,
        UnderHead,
        Written,
    }

    /// <param name="Fold">The fold that holds the text.</param>
    /// <param name="IsTest">It is kept for testing.</param>
    /// <param name="Candidates">The lines to choose from.</param>
    /// <param name="IsTitle">Which of them are the title.</param>
    /// <param name="First">The first line that reads as a title.</param>
    /// <param name="Place">Where the title stands.</param>
    private sealed record Case(int Fold, bool IsTest, TitleCandidates Candidates, bool[] IsTitle, int? First, Place Place);

    public void Run()
    {
        var cases = pages.SelectMany(p => texts.Of(p).Select(t => CaseOf(t, hasHead: false)).Concat(texts.WithHeads(p).Select(t => CaseOf(t, hasHead: true))))
            .Concat(written.Select(CaseOf)).Where(c => c.IsTitle.Contains(true)).ToList();
        Console.WriteLine($"{cases.Count} texts, {cases.Sum(c => c.Candidates.Rows.Length)} lines");
        var seen = cases.Where(c => !c.IsTest).ToList();
        var text = Fit(seen);
        var all = Trainer.Read(text);
        var crossed = Enumerable.Range(0, Folds).Select(fold => Trainer.Read(Fit(seen.Where(c => c.Fold != fold).ToList()))).ToList();
        Print("not seen", seen, c => crossed[c.Fold]);
        Print("test half", cases.Where(c => c.IsTest).ToList(), _ => all);
        File.WriteAllText(modelFile, string.Create(CultureInfo.InvariantCulture, $"{string.Join('|', TitleFeatures.Names)}\n0.5\n{Fit(cases)}"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private const int Folds = 4;

    private static TitleFeatures Features()
    {
        var vocabulary = RuleSet.Default.Vocabulary;
        var words = new AuthorWords(vocabulary);
        return new TitleFeatures(new BylineLineReader(vocabulary, new PersonNames(vocabulary), words), words);
    }

    private Case CaseOf(PastedPage text, bool hasHead) => CaseOf(text.Decode(), text.Title, text.Page.Fold(Folds * 3) % Folds, text.Page.IsTest, hasHead ? Place.UnderHead : null);

    /// <summary>The essays of one writer stand in one fold, or among those kept for testing.</summary>
    private Case CaseOf(WrittenEssay essay) => CaseOf(essay.Decode(), essay.Title, essay.Set % Folds, essay.Set % 3 == 0, Place.Written);

    private Case CaseOf(DecodedDocument document, string title, int fold, bool isTest, Place? place)
    {
        var manuscript = new Manuscript(document.Blocks, RuleSet.Default);
        Masthead.Strip(manuscript);
        var candidates = _features.Of(manuscript);
        var key = PlainForm.Key(title);
        bool IsTitle(int line) => manuscript.Forms[line].Key == key;
        return new Case(fold, isTest, candidates, [.. candidates.All.Select(candidate => IsTitle(candidate.Line))], TitleReader.FirstLine(manuscript), place ?? (candidates.All.Count > 0 && IsTitle(0) ? Place.Top : Place.Below));
    }

    private static string Fit(List<Case> cases) => new Boosting(
        cases.SelectMany(c => c.Candidates.Rows).ToArray(), cases.SelectMany(c => c.IsTitle).ToArray(), cases.SelectMany(c => c.Candidates.Rows.Select(_ => WeightOf(c.Place))).ToArray(), Options).Train();

    private static double WeightOf(Place place) => place switch
    {
        Place.UnderHead => WeightOfHeads,
        Place.Written => WeightOfWritten,
        _ => 1,
    };

    private static void Print(string name, List<Case> cases, Func<Case, BoostedTrees> trees)
    {
        foreach (var place in Enum.GetValues<Place>())
        {
            var some = cases.Where(c => c.Place == place).ToList();
            var right = some.Count(c => TitleReader.Choose(c.Candidates, trees(c).Probabilities(c.Candidates.Rows), c.First) is { } line && Enumerable.Range(0, c.IsTitle.Length).Any(at => c.IsTitle[at] && c.Candidates.All[at].Line == line));
            Console.WriteLine($"titles {place,-10} {name,-10} {right} of {some.Count} {(double)right / Math.Max(1, some.Count):0.000}");
        }
    }
}
