using Digest.Core.Boilerplate;
using Digest.Core.Decoding.Html.Content;

namespace Digest.Training;

/// <summary>The visible lines of a page, cut at its title, the beginning and the end of its article.</summary>
internal sealed class PageFrame
{
    private const Hints NeverCopied = Hints.Hidden | Hints.NoScript | Hints.ScreenReader | Hints.Dialog | Hints.Cookie;
    private readonly List<string> _lines;
    private readonly int _title;
    private readonly int _first;
    private readonly int _last;

    public PageFrame(CorpusPage page, string title)
    {
        var blocks = page.Page.Blocks;
        var visible = Enumerable.Range(0, blocks.Count)
            .Where(i => blocks[i].Text.Trim().Length > 0 && (page.Page.Outline.All(blocks[i].FirstNode) & NeverCopied) == Hints.None).ToList();
        _lines = visible.ConvertAll(i => blocks[i].Text.ReplaceLineEndings(" ").Trim());
        var key = PlainForm.Key(title);
        _title = key.Length == 0 ? -1 : _lines.FindIndex(l => PlainForm.Key(l) == key);
        _first = visible.FindIndex(i => page.Labels[i]);
        _last = visible.FindLastIndex(i => page.Labels[i]);
    }

    public bool IsWhole => _title >= 0 && _first >= 0 && _title <= _first + 3;

    private int FirstLine => Math.Min(_title, _first);

    public IEnumerable<string> Text => _lines.Skip(FirstLine).Take(_last + 1 - FirstLine);

    public IEnumerable<string> UnderTitle => _lines.Skip(_title + 1).Take(Math.Clamp(_first - _title - 1, 0, 6));

    public IEnumerable<string> Top(int lines) => _lines.Take(Math.Min(FirstLine, lines));

    public IEnumerable<string> Above(int lines) => _lines.Skip(Math.Max(0, FirstLine - lines)).Take(Math.Min(FirstLine, lines));

    public IEnumerable<string> Below(int lines) => _lines.Skip(_last + 1).Take(lines);
}
