using System.Diagnostics;
using System.Globalization;
using Digest.Core.Decoding.Html.Content;
using Digest.Training;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length < (args.FirstOrDefault() switch { "train-lines" => 6, "train-summary" or "train-titles" or "train-deks" => 4, _ => 2 }) || args[0] is not ("train" or "train-authors" or "train-dates" or "train-titles" or "train-lines" or "train-deks" or "measure" or "train-summary"))
{
    Console.Error.WriteLine("usage: train CORPUS MODEL-FILE | train-authors CORPUS MODEL-FILE | train-dates CORPUS MODEL-FILE | train-titles CORPUS ESSAYS MODEL-FILE | train-lines CORPUS ESSAYS WRITTEN-ESSAYS MODEL-FILE WORDS-FILE | train-deks CORPUS ESSAYS MODEL-FILE | measure CORPUS | train-summary CORPUS SENTENCE-WEIGHTS WORD-WEIGHTS");
    return 2;
}

if (args[0] == "train-summary")
{
    new SummaryTrainer(args[1], args[2], args[3]).Run();
    return 0;
}

var watch = Stopwatch.StartNew();
var pages = Corpus.Load(args[1]);
Console.WriteLine($"{pages.Count} pages, {pages.Sum(p => p.Labels.Length)} blocks, read in {watch.Elapsed.TotalSeconds:0} s");
Scores.Print("best choice of blocks", pages, p => p.Labels);
if (args[0] == "measure")
{
    var model = BlockModel.Shipped;
    Scores.PrintHalves("shipped model", pages, p => model.Judge(p.Page.Outline, p.Page.Clues).Select(x => x >= model.Threshold).ToArray());
    return 0;
}

if (args[0] == "train-authors")
{
    new AuthorTrainer(pages, args[2]).Run();
    return 0;
}

if (args[0] == "train-dates")
{
    new DateTrainer(pages, args[2]).Run();
    return 0;
}

if (args[0] == "train-titles")
{
    new TitleTrainer(pages, new PastedPages(args[1], args[2]), args[3]).Run();
    return 0;
}

if (args[0] == "train-deks")
{
    new DekTrainer(pages, new PastedPages(args[1], args[2]), args[1], args[2], args[3]).Run();
    return 0;
}

if (args[0] == "train-lines")
{
    new LineTrainer(pages, new PastedPages(args[1], args[2]), WrittenEssays.Load(args[3]), args[4], args[5]).Run();
    return 0;
}

var training = new Trainer(pages, args[2]);
training.Run();
return 0;
