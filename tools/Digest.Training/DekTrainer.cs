using System.Text;
using System.Text.Json;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Boilerplate.Lines;
using Digest.Core.Decoding;
using Digest.Core.Decoding.Text;
using Digest.Core.Metadata;

namespace Digest.Training;

/// <summary>
/// Trains the model of standfirsts: whether the first paragraph under the title is one. Every text is shown twice, with its
/// standfirst under the title and without: essays with the one a person wrote, pages with the one they declare, and the
/// beginnings of essays in <c>standfirsts.jsonl</c>, essays as they are dropped with theirs. What else stands between the title and the text of a page is shown, too.
/// </summary>
internal sealed class DekTrainer(List<CorpusPage> pages, PastedPages pasted, List<WrittenEssay> written, string corpus, string essays, string modelFile)
{
    private const int Folds = 5;
    private const string Threshold = "0.75";
    private static readonly BoostingOptions Options = new(Trees: 400, Depth: 4, Rate: 0.03, MinWeight: 2, Penalty: 4, RowShare: 0.6, ColumnShare: 0.3);

    /// <summary>
    /// What pages declare was often written for search engines, and their texts are lists and advice; the essays are of few
    /// publishers, the beginnings of many.
    /// </summary>
    private static readonly Dictionary<Source, double> Weights = new() { [Source.Page] = 0.3, [Source.Essay] = 1, [Source.Beginning] = 3, [Source.Written] = 1 };

    private enum Source
    {
        Essay,
        Beginning,
        Page,
        Written,
    }

    /// <param name="From">Where the text comes from.</param>
    /// <param name="Fold">The fold of the text, below 15; every third number is kept for testing.</param>
    /// <param name="Row">The numbers.</param>
    /// <param name="IsDek">It is a standfirst.</param>
    private sealed record Case(Source From, int Fold, float[] Row, bool IsDek)
    {
        public bool IsTest => Fold % 3 == 0;
    }

    private sealed record TitledText(Source From, int Fold, string Title, string? Dek, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> UnderTitle);

