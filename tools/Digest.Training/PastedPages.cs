using System.Text;
using System.Text.Json;
using Digest.Core.Decoding;
using Digest.Core.Decoding.Text;

namespace Digest.Training;

/// <summary>A page as somebody pastes it into a text file: its lines from somewhere above the title to somewhere below the end.</summary>
/// <param name="Page">The page whose frame stands around the text.</param>
/// <param name="Title">The title.</param>
/// <param name="Expected">The words of the text without its frame.</param>
/// <param name="Text">The file.</param>
/// <param name="IsEssay">An essay of the other corpus stands in the page's frame.</param>
internal sealed record PastedPage(CorpusPage Page, string Title, string[] Expected, string Text, bool IsEssay)
{
    /// <summary>The file's blocks.</summary>
    public DecodedDocument Decode() => PlainTextReader.Read(Text);
}

/// <summary>
/// Makes texts without markup out of the pages of a corpus: each page with more or less of its frame, and essays of another
/// corpus in the frames of the pages, because pages are mostly lists and advice, and editors drop essays.
/// </summary>
internal sealed class PastedPages
{
    /// <summary>How many lines are pasted above the title and below the end, in turn, and what divides them.</summary>
    private static readonly (int Above, int Below, string Break)[] Cuts =
        [(0, 0, "\n\n"), (0, 6, "\n"), (1, 3, "\n\n"), (3, 12, "\n\n"), (6, 20, "\n"), (12, 40, "\n\n"), (30, 80, "\n\n")];

    private readonly Dictionary<string, string> _titles;
    private readonly List<CorpusEssay> _essays;

    /// <param name="pages">Folder of pages: one <c>.jsonl</c> file of <c>{file, title}</c>.</param>
    /// <param name="essays">Folder of essays: one <c>.json</c> file of <c>{essays: [{title, dek, body}]}</c>, the body a line a paragraph; a third is kept for testing.</param>
    public PastedPages(string pages, string essays)
    {
        _titles = File.ReadLines(Directory.GetFiles(pages, "*.jsonl").Single(), Encoding.UTF8).Where(l => l.Length > 0)
            .Select(l => JsonDocument.Parse(l).RootElement)
            .ToDictionary(e => e.GetProperty("file").GetString()!, e => e.TryGetProperty("title", out var title) ? title.GetString() ?? "" : "", StringComparer.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllBytes(Directory.GetFiles(essays, "*.json").Single()));
        _essays = [.. json.RootElement.GetProperty("essays").EnumerateArray()
            .Select(e => new CorpusEssay(e.GetProperty("title").GetString()!, e.TryGetProperty("dek", out var dek) ? dek.GetString() ?? "" : "", e.GetProperty("body").GetString()!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            .Where((_, i) => i % 3 != 2)];
    }

    /// <summary>The texts made of one page; none where its title stands nowhere near its text.</summary>
    public IEnumerable<PastedPage> Of(CorpusPage page)
    {
        var frame = new PageFrame(page, _titles[page.File]);
        if (!frame.IsWhole)
        {
            yield break;
        }

        var essays = _essays.Where((_, i) => (i % 12) == page.Fold(12)).ToList();
        for (var c = 0; c < Cuts.Length; c++)
        {
            var (above, below, between) = Cuts[c];
            yield return new PastedPage(page, _titles[page.File], page.Expected, string.Join(between, frame.Above(above).Concat(frame.Text).Concat(frame.Below(below))), IsEssay: false);
            var (title, _, lines) = essays[(page.Fold(essays.Count * 5) + c) % essays.Count];
            var text = frame.Above(above).Append(title).Concat(above > 0 ? frame.UnderTitle : []).Concat(lines).Concat(frame.Below(below));
            yield return new PastedPage(page, title, Tokens.Of(string.Join('\n', lines)), string.Join(between, text), IsEssay: true);
        }
    }

    /// <summary>What stands between a page's title and its text.</summary>
    public IReadOnlyList<string> UnderTitle(CorpusPage page) => new PageFrame(page, _titles[page.File]) is { IsWhole: true } frame ? [.. frame.UnderTitle] : [];

    /// <summary>The essays once more, under heads as sites print them.</summary>
    public IEnumerable<PastedPage> WithHeads(CorpusPage page)
    {
        var frame = new PageFrame(page, _titles[page.File]);
        if (!frame.IsWhole)
        {
            yield break;
        }

        var essays = _essays.Where((_, i) => (i % 12) == page.Fold(12)).ToList();
        for (var h = 0; h < PastedHead.All.Count; h++)
        {
            var essay = essays[(page.Fold(essays.Count * 7) + h) % essays.Count];
            yield return PastedHead.All[h].On(essay, page, frame, turn: h);
        }
    }
}
