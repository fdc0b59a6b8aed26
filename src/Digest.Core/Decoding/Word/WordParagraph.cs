using System.Globalization;
using System.Text;
using System.Xml;
using Digest.Core.Blocks;
using Digest.Core.Decoding.Html;

namespace Digest.Core.Decoding.Word;

/// <summary>Collects the runs of one paragraph.</summary>
internal sealed class WordParagraph(string? noteKey)
{
    private readonly InlineText _inline = new();
    private readonly InlineText _lines = new();
    private readonly StringBuilder _plain = new();
    private readonly StringBuilder _hiddenRun = new();
    private bool _inRun;
    private bool _inText;
    private bool _bold;
    private bool _italic;
    private bool _hidden;
    private string? _vertical;
    private float _points;
    private int _spans;
    private int _links;

    /// <summary>Key of the note the paragraph belongs to, or null in the body.</summary>
    public string? NoteKey { get; } = noteKey;

    public string? StyleId { get; private set; }

    public string? NumberingId { get; private set; }

    public int NumberingLevel { get; private set; }

    public int OutlineLevel { get; private set; } = -1;

    public int Number { get; set; }

    public bool EndsCell { get; set; }

    /// <summary>Size of its smallest letters; 0 where the runs state none.</summary>
    public float Points { get; private set; } = float.MaxValue;

    public int Length => _plain.Length;

    public string Plain => _plain.ToString();

    /// <summary>Texts of hidden runs.</summary>
    public List<string> Hidden { get; } = [];

    public void Start(XmlReader reader, IReadOnlyDictionary<string, string> links)
    {
        switch (reader.LocalName)
        {
            case "pStyle":
                StyleId = WordXml.Attribute(reader, "val");
                break;
            case "numId" when !_inRun:
                NumberingId = WordXml.Attribute(reader, "val");
                break;
            case "ilvl" when !_inRun && int.TryParse(WordXml.Attribute(reader, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var level):
                NumberingLevel = Math.Min(8, level);
                break;
            case "outlineLvl" when !_inRun && int.TryParse(WordXml.Attribute(reader, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var outline):
                OutlineLevel = outline;
                break;
            case "hyperlink":
                var target = WordXml.Attribute(reader, "id") is { } id && links.TryGetValue(id, out var address) ? address
                    : WordXml.Attribute(reader, "anchor") is { } anchor ? "#" + anchor : null;
                _inline.Open(InlineKind.Link, target);
                _links++;
                break;
            case "r":
                (_inRun, _bold, _italic, _hidden, _vertical, _points) = (true, false, false, false, null, 0);
                break;
            case "b" when _inRun:
                _bold = WordXml.IsOn(reader);
                break;
            case "i" when _inRun:
                _italic = WordXml.IsOn(reader);
                break;
            case "vanish" when _inRun:
                _hidden = WordXml.IsOn(reader);
                break;
            case "vertAlign" when _inRun:
                _vertical = WordXml.Attribute(reader, "val");
                break;
            case "sz" when _inRun && int.TryParse(WordXml.Attribute(reader, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var halfPoints):
                _points = halfPoints / 2f;
                break;
            case "t" when _inRun:
                OpenSpans();
                _inText = true;
                break;
            case "br" or "cr" when _inRun:
                Write("\n");
                break;
            case "tab" when _inRun:
                Write(" ");
                break;
            case "noBreakHyphen":
                Write("-");
                break;
        }
    }

    public void Text(string value)
    {
        if (_inText)
        {
            Write(value);
        }
    }

    public void End(string localName)
    {
        switch (localName)
        {
            case "t":
                _inText = false;
                for (; _spans > 0; _spans--)
                {
                    _inline.Close();
                }

                break;
            case "r":
                _inRun = false;
                if (_hiddenRun.Length > 0)
                {
                    Hidden.Add(InlineNormalization.Normalize(_hiddenRun.ToString().Trim()));
                    _hiddenRun.Clear();
                }

                break;
            case "hyperlink" when _links > 0:
                _links--;
                _inline.Close();
                break;
        }
    }

    /// <summary>Sets the mark of a note.</summary>
    public void Mark(int number)
    {
        _inline.Open(InlineKind.Superscript);
        Write(NoteMarks.Of(number));
        _inline.Close();
    }

    public (string Text, IReadOnlyList<InlineSpan> Spans) Take(bool preserve)
    {
        if (preserve)
        {
            return (InlineNormalization.Normalize(_lines.Take().Text.Trim('\n')), []);
        }

        var (text, spans) = _inline.Take();
        return InlineNormalization.Apply(text, [.. spans.Where(s => s.Kind != InlineKind.Link || s.Target is not null)]);
    }

    private void OpenSpans()
    {
        if (_bold)
        {
            Open(InlineKind.Strong);
        }

        if (_italic)
        {
            Open(InlineKind.Emphasis);
        }

        if (_vertical is "superscript" or "subscript")
        {
            Open(_vertical == "superscript" ? InlineKind.Superscript : InlineKind.Subscript);
        }
    }

    private void Open(InlineKind kind)
    {
        _inline.Open(kind);
        _spans++;
    }

    private void Write(string value)
    {
        if (_hidden)
        {
            _hiddenRun.Append(value);
            return;
        }

        Points = string.IsNullOrWhiteSpace(value) ? Points : Math.Min(Points, _points);
        _inline.Append(value, preserve: false);
        _lines.Append(value, preserve: true);
        _plain.Append(value);
    }
}
