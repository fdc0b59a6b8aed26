using System.Diagnostics;
using System.Globalization;
using Digest.Core.Decoding.Html.Content;
using Digest.Training;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var commands = new Dictionary<string, (string Arguments, Action<string[]> Run)>(StringComparer.Ordinal)
{
    ["train"] = ("CORPUS KEPT-APART MODEL-FILE", a => new Trainer(Pages(a[0], KeptApart(a[1])), a[2]).Run()),
    ["train-authors"] = ("CORPUS KEPT-APART MODEL-FILE", a => new AuthorTrainer(Pages(a[0], KeptApart(a[1])), a[2]).Run()),
    ["train-dates"] = ("CORPUS KEPT-APART MODEL-FILE", a => new DateTrainer(Pages(a[0], KeptApart(a[1])), a[2]).Run()),
    ["train-titles"] = ("CORPUS ESSAYS WRITTEN-ESSAYS MODEL-FILE", a => new TitleTrainer(Pages(a[0], keptApart: 0), new PastedPages(a[0], a[1]), WrittenEssays.Load(a[2]), a[3]).Run()),
    ["train-lines"] = ("CORPUS ESSAYS WRITTEN-ESSAYS MODEL-FILE WORDS-FILE", a => new LineTrainer(Pages(a[0], keptApart: 0), new PastedPages(a[0], a[1]), WrittenEssays.Load(a[2]), a[3], a[4]).Run()),
    ["train-deks"] = ("CORPUS ESSAYS WRITTEN-ESSAYS MODEL-FILE", a => new DekTrainer(Pages(a[0], keptApart: 0), new PastedPages(a[0], a[1]), WrittenEssays.Load(a[2]), a[0], a[1], a[3]).Run()),
    ["train-summary"] = ("CORPUS SENTENCE-WEIGHTS WORD-WEIGHTS", a => new SummaryTrainer(a[0], a[1], a[2]).Run()),
    ["measure"] = ("CORPUS", a => Measure(Pages(a[0], keptApart: 0))),
};

if (args.Length == 0 || !commands.TryGetValue(args[0], out var command) || args.Length - 1 != command.Arguments.Split(' ').Length)
{
    Console.Error.WriteLine("usage:\n" + string.Join('\n', commands.Select(c => $"  {c.Key} {c.Value.Arguments}")));
    return 2;
}

command.Run(args[1..]);
return 0;

// "0", "1" or "2" for a third of the pages, "none" for the weights that ship.
static int? KeptApart(string part) => part == "none" ? null : int.Parse(part, CultureInfo.InvariantCulture);

static List<CorpusPage> Pages(string corpus, int? keptApart)
{
    var watch = Stopwatch.StartNew();
    var pages = Corpus.Load(corpus, keptApart);
    Console.WriteLine($"{pages.Count} pages, {pages.Sum(p => p.Labels.Length)} blocks, read in {watch.Elapsed.TotalSeconds:0} s");
    Scores.Print("best choice of blocks", pages, p => p.Labels);
    return pages;
}

static void Measure(List<CorpusPage> pages)
{
    var model = BlockModel.Shipped;
    Scores.PrintHalves("shipped model", pages, p => model.Judge(p.Page.Outline, p.Page.Clues).Select(x => x >= model.Threshold).ToArray());
}
