using System.Globalization;
using System.Text;
using Digest.Core.Boilerplate;
using Digest.Core.Boilerplate.Lines;
using Digest.Core.Essays;
using Digest.Core.Judging;

namespace Digest.Training;

/// <summary>
/// Trains the judgement of the lines of pasted pages that no rule knows: the weights of their words, then the trees. The trees
/// learn from lines whose words were weighed without them (four folds), as they will meet them in use.
/// </summary>
internal sealed class LineTrainer(List<CorpusPage> pages, PastedPages texts, List<WrittenEssay> written, string modelFile, string wordsFile)
{
    private const int Folds = 4;

    /// <summary>Each written essay is read with all rules and so many times with half of them.</summary>
    private const int HalfKnown = 4;

    /// <summary>Of the many texts made of a page so many are enough to learn its words.</summary>
    private const int WordsOfEach = 4;

    private const double WrittenWeight = 2;
    private const double WrittenWordWeight = 8;
    private static readonly BoostingOptions Options = new(Trees: 120, Depth: 5, Rate: 0.08, MinWeight: 3, Penalty: 5, RowShare: 0.6, ColumnShare: 0.3);

    public void Run()
    {
        var cases = Pasted().Concat(Written()).ToList();
        Console.WriteLine($"{cases.Count} texts");
        var crossedWords = Enumerable.Range(0, Folds).Select(fold => Words(cases.Where(c => c.Fold != fold))).ToList();
        var rows = cases.ConvertAll(c => c.Describe(Read(crossedWords[c.Fold])));
        var crossed = Enumerable.Range(0, Folds).Select(fold => Trainer.Read(Fit(rows.Where(r => r.Case.Fold != fold && !r.Case.IsTest)))).ToList();
        Print("not seen", rows.FindAll(r => !r.Case.IsTest), r => crossed[r.Case.Fold]);
        var words = Read(Words(cases.Where(c => !c.IsTest)));
        var half = Trainer.Read(Fit(rows.Where(r => !r.Case.IsTest)));
        Print("test half", cases.FindAll(c => c.IsTest).ConvertAll(c => c.Describe(words)), _ => half);
        Write(wordsFile, Words(cases));
        Write(modelFile, $"{string.Join('|', LineFeatures.Names)}\n0.5\n{Fit(rows)}");
    }

    private IEnumerable<LineCase> Pasted()
    {
        var reader = new EssayReader(RuleSet.Default);
        foreach (var text in pages.SelectMany(texts.Of))
        {
            var manuscript = reader.Review(text.Decode()).Manuscript;
            var (labels, _) = Labelling.Of([.. manuscript.Blocks.Select(b => b.Text)], text.Expected);
            yield return new LineCase(text.IsEssay ? LineSource.FramedEssay : LineSource.Page, pages.IndexOf(text.Page), text.Page.Fold(Folds * 3) % Folds, text.Page.IsTest, manuscript, [.. labels.Select(l => (bool?)l)]);
        }
    }

    private IEnumerable<LineCase> Written()
    {
        var readers = Enumerable.Range(0, 1 + HalfKnown).Select(draw => new EssayReader(draw == 0 ? RuleSet.Default : RuleSet.Default.Where(r => r.Effect != RuleEffect.Strip || IsKnown(r, draw)))).ToList();
        foreach (var (number, essay) in written.Index())
        {
            for (var draw = 0; draw < readers.Count; draw++)
            {
                var manuscript = readers[draw].Review(essay.Decode()).Manuscript;
                yield return new LineCase(draw == 0 ? LineSource.WrittenEssay : LineSource.WrittenEssayHalfKnown, pages.Count + number, essay.Set % Folds, IsTest: false, manuscript, essay.Labels(manuscript));
            }
        }
    }

    /// <summary>Draws 1 and 2 know what the other does not, and so do 3 and 4.</summary>
    private static bool IsKnown(Rule rule, int draw) => ((CorpusPage.Hash(rule.Id) >> (7 * ((draw + 1) / 2))) & 1) == (draw % 2);

    private static string Words(IEnumerable<LineCase> cases) => TermRegression.Fit(
        [.. cases.Where((c, i) => c.Source == LineSource.WrittenEssay || (!c.IsWritten && i % WordsOfEach == 0)).SelectMany(c => c.TermLines(c.IsWritten ? WrittenWordWeight : 1))]);

    private static string Fit(IEnumerable<LineRows> cases)
    {
        var all = cases.ToList();
        return new Boosting(
            [.. all.SelectMany(c => c.Rows)],
            [.. all.SelectMany(c => c.IsArticle)],
            [.. all.SelectMany(c => Enumerable.Repeat(c.Case.IsWritten ? WrittenWeight : 1, c.Rows.Length))],
            Options).Train();
    }

    private static FrameVocabulary Read(string words) => FrameVocabulary.Read(new StringReader(words));

    private static void Write(string file, string text) => File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private static void Print(string name, List<LineRows> cases, Func<LineRows, BoostedTrees> trees)
    {
        foreach (var some in cases.GroupBy(c => c.Case.Source))
        {
            int strangers = 0, gone = 0, lines = 0, lost = 0, prose = 0, lostProse = 0;
            foreach (var c in some)
            {
                var m = c.Case.Manuscript;
                var leave = LineReview.Choose(m, c.Open, trees(c).Probabilities(c.Rows)).ToHashSet();
                for (var o = 0; o < c.Open.Count; o++)
                {
                    var leaves = leave.Contains(o) ? 1 : 0;
                    strangers += c.IsArticle[o] ? 0 : 1;
                    gone += c.IsArticle[o] ? 0 : leaves;
                    var isProse = m.Forms[c.Open[o]].IsProse;
                    (lines, lost) = c.IsArticle[o] && !isProse ? (lines + 1, lost + leaves) : (lines, lost);
                    (prose, lostProse) = c.IsArticle[o] && isProse ? (prose + 1, lostProse + leaves) : (prose, lostProse);
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, {some.Key}: {gone} of {strangers} strangers leave; of the article {lost} of {lines} short lines and {lostProse} of {prose} paragraphs"));
        }
    }
}
