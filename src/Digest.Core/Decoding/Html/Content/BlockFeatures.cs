using System.Numerics;
using Digest.Core.Blocks;
using Digest.Core.Judging;

namespace Digest.Core.Decoding.Html.Content;

/// <summary>
/// Describes each block of a page by numbers: its words, its links, the elements around it, its neighbours, and its place
/// on the page. The numbers are what the model of <see cref="BlockModel"/> decides by.
/// </summary>
internal sealed partial class BlockFeatures
{
    private const int Near = 3;
    private readonly PageOutline _outline;
    private readonly PageClues _clues;
    private readonly List<string>? _names;
    private float[] _row = [];
    private int _next;

    private BlockFeatures(PageOutline outline, PageClues clues, List<string>? names)
    {
        _outline = outline;
        _clues = clues;
        _names = names;
    }

    /// <summary>One row of numbers for each block.</summary>
    public static float[][] Of(PageOutline outline, PageClues clues, int width)
    {
        var rows = new float[outline.Blocks.Count][];
        var writer = new BlockFeatures(outline, clues, names: null);
        for (var b = 0; b < rows.Length; b++)
        {
            writer._row = rows[b] = new float[width];
            writer._next = 0;
            writer.Describe(b);
        }

        return rows;
    }

    /// <summary>Names of the numbers in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = ReadNames();

    private static List<string> ReadNames()
    {
        var page = PageTree.Parse("<p>x</p>");
        var outline = new PageOutline(page, PageBlocks.Of(page));
        var names = new List<string>();
        var writer = new BlockFeatures(outline, PageClues.Of(outline, title: null, description: null, articleBody: null), names) { _row = new float[1024] };
        writer.Describe(0);
        return names;
    }

    private void Add(string name, float value)
    {
        _names?.Add(name);
        _row[_next++] = value;
    }

    /// <summary>A name put together; only when names are asked for, since rows are made for every block of every page.</summary>
    private string Label(string start, string end) => _names is null ? "" : start + end;

    private string Label(string start, int number, string end) => _names is null ? "" : $"{start}{number}{end}";

    private void Add(string name, bool value) => Add(name, value ? 1f : 0f);

    private void Describe(int b)
    {
        DescribeWords(b);
        DescribeElement(b);
        DescribeHints(b);
        DescribeAncestors(b);
        DescribeRoots(b);
        DescribePlace(b);
        DescribeNeighbours(b);
        DescribeSection(b);
    }

    private void DescribeWords(int b)
    {
        var block = _outline.Blocks[b];
        ref readonly var m = ref _outline.Measures[b];
        var words = Math.Max(1, m.Words);
        Add("words", Log(m.Words));
        Add("link share", Share(block.LinkLetters, block.Letters));
        Add("letters a word", (float)block.Letters / words);
        Add("stop-word share", _outline.StopShare[b]);
        Add("sentences", m.Sentences);
        Add("ends as a sentence", m.EndsSentence);
        Add("commas a word", (float)m.Commas / words);
        Add("capitalised share", (float)m.Capitalised / words);
        Add("uppercase share", Share(m.Uppercase, block.Letters));
        Add("digit share", Share(m.Digits, block.Letters));
        Add("dividers", m.Dividers);
        Add("bold or italic share", EmphasisShare(block));
        Add("links", Links(block));
        Span<float> themes = stackalloc float[WordHints.Themes];
        if (m.Words <= 60)
        {
            WordHints.Count(block.Text, themes);
        }

        for (var t = 0; t < themes.Length; t++)
        {
            Add(Label("words about ", WordHints.Names[t]), themes[t]);
        }
    }

    private void DescribeElement(int b)
    {
        var block = _outline.Blocks[b];
        var page = _outline.Page;
        var tag = page[block.Container].Tag;
        Add("kind", (float)block.Kind);
        Add("level", block.Level);
        Add("is p", tag == HtmlTag.P);
        Add("is div", tag is HtmlTag.Div or HtmlTag.Section or HtmlTag.Article);
        Add("is cell", tag is HtmlTag.Td or HtmlTag.Th or HtmlTag.Tr);
        var parent = Math.Max(0, page[block.Container].Parent);
        Add("tag above", page[parent].Tag switch { HtmlTag.Div => 1, HtmlTag.Article => 2, HtmlTag.Section => 3, HtmlTag.Li => 4, HtmlTag.A => 5, HtmlTag.Ul or HtmlTag.Ol => 6, HtmlTag.Blockquote => 7, _ => 0 });
        Add("attributes", page[block.Container].Source.HasAttributes ? page[block.Container].Source.Attributes.Count : 0);
        Add("twins of container", Log(_outline.Twins(block.Container)));
        Add("twins above", Log(_outline.Twins(parent)));
        Add("blocks of this look", Log(_clues.BlocksOfLook(b)));
        Add("prose share of this look", _clues.ProseShareOfLook(b));
        Add("copies of the text", _clues.Copies(b));
        Add("like the title", _clues.LikeTitle(b));
        Add("like the description", _clues.LikeDescription(b));
        Add("in the declared body", _clues.InDeclaredBody(b));
    }

    private void DescribeHints(int b)
    {
        var block = _outline.Blocks[b];
        var all = (ulong)_outline.All(block.FirstNode);
        var near = (ulong)NearHints(block.FirstNode);
        for (var bits = (ulong)NodeHintNames.Used; bits != 0; bits &= bits - 1)
        {
            var bit = bits & (~bits + 1);
            var value = (near & bit) != 0 ? 2f : (all & bit) != 0 ? 1f : 0f;
            Add(_names is null ? "" : "inside " + NodeHintNames.Of((Hints)bit), value);
        }

        Add("kinds of furniture around", BitOperations.PopCount(all & (ulong)NodeHintNames.Unfavourable));
    }

