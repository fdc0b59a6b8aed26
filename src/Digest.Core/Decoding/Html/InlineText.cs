using System.Buffers;
using System.Runtime.InteropServices;
using Digest.Core.Blocks;
using Digest.Core.Decoding.Equations;

namespace Digest.Core.Decoding.Html;

/// <summary>Collects the running text of one block: white space folded, raised numbers set, links and emphasis as spans.</summary>
internal sealed class InlineText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(" \n\t\r\f\u00A0\u2003\u2002\u2009\u202F\u00AD\u200B\uFEFF\u200E\u200F\u2060\0");

    private char[] _text = new char[1024];
    private int _length;
    private readonly List<(InlineKind Kind, string? Target, int Start)> _open = [];
    private readonly List<InlineSpan> _spans = [];
    private bool _space;

    /// <summary>Letters and digits so far, and how many of them stand in links.</summary>
    public int Letters { get; private set; }

    public int LinkLetters { get; private set; }

    public bool IsEmpty => _length == 0;

    /// <summary>True when an equation needs a blank before it, see <see cref="LinearMath.IsApart"/>.</summary>
    public bool EndsApart(string equation) => _length > 0 && LinearMath.IsApart(_text[_length - 1], equation);

    /// <summary>True when all text so far is bold, as headings are; "Price:" goes on in what follows.</summary>
    public bool IsHeading => _length > 0 && _text[_length - 1] != ':' && _spans.Exists(span => span.Kind == InlineKind.Strong && span.Start == 0 && span.Length == _length);

    /// <summary>Adds text; runs of white space become one space.</summary>
    public void Append(string text, bool preserve)
    {
        var inLink = _open.Exists(static o => o.Kind == InlineKind.Link);
        if (preserve)
        {
            Emit(text.Replace("\r", "", StringComparison.Ordinal).Replace('\t', ' '), inLink);
            return;
        }

        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var run = rest.IndexOfAny(Special);
            run = run < 0 ? rest.Length : run;
            Emit(rest[..run], inLink);
            if (run == rest.Length)
            {
                break;
            }

            // Soft hyphens, marks of direction and of zero width are not seen; the rest is white space.
            _space |= rest[run] is not ('\u00AD' or '\u200B' or '\uFEFF' or '\u200E' or '\u200F' or '\u2060' or '\0');
            rest = rest[(run + 1)..];
        }
    }

    /// <summary>A word boundary that is not text: a line break, the edge of a box inside a line.</summary>
    public void Space() => _space = true;

    /// <summary>The boundary of two table cells.</summary>
    public void Cell()
    {
        if (_length > 0 && _text[_length - 1] != '\t')
        {
            Write("\t");
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

        var text = new string(_text, 0, _length);
        IReadOnlyList<InlineSpan> spans = [];
        if (_spans.Count > 0)
        {
            var sorted = _spans.ToArray();
            Array.Sort(sorted, static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
            spans = sorted;
        }

        _length = 0;
        _spans.Clear();
        _space = false;
        Letters = LinkLetters = 0;
        return Superscripts.Apply(text, spans);
    }

    private void Emit(ReadOnlySpan<char> run, bool inLink)
    {
        if (run.IsEmpty)
        {
            return;
        }

        if (_space && _length > 0 && _text[_length - 1] is not ('\t' or '\n'))
        {
            Write(" ");
        }

        _space = false;
        var open = CollectionsMarshal.AsSpan(_open);
        for (var i = open.Length - 1; i >= 0 && open[i].Start < 0; i--)
        {
            open[i].Start = _length;
        }

        Write(run);
        var letters = 0;
        foreach (var c in run)
        {
            letters += char.IsLetterOrDigit(c) ? 1 : 0;
        }

        Letters += letters;
        LinkLetters += inLink ? letters : 0;
    }

    private void Write(ReadOnlySpan<char> run)
    {
        if (run.Length > _text.Length - _length)
        {
            Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + run.Length));
        }

        run.CopyTo(_text.AsSpan(_length));
        _length += run.Length;
    }

    private void AddSpan(InlineKind kind, string? target, int start)
    {
        if (start >= 0 && _length > start)
        {
            _spans.Add(new InlineSpan(start, _length - start, kind, target));
        }
    }
}
