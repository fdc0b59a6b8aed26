using System.Net;
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

    /// <summary>Decoded text of a text node; null for elements.</summary>
    public string? Text;

    /// <summary>The parser's node, for its attributes.</summary>
    public HtmlNode Source;
}

/// <summary>
/// A parsed page as one array in document order. A subtree is a range of the array, so that its sums are differences of
/// prefix sums, and no step needs recursion, whatever the depth of the page.
/// </summary>
internal sealed class PageTree
{
    private readonly PageNode[] _nodes;

    private PageTree(PageNode[] nodes) => _nodes = nodes;

    public int Count => _nodes.Length;

    public ref readonly PageNode this[int index] => ref _nodes[index];

    /// <summary>Lays a parsed document out in document order; comments are left away.</summary>
    public static PageTree From(HtmlDocument document)
    {
        var nodes = new List<PageNode>(4096);
        var open = new Stack<int>();
        var node = document.DocumentNode;
        nodes.Add(new PageNode { Tag = HtmlTag.Html, Parent = -1, Source = node });
        open.Push(0);
        node = node.FirstChild;
        var span = default(Span<PageNode>);
        while (node is not null)
        {
            var descend = false;
            if (node.NodeType == HtmlNodeType.Text)
            {
                nodes.Add(new PageNode { Tag = HtmlTag.Text, Parent = open.Peek(), End = nodes.Count + 1, Text = Decode(((HtmlTextNode)node).Text), Source = node });
            }
            else if (node.NodeType == HtmlNodeType.Element)
            {
                nodes.Add(new PageNode { Tag = HtmlTags.Of(node.Name), Parent = open.Peek(), End = nodes.Count + 1, Source = node });
                descend = node.FirstChild is not null;
            }

            if (descend)
            {
                open.Push(nodes.Count - 1);
                node = node.FirstChild;
                continue;
            }

            var next = node.NextSibling;
            while (next is null && open.Count > 0)
            {
                var closed = open.Pop();
                span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(nodes);
                span[closed].End = nodes.Count;
                next = open.Count > 0 ? span[closed].Source.NextSibling : null;
            }

            node = next;
        }

        nodes[0] = nodes[0] with { End = nodes.Count };
        return new PageTree([.. nodes]);
    }

    /// <summary>An attribute's decoded value, or null.</summary>
    public string? Attribute(int index, string name)
    {
        var source = _nodes[index].Source;
        if (!source.HasAttributes)
        {
            return null;
        }

        var value = source.Attributes[name]?.Value;
        return value is null ? null : Decode(value);
    }

    /// <summary>The class attribute as it stands, or null.</summary>
    public string? ClassOf(int index) => _nodes[index].Source.Attributes["class"]?.Value;

    /// <summary>The text of all text nodes below a node, as it stands.</summary>
    public string TextOf(int index)
    {
        var text = new StringBuilder();
        for (var i = index; i < _nodes[index].End; i++)
        {
            text.Append(_nodes[i].Text);
        }

        return text.ToString();
    }

    private static string Decode(string text) => text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
}
