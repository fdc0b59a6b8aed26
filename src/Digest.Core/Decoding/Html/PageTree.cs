using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using HtmlAgilityPack;

namespace Digest.Core.Decoding.Html;

/// <summary>An element or a text of a page.</summary>
internal struct PageNode
{
    public HtmlTag Tag;

    /// <summary>Index of the parent; -1 for the root.</summary>
    public int Parent;

    /// <summary>Index after the last descendant: the subtree of node i is the range [i, End).</summary>
    public int End;

    /// <summary>Which of the page's <see cref="PageTree.Classes"/> the element has; 0 for none.</summary>
    public int Class;

    /// <summary>True when the element has an <c>itemprop</c>.</summary>
    public bool HasItemProp;

    /// <summary>Decoded text of a text node; null for elements.</summary>
    public string? Text;

    /// <summary>The parser's node, for its attributes.</summary>
    public HtmlNode Source;
}

/// <summary>
/// A parsed page as one array in document order. A subtree is a range of the array, so that its sums are differences of
/// prefix sums, and no step needs recursion, whatever the depth of the page.
/// </summary>
/// <remarks>
/// The array is kept in pieces below the size from which the runtime puts objects on the large object heap. As one piece it
/// lay there, was dead after the page but uncollected until the next full collection, and kept every parsed page alive so
/// long: collections took half the time of reading.
/// </remarks>
internal sealed class PageTree
{
    private const int PieceBits = 10;
    private const int PieceLength = 1 << PieceBits;

    private readonly List<PageNode[]> _pieces = [];
    private readonly List<string> _classes = [""];
    private readonly Dictionary<string, int> _classNumbers = new(StringComparer.Ordinal) { [""] = 0 };

    private PageTree() { }

    public int Count { get; private set; }

    /// <summary>Every class attribute of the page as it stands, once; the first is that of elements without one.</summary>
    public IReadOnlyList<string> Classes => _classes;

    public ref readonly PageNode this[int index] => ref At(index);

    /// <summary>Parses a page or a piece of one. Its size and depth are within <see cref="HtmlLimits"/>.</summary>
    public static PageTree Parse(string html)
    {
        // The parser's notes of faulty syntax and its index of ids, which nobody asks for, take a tenth of its time.
        var document = new HtmlDocument { OptionReadEncoding = false, OptionCheckSyntax = false, OptionUseIdAttribute = false };
        document.LoadHtml(html);
        return From(document);
    }

    /// <summary>Lays a parsed document out in document order; comments are left away.</summary>
    private static PageTree From(HtmlDocument document)
    {
        var page = new PageTree();
        var open = new Stack<int>();
        var node = document.DocumentNode;
        page.Add(new PageNode { Tag = HtmlTag.Html, Parent = -1, Source = node });
        open.Push(0);
        node = node.FirstChild;
        while (node is not null)
        {
            var descend = false;
            if (node.NodeType == HtmlNodeType.Text)
            {
                page.Add(new PageNode { Tag = HtmlTag.Text, Parent = open.Peek(), End = page.Count + 1, Text = Decode(((HtmlTextNode)node).Text), Source = node });
            }
            else if (node.NodeType == HtmlNodeType.Element)
            {
                page.AddElement(node, open.Peek());
                descend = node.FirstChild is not null;
            }

            if (descend)
            {
                open.Push(page.Count - 1);
                node = node.FirstChild;
                continue;
            }

            var next = node.NextSibling;
            while (next is null && open.Count > 0)
            {
                ref var closed = ref page.At(open.Pop());
                closed.End = page.Count;
                next = open.Count > 0 ? closed.Source.NextSibling : null;
            }

            node = next;
        }

        page.At(0).End = page.Count;
        return page;
    }

    /// <summary>An attribute's decoded value, or null.</summary>
    public string? Attribute(int index, string name)
    {
        var source = this[index].Source;
        if (!source.HasAttributes)
        {
            return null;
        }

        var value = source.Attributes[name]?.Value;
        return value is null ? null : Decode(value);
    }

    /// <summary>The class attribute as it stands, empty where there is none.</summary>
    public string ClassOf(int index) => _classes[this[index].Class];

    /// <summary>The text of all text nodes below a node, as it stands.</summary>
    public string TextOf(int index)
    {
        var text = new StringBuilder();
        for (var i = index; i < this[index].End; i++)
        {
            text.Append(this[i].Text);
        }

        return text.ToString();
    }

    private ref PageNode At(int index) => ref _pieces[index >> PieceBits][index & (PieceLength - 1)];

    private void Add(PageNode node)
    {
        if ((Count & (PieceLength - 1)) == 0)
        {
            _pieces.Add(new PageNode[PieceLength]);
        }

        Count++;
        At(Count - 1) = node;
    }

    private void AddElement(HtmlNode node, int parent)
    {
        var element = new PageNode { Tag = HtmlTags.Of(node.Name), Parent = parent, End = Count + 1, Source = node };
        if (node.HasAttributes)
        {
            var attributes = node.Attributes;
            for (var i = 0; i < attributes.Count; i++)
            {
                switch (attributes[i].Name)
                {
                    case "class":
                        element.Class = NumberOfClass(attributes[i].Value ?? "");
                        break;
                    case "itemprop":
                        element.HasItemProp = true;
                        break;
                }
            }
        }

        Add(element);
    }

    private int NumberOfClass(string names)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_classNumbers, names, out var isKnown);
        if (!isKnown)
        {
            number = _classes.Count;
            _classes.Add(names);
        }

        return number;
    }

    private static string Decode(string text) => text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
}