    public void Run()
    {
        var cases = Essays().Concat(Beginnings()).Concat(Written()).Concat(Pages()).SelectMany(WholeAndCut).SelectMany(CasesOf).ToList();
        Console.WriteLine($"{cases.Count(c => c.IsDek)} standfirsts, {cases.Count(c => !c.IsDek)} other lines");
        var seen = cases.Where(c => !c.IsTest).ToList();
        var crossed = Enumerable.Range(0, Folds).Select(f => Trainer.Read(Fit(seen.Where(c => c.Fold / 3 != f).ToList()))).ToList();
        Print("not seen", seen, c => crossed[c.Fold / 3].Probability(c.Row));
        var all = Trainer.Read(Fit(seen));
        Print("test half", cases.Where(c => c.IsTest).ToList(), c => all.Probability(c.Row));
        File.WriteAllText(modelFile, $"{string.Join('|', DekFeatures.Names)}\n{Threshold}\n{Fit(cases)}", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private IEnumerable<TitledText> Essays()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Directory.GetFiles(essays, "*.json").Single()));
        return [.. json.RootElement.GetProperty("essays").EnumerateArray().Select((e, i) => new TitledText(
            Source.Essay,
            i % (3 * Folds),
            e.GetProperty("title").GetString()!,
            e.TryGetProperty("dek", out var dek) ? dek.GetString() : null,
            e.GetProperty("body").GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            []))];
    }

    private static IEnumerable<TitledText> Beginnings() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "standfirsts.jsonl"), Encoding.UTF8)
        .Select((line, i) =>
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement;
            return new TitledText(
                Source.Beginning,
                i % (3 * Folds),
                text.GetProperty("title").GetString()!,
                text.GetProperty("dek").GetString(),
                [.. text.GetProperty("paragraphs").EnumerateArray().Select(p => p.GetString()!)],
                []);
        });

    /// <summary>The essays of one writer stand in one fold, or among those kept for testing.</summary>
    private IEnumerable<TitledText> Written() => written.Select(e => new TitledText(Source.Written, (3 * (e.Set % Folds)) + (e.Set % 3), e.Title, e.Dek, e.Text, []));

    private IEnumerable<TitledText> Pages()
    {
        var decoder = new DocumentDecoder();
        foreach (var page in pages)
        {
            var raw = new RawEssay(page.File, File.ReadAllBytes(Path.Combine(corpus, "pages", page.File)), "text/html", DateTimeOffset.UnixEpoch);
            if (decoder.Decode(raw) is not DecodeResult.Decoded { Document: { Metadata: { Title: { } title } metadata } document })
            {
                continue;
            }

            var paragraphs = document.Blocks.Where(b => b.IsKept && b.Block.Kind is BlockKind.Paragraph or BlockKind.Heading or BlockKind.ListItem or BlockKind.Quote)
                .Select(b => b.Block.Text.ReplaceLineEndings(" ").Trim()).Where(t => t.Length > 0)
                .SkipWhile(t => PlainForm.Key(t) == PlainForm.Key(title) || PlainForm.Key(t) == PlainForm.Key(metadata.Dek ?? "")).ToList();
            yield return new TitledText(Source.Page, page.Fold(3 * Folds), title, metadata.Dek, paragraphs, pasted.UnderTitle(page));
        }
    }

    /// <summary>Whole texts are shown cut off, too: else a text of few paragraphs would tell that a person wrote its standfirst.</summary>
    private static IEnumerable<TitledText> WholeAndCut(TitledText text) =>
        text.Paragraphs.Count > DekFeatures.MostParagraphs ? [text, text with { Paragraphs = [.. text.Paragraphs.Take(DekFeatures.MostParagraphs)] }] : [text];

    private static IEnumerable<Case> CasesOf(TitledText text)
    {
        if (text.Paragraphs.Count < 3)
        {
            return [];
        }

        var others = text.UnderTitle.Where(line => !IsLike(line, text.Dek) && !text.Paragraphs.Take(3).Any(p => IsLike(line, p)));
        Case?[] cases = [CaseOf(text, null), IsWritten(text) ? CaseOf(text, text.Dek) : null, .. others.Select(line => CaseOf(text, line) is { } other ? other with { IsDek = false } : null)];
        return cases.OfType<Case>();
    }

    /// <summary>The first open line under the title, where it may be a standfirst.</summary>
    private static Case? CaseOf(TitledText text, string? above)
    {
        var decoded = PlainTextReader.Read(string.Join("\n\n", above is null ? text.Paragraphs : text.Paragraphs.Prepend(above)));
        var manuscript = new Manuscript(decoded.Blocks, RuleSet.Default);
        var first = manuscript.NextOpen(-1);
        return first >= 0 && !manuscript.Matches(first, RuleEffect.Strip) && manuscript.Forms[first].Words is >= DekFinder.ShortestDek and <= DekFinder.LongestDek
            && DekFeatures.Of(manuscript, new LineMeasures(manuscript), first, text.Title) is { } row
            ? new Case(text.From, text.Fold, row, above is not null)
            : null;
    }

    /// <summary>A standfirst that the text's beginning repeats is a machine's excerpt; one that stops in the middle, too.</summary>
    private static bool IsWritten(TitledText text) =>
        text.Dek is { } dek && PlainForm.CountWords(dek) is >= DekFinder.ShortestDek and <= DekFinder.LongestDek && !dek.EndsWith('…') && !dek.EndsWith("...", StringComparison.Ordinal)
        && PlainForm.Key(dek) is var key && !text.Paragraphs.Take(6).Any(p => PlainForm.Key(p).Contains(key, StringComparison.Ordinal));

    private static bool IsLike(string line, string? other)
    {
        var words = Tokens.Of(PlainForm.Key(line));
        var others = Tokens.Of(PlainForm.Key(other ?? "")).ToHashSet(StringComparer.Ordinal);
        return words.Count(others.Contains) * 2 > words.Length;
    }

    private static string Fit(List<Case> cases) => new Boosting(
        [.. cases.Select(c => c.Row)], [.. cases.Select(c => c.IsDek)], [.. cases.Select(c => Weights[c.From])], Options).Train();

    private static void Print(string name, List<Case> cases, Func<Case, float> judge)
    {
        foreach (var some in cases.GroupBy(c => c.From))
        {
            var deks = some.Where(c => c.IsDek).Select(judge).ToList();
            var others = some.Where(c => !c.IsDek).Select(judge).ToList();
            Console.WriteLine($"{some.Key} {name}: standfirsts found, other lines taken for one");
            foreach (var threshold in (float[])[0.5f, 0.6f, 0.7f, 0.75f, 0.8f, 0.9f])
            {
                var (right, wrong) = (deks.Count(p => p >= threshold), others.Count(p => p >= threshold));
                Console.WriteLine($"  {threshold:0.00}: {right} of {deks.Count} ({(double)right / Math.Max(1, deks.Count):0.00}), {wrong} of {others.Count} ({(double)wrong / Math.Max(1, others.Count):0.000})");
            }
        }
    }
}
