using System.Text;
using Digest.Core.Blocks;
using Digest.Core.Decoding.Equations;

namespace Digest.Core.Decoding.Html;

/// <summary>Cuts a page into blocks: one for each paragraph, heading, list item, table row, caption, in reading order.</summary>
internal sealed class PageBlocks
{
    /// <summary>Letters of a bold line above a break that is a heading or a byline.</summary>
    private const int LongestLabel = 100;

    private readonly PageTree _page;
    private readonly List<PageBlock> _blocks = [];
    private readonly InlineText _inline = new();
    private readonly List<BlockFrame> _open = [];
    private BlockFrame _now;
    private int _firstNode;
    private int _breaks;

    /// <summary>The text before the last break is a bold line: a heading, a question or a name, of which what follows is another paragraph.</summary>
    private bool _isLabel;

    private readonly ItemNumbers _items;

    /// <summary>Number of the item of a list that began last.</summary>
    private int _number;

    private readonly HashSet<int> _tables;
    private readonly HashSet<int> _drawings;
    private readonly bool _blankLinesDivide;
    private readonly InlineNotes? _notes;

    private readonly bool _isStruck;

    /// <summary>Notes and struck words inside the paragraph that is being read: they come after it.</summary>
    private readonly List<int> _waiting = [];

    private PageBlocks(PageTree page)
    {
        (_page, _items, _tables, _drawings, _notes) = (page, new ItemNumbers(page), DataTables.Of(page), MathMarkup.Drawings(page), new InlineNotes(page));
        _blankLinesDivide = BlankLines.Divide(page);
        _now = new BlockFrame { Kind = BlockKind.Paragraph };
    }

    /// <summary>Reads one note of a page, or words that are struck through.</summary>
    private PageBlocks(PageBlocks outer, int node)
    {
        (_page, _items, _tables, _drawings) = (outer._page, outer._items, outer._tables, outer._drawings);
        _isStruck = _page[node].Tag.IsStruck();
        _now = new BlockFrame { Node = node, Container = outer._now.Container, Kind = _isStruck ? BlockKind.Paragraph : BlockKind.Footnote };
    }

    /// <summary>All blocks of the page, boilerplate included.</summary>
    public static List<PageBlock> Of(PageTree page)
    {
        var blocks = new PageBlocks(page).Run(1, page.Count);
        NoteNumbers.Join(page, blocks);
        return blocks;
    }

    /// <summary>The blocks of a piece of HTML.</summary>
    public static List<PageBlock> OfFragment(string html) => Of(PageTree.Parse(html));

    private List<PageBlock> Run(int from, int end)
    {
        _open.Add(_now);
        for (var i = from; i < end;)
        {
            CloseUntil(i);
            ref readonly var node = ref _page[i];
            if (node.Tag == HtmlTag.Text)
            {
                AppendParagraphs(i, node.Text!);
                i++;
            }
            else if (node.Tag.HoldsNoText() && !SwallowsPage(i))
            {
                AppendEquation(i);
                i = node.End;
            }
            else if (_drawings.Contains(i))
            {
                i = node.End;
            }
            else if (_notes?.Has(node) == true || (!_isStruck && node.Tag.IsStruck() && !SwallowsPage(i)))
            {
                _waiting.Add(i);
                if (_inline.IsEmpty)
                {
                    ReadNotes();
                }

                i = node.End;
            }
            else
            {
                Enter(i, node.Tag);
                i++;
            }
        }

        CloseUntil(end);
        Flush();
        return _blocks;
    }

    private void AppendEquation(int node)
    {
        if (_page[node].Tag == HtmlTag.Math)
        {
            var text = MathMarkup.Read(_page, node);
            AppendText(node, _inline.EndsApart(text) ? " " + text : text);
        }
    }

    private void ReadNotes()
    {
        foreach (var note in _waiting)
        {
            _blocks.AddRange(new PageBlocks(this, note).Run(note + 1, _page[note].End));
        }

        _waiting.Clear();
    }