    private Hints NearHints(int node)
    {
        var hints = Hints.None;
        for (int i = node, steps = 0; i > 0 && steps <= Near; i = _outline.Page[i].Parent, steps += _outline.Page[Math.Max(0, i)].Tag == HtmlTag.Text ? 0 : 1)
        {
            hints |= _outline.Own(i);
        }

        return hints;
    }

    private void DescribeAncestors(int b)
    {
        var page = _outline.Page;
        var node = page[_outline.Blocks[b].Container].Parent;
        var prose = Math.Max(1, _outline.Prose(0));
        var twins = 0;
        for (var level = 1; level <= 5; level++)
        {
            node = Math.Max(0, node);
            twins = Math.Max(twins, _outline.Twins(node));
            Add(Label("prose share ", level, " up"), (float)_outline.Prose(node) / prose);
            Add(Label("link share ", level, " up"), Share(_outline.LinkLetters(node), _outline.Letters(node)));
            if (level <= 3)
            {
                var (start, end) = _outline.BlockRange(node);
                Add(Label("blocks ", level, " up"), Log(end - start));
                Add(Label("prose blocks ", level, " up"), Log(_outline.ProseBlocks(node)));
                Add(Label("letters a block ", level, " up"), Log(_outline.Letters(node) / Math.Max(1, end - start)));
            }

            node = page[node].Parent;
        }

        Add("most twins above", Log(twins));
        Add("list link share", ListLinkShare(b));
    }

    private float ListLinkShare(int b)
    {
        var block = _outline.Blocks[b];
        for (var (i, steps) = (block.Container, 0); i > 0 && steps < 8; i = _outline.Page[i].Parent, steps++)
        {
            if (_outline.Page[i].Tag is HtmlTag.Ul or HtmlTag.Ol or HtmlTag.Dl or HtmlTag.Table)
            {
                return Share(_outline.LinkLetters(i), _outline.Letters(i));
            }
        }

        return -1;
    }

    private void DescribeRoots(int b)
    {
        var node = _outline.Blocks[b].FirstNode;
        var votes = 0;
        ReadOnlySpan<string> names = ["article element", "main element", "named body", "half of prose", "most of prose", "best scored"];
        var i = 0;
        foreach (var root in _outline.Roots.All)
        {
            var isInside = root >= 0 && node >= root && node < _outline.Page[root].End;
            votes += isInside ? 1 : 0;
            Add(Label("in root by ", names[i++]), root < 0 ? -1 : isInside ? 1 : node < root ? 0 : 0.5f);
        }

        Add("roots agreeing", votes);
        Add("levels below root", LevelsBelow(node, _outline.Roots.HalfOfProse));
    }

    private int LevelsBelow(int node, int root)
    {
        var levels = 0;
        for (var i = _outline.Page[node].Parent; i > 0; i = _outline.Page[i].Parent, levels++)
        {
            if (i == root)
            {
                return levels;
            }

            if (levels == 20)
            {
                break;
            }
        }

        return -1;
    }

    private void DescribePlace(int b)
    {
        var count = _outline.Blocks.Count;
        var total = (float)Math.Max(1, _outline.Prose(0));
        Add("place on the page", (float)b / count);
        Add("prose before", _outline.ProseBefore(b) / total);
        Add("prose after", (total - _outline.ProseBefore(b) - (_outline.IsProse[b] ? _outline.Blocks[b].Letters : 0)) / total);
        var root = _outline.Roots.HalfOfProse;
        var (start, end) = _outline.BlockRange(root);
        Add("place in root", end > start ? Math.Clamp((float)(b - start) / (end - start), -1, 2) : 0);
        Add("blocks since headline", _clues.Headline < 0 ? -100 : Math.Clamp(b - _clues.Headline, -50, 50));
        Add("blocks on the page", Log(count));
        Add("prose on the page", Log((int)total));
        var heading = _clues.Headline;
        var joint = heading < 0 ? -1 : JointLevel(_outline.Blocks[heading].Container, _outline.Blocks[b].FirstNode);
        Add("levels shared with headline", joint);
    }

    /// <summary>Share of the page's prose in the smallest element that holds both the headline and the block.</summary>
    private float JointLevel(int headline, int node)
    {
        var i = node;
        while (i > 0 && !(headline >= i && headline < _outline.Page[i].End))
        {
            i = _outline.Page[i].Parent;
        }

        return (float)_outline.Prose(i) / Math.Max(1, _outline.Prose(0));
    }

    private static float EmphasisShare(PageBlock block)
    {
        var length = 0;
        foreach (var span in block.Spans)
        {
            length += span.Kind is InlineKind.Strong or InlineKind.Emphasis ? span.Length : 0;
        }

        return Math.Min(1, (float)length / Math.Max(1, block.Text.Length));
    }

    private static int Links(PageBlock block)
    {
        var links = 0;
        foreach (var span in block.Spans)
        {
            links += span.Kind == InlineKind.Link ? 1 : 0;
        }

        return links;
    }

    private static float Share(int part, int whole) => whole == 0 ? 0 : (float)part / whole;

    private static float Log(int value) => MathF.Log2(1 + Math.Max(0, value));
}
