using Digest.Core.Judging;

namespace Digest.Core.Decoding.Html.Content;

/// <content>What stands before and after a block, and under which heading it stands.</content>
internal sealed partial class BlockFeatures
{
    private void DescribeNeighbours(int b)
    {
        foreach (var offset in (ReadOnlySpan<int>)[-2, -1, 1, 2])
        {
            var n = b + offset;
            var isThere = n >= 0 && n < _outline.Blocks.Count;
            var name = Label("", Math.Abs(offset), offset < 0 ? " before: " : " after: ");
            Add(Label(name, "words"), isThere ? Log(_outline.Measures[n].Words) : -1);
            Add(Label(name, "link share"), isThere ? Share(_outline.Blocks[n].LinkLetters, _outline.Blocks[n].Letters) : -1);
            Add(Label(name, "kind"), isThere ? (float)_outline.Blocks[n].Kind : -1);
            if (Math.Abs(offset) == 1)
            {
                Add(Label(name, "prose"), isThere && _outline.IsProse[n]);
                Add(Label(name, "same look"), isThere && _clues.Look(n) == _clues.Look(b));
                Add(Label(name, "same parent"), isThere && _outline.Page[_outline.Blocks[n].Container].Parent == _outline.Page[_outline.Blocks[b].Container].Parent);
            }
        }

        foreach (var reach in (ReadOnlySpan<int>)[4, 12])
        {
            var (from, to) = (Math.Max(0, b - reach), Math.Min(_outline.Blocks.Count, b + reach + 1));
            Add(Label("prose in ", reach, " before"), Log(_outline.ProseBefore(b) - _outline.ProseBefore(from)));
            Add(Label("prose in ", reach, " after"), Log(_outline.ProseBefore(to) - _outline.ProseBefore(Math.Min(b + 1, to))));
        }
    }

    private void DescribeSection(int b)
    {
        var heading = _clues.HeadingOf(b);
        Add("blocks since heading", heading < 0 ? -1 : Math.Min(30, b - heading));
        Add("heading level", heading < 0 ? 0 : _outline.Blocks[heading].Level);
        Add("heading words", heading < 0 ? 0 : Log(_outline.Measures[heading].Words));
        Span<float> themes = stackalloc float[WordHints.Themes];
        if (heading >= 0 && _outline.Measures[heading].Words <= 12)
        {
            WordHints.Count(_outline.Blocks[heading].Text, themes);
        }

        foreach (var t in (ReadOnlySpan<int>)[1, 3, 5, 7, 10, 11, 13])
        {
            Add(Label("heading about ", WordHints.Names[t]), themes[t]);
        }

        var next = _clues.HeadingAfter(b);
        Add("prose to next heading", Log(_outline.ProseBefore(next) - _outline.ProseBefore(b)));
    }
}
