using System.Runtime.InteropServices;
using System.Text;
using Digest.Core.Blocks;

namespace Digest.Core.Decoding.Html;

/// <summary>Collects the running text of one block: white space folded, links and emphasis as spans.</summary>
internal sealed class InlineText
{
    private readonly StringBuilder _text = new();
    private readonly List<(InlineKind Kind, string? Target, int Start)> _open = [];
    private readonly List<InlineSpan> _spans = [];
    private bool _space;

    /// <summary>Letters and digits so far, and how many of them stand in links.</summary>
    public int Letters { get; private set; }

    public int LinkLetters { get; private set; }

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Adds text; runs of white space become one space.</summary>
    public void Append(string text, bool preserve)
    {
        var inLink = _open.Exists(o => o.Kind == InlineKind.Link);
        foreach (var c in text)
        {
            if (preserve)
            {
                if (c != '\r')
                {
                    Emit(c == '\t' ? ' ' : c, inLink);
                }
            }
            else if (c is ' ' or '\n' or '\t' or '\r' or '\f' or '\u00A0' or '\u2003' or '\u2002' or '\u2009' or '\u202F')
            {
                _space = true;
            }
            else if (c is not ('\u00AD' or '\u200B' or '\uFEFF' or '\u200E' or '\u200F' or '\0'))
            {
                Emit(c, inLink);
            }
        }
    }

    /// <summary>A word boundary that is not text: a line break, the edge of a box inside a line.</summary>
    public void Space() => _space = true;

    /// <summary>The boundary of two table cells.</summary>
    public void Cell()
    {
        if (_text.Length > 0 && _text[^1] != '\t')
        {
            _text.Append('\t');
        }

        _space = false;
    }

    public void Open(InlineKind kind, string? target = null) => _open.Add((kind, target, -1));

    public void Close()
    {
        var (kind, target, start) = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        AddSpan(kind, target, start);
    }

    /// <summary>Takes what was collected and begins the next block; open spans go on there.</summary>
    public (string Text, IReadOnlyList<InlineSpan> Spans) Take()
    {
        var open = CollectionsMarshal.AsSpan(_open);
        for (var i = open.Length - 1; i >= 0; i--)
        {
            AddSpan(open[i].Kind, open[i].Target, open[i].Start);
            open[i].Start = -1;
        }

        var text = _text.ToString();
        IReadOnlyList<InlineSpan> spans = [];
        if (_spans.Count > 0)
        {
            var sorted = _spans.ToArray();
            Array.Sort(sorted, static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
            spans = sorted;
        }

        _text.Clear();
        _spans.Clear();
        _space = false;
        Letters = LinkLetters = 0;
        return (text, spans);
    }

    private void Emit(char c, bool inLink)
    {
        if (_space && _text.Length > 0 && _text[^1] is not ('\t' or '\n'))
        {
            _text.Append(' ');
        }

        _space = false;
        var open = CollectionsMarshal.AsSpan(_open);
        for (var i = open.Length - 1; i >= 0 && open[i].Start < 0; i--)
        {
            open[i].Start = _text.Length;
        }

        _text.Append(c);
        if (char.IsLetterOrDigit(c))
        {
            Letters++;
            LinkLetters += inLink ? 1 : 0;
        }
    }

    private void AddSpan(InlineKind kind, string? target, int start)
    {
        if (start >= 0 && _text.Length > start)
        {
            _spans.Add(new InlineSpan(start, _text.Length - start, kind, target));
        }
    }
}