    /// <summary>An embedded frame, a drawing or a struck word whose end tag is missing holds the rest of the page, to be read after all.</summary>
    private bool SwallowsPage(int i)
    {
        if (_page[i].End - i <= _page.Count / 3 || _page[i].Tag is HtmlTag.Script or HtmlTag.Style or HtmlTag.Title)
        {
            return false;
        }

        for (var child = i; child < _page[i].End; child++)
        {
            if (_page[child].Tag is HtmlTag.P or HtmlTag.H1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds a text, which is one piece of a paragraph unless blank lines divide.</summary>
    private void AppendParagraphs(int node, string text)
    {
        var from = 0;
        if (_blankLinesDivide && !_now.InRow && !_now.Preserve)
        {
            for (var (at, end) = BlankLines.Next(text, 0); at >= 0; (at, end) = BlankLines.Next(text, from))
            {
                AppendText(node, text[from..at]);
                Flush();
                from = end;
            }
        }

        AppendText(node, from == 0 ? text : text[from..]);
    }

    private void AppendText(int node, string text)
    {
        if (_inline.IsEmpty)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return;
            }

            _firstNode = node;
        }

        if (_breaks > 0 && !string.IsNullOrWhiteSpace(text))
        {
            if ((_breaks > 1 || (_isLabel && BeginsParagraph(text.AsSpan().TrimStart()))) && !_now.InRow && !_now.Preserve)
            {
                Flush();
                _firstNode = node;
            }

            _breaks = 0;
        }

        _inline.Append(text, _now.Preserve);
    }

    private static bool BeginsParagraph(ReadOnlySpan<char> text) => !char.IsLower(text[0]) || text.StartsWith("by ", StringComparison.Ordinal);

    private void Enter(int i, HtmlTag tag)
    {
        if (tag == HtmlTag.Br)
        {
            _isLabel = _now is { Kind: BlockKind.Paragraph, InRow: false } && _inline.IsHeading && _inline.Letters <= LongestLabel;
            _breaks++;
            if (_now.Preserve)
            {
                _inline.Append("\n", preserve: true);
            }
            else
            {
                _inline.Space();
            }

            return;
        }

        if (!tag.IsBlock())
        {
            _now = _now with { Node = i, Inline = OpenSpan(i, tag) };
        }
        else if (_now.InRow)
        {
            _now = _now with { Node = i, Inline = false };
            Divide(tag);
        }
        else
        {
            Flush();
            _now = _now.Inside(_page, i, _tables);
            _number = tag == HtmlTag.Li && _now.Ordered ? _items.Next(i) : _number;
        }

        _open.Add(_now);
    }

    /// <summary>A box inside a row of data parts words, a cell parts cells.</summary>
    private void Divide(HtmlTag tag)
    {
        if (tag is HtmlTag.Td or HtmlTag.Th)
        {
            _inline.Cell();
        }
        else
        {
            _inline.Space();
        }
    }

    private bool OpenSpan(int i, HtmlTag tag)
    {
        switch (tag)
        {
            case HtmlTag.A when _page.Attribute(i, "href") is { Length: > 0 } href:
                _inline.Open(InlineKind.Link, href);
                return true;
            case HtmlTag.Em or HtmlTag.I or HtmlTag.Cite:
                _inline.Open(InlineKind.Emphasis);
                return true;
            case HtmlTag.Strong or HtmlTag.B:
                _inline.Open(InlineKind.Strong);
                return true;
            case HtmlTag.Code or HtmlTag.Kbd or HtmlTag.Samp when !_now.Preserve:
                _inline.Open(InlineKind.Code);
                return true;
            case HtmlTag.Sup:
                _inline.Open(InlineKind.Superscript);
                return true;
            case HtmlTag.Sub:
                _inline.Open(InlineKind.Subscript);
                return true;
            default:
                return false;
        }
    }

    private void CloseUntil(int next)
    {
        while (_open.Count > 1 && _page[_now.Node].End <= next)
        {
            if (_now.Inline)
            {
                _inline.Close();
            }
            else if (_page[_now.Node].Tag.IsBlock())
            {
                CloseBlock();
            }

            _open.RemoveAt(_open.Count - 1);
            _now = _open[^1];
        }
    }

    private void CloseBlock()
    {
        if (_now.InRow && _open[^2].InRow)
        {
            _inline.Space();
        }
        else
        {
            Flush();
        }
    }

    private void Flush()
    {
        (_breaks, _isLabel) = (0, false);
        if (!_inline.IsEmpty)
        {
            AddBlock();
            ReadNotes();
        }
    }

    private void AddBlock()
    {
        var (letters, linkLetters) = (_inline.Letters, _inline.LinkLetters);
        var (text, spans) = _inline.Take();
        if (text.Length == 0)
        {
            // Nothing but the arrow that led back from a note.
            return;
        }

        if (!text.IsNormalized(NormalizationForm.FormC) || char.IsWhiteSpace(text[^1]) || char.IsWhiteSpace(text[0]))
        {
            (text, spans) = InlineNormalization.Apply(text, spans);
        }

        if (text.Length > 0)
        {
            var isItem = _now.Kind == BlockKind.ListItem;
            var continues = isItem && _items.Continues(_now.Item);
            _blocks.Add(new PageBlock
            {
                Number = isItem && _now.Ordered && !continues ? _number : 0,
                Continues = continues,
                Kind = _now.Kind,
                Level = _now.Level,
                Ordered = isItem && _now.Ordered,
                IsHeader = _now.IsHeader,
                Text = text,
                Spans = spans,
                Container = _now.Container,
                FirstNode = _firstNode,
                Letters = letters,
                LinkLetters = linkLetters,
                IsStruck = _isStruck,
            });
        }
    }
}
