using System.Globalization;
using System.Text;
using System.Xml;
using Digest.Core.Blocks;
using Digest.Core.Decoding.Html;

namespace Digest.Core.Decoding.Word;

/// <summary>Collects the runs of one paragraph.</summary>
internal sealed class WordParagraph(string? noteKey, WordStyles styles, ContentControls controls, FieldCodes fields)
{
    private readonly InlineText _inline = new();
    private readonly List<BrokenLine> _broken = [];
    private readonly InlineText _lines = new();
    private readonly StringBuilder _plain = new();
    private readonly StringBuilder _leftOut = new();
    private bool _inProperties;
    private bool _inRun;
    private bool _inText;
    private bool _bold;
    private bool _italic;
    private bool _hidden;
    private bool _struck;
    private string? _vertical;
    private float _points;
    private float _smallest = float.MaxValue;
    private int _spans;
    private int _links;

    /// <summary>Key of the note the paragraph belongs to, or null in the body.</summary>
    public string? NoteKey { get; } = noteKey;

    public string? StyleId { get; private set; }

    public string? NumberingId { get; private set; }

    public int NumberingLevel { get; private set; }

    public int OutlineLevel { get; private set; } = -1;

    public int Number { get; set; }

    /// <summary>
    /// True when its text goes on in the next paragraph: somebody has deleted the mark at its end with changes tracked, or it is
    /// the large letter that the next one begins with.
    /// </summary>
    public bool GoesOn { get; private set; }

    public int Length => _plain.Length;

    public string Plain => _plain.ToString();

    /// <summary>Texts of runs that are no text of the essay, and why.</summary>
    public List<(string Text, StructuralRemoval Why)> LeftOut { get; } = [];

    /// <summary>A deletion among the properties of the paragraph is that of the mark at its end.</summary>
    public void Delete(string localName) => GoesOn |= _inProperties && (localName is "del" or "moveFrom");

    /// <summary>Begins the paragraph in which this one goes on, whose properties are those of both.</summary>
    public void Continue() => (StyleId, NumberingId, NumberingLevel, OutlineLevel, GoesOn) = (null, null, 0, -1, false);

    private bool IsLeftOut => _hidden || _struck || controls.ArePlaceholders || fields.IsInstruction;

    public void Start(XmlReader reader, IReadOnlyDictionary<string, string> links)
    {
        switch (reader.LocalName)
        {
            case "pPr":
                _inProperties = true;
                break;
            case "framePr" when WordXml.Attribute(reader, "dropCap") is "drop" or "margin":
                GoesOn = true;
                break;
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
                OpenLink(target);
                break;
            case "fldSimple":
                OpenLink(HyperlinkField.TargetOf(WordXml.Attribute(reader, "instr")));
                break;
            case "r":
                (_inRun, _bold, _italic, _hidden, _struck, _vertical, _points) = (true, false, false, styles.Hides(StyleId) == true, false, null, 0);
                break;
            case "b" when _inRun:
                _bold = WordXml.IsOn(reader);
                break;
            case "i" when _inRun:
                _italic = WordXml.IsOn(reader);
                break;
            case "rStyle" when _inRun:
                var words = WordXml.Attribute(reader, "val");
                (_bold, _italic, _hidden) = (styles.IsBold(words), styles.IsItalic(words), styles.Hides(words) ?? _hidden);
                break;
            case "vanish" when _inRun:
                _hidden = WordXml.IsOn(reader);
                break;
            case "strike" or "dstrike" when _inRun:
                _struck |= WordXml.IsOn(reader);
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
                if (!IsLeftOut && WordXml.Attribute(reader, "type") is (null or "textWrapping"))
                {
                    EndLine();
                }

                break;
            case "tab" when _inRun:
                Write(" ");
                break;
            case "noBreakHyphen":
                Write("-");
                break;
            case "sym" when _inRun:
                Write(SignFonts.Read(WordXml.Attribute(reader, "font"), WordXml.Attribute(reader, "char")));
                break;
            case "textpath" when _inRun:
                // A title drawn as an ornament: its text is a property of the drawing.
                Write(WordXml.Attribute(reader, "string") ?? "");
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
                EndLeftOut();
                break;
            case "pPr":
                _inProperties = false;
                break;
            case "hyperlink" or "fldSimple":
                CloseLink();
                break;
        }
    }

    /// <summary>Begins a link.</summary>
    /// <param name="target">Where it leads to; null for what ends as links do and is none.</param>
    public void OpenLink(string? target)
    {
        _inline.Open(InlineKind.Link, target);
        _links++;
    }

    /// <summary>Ends the innermost link, if one began in this paragraph.</summary>
    public void CloseLink()
    {
        if (_links > 0)
        {
            _links--;
            _inline.Close();
        }
    }

    /// <summary>Adds an equation.</summary>
    public void Equation(string text) => Write(_inline.EndsApart(text) ? " " + text : text);

    /// <summary>Sets the mark of a note.</summary>
    public void Mark(int number)
    {
        _inline.Open(InlineKind.Superscript);
        Write(NoteMarks.Of(number));
        _inline.Close();
    }

    /// <summary>Takes the paragraph as the lines of code that it is.</summary>
    public BrokenLine TakeCode() => new(InlineNormalization.Normalize(_lines.Take().Text.Trim('\n')), [], Smallest(_broken.Select(line => line.Points).Append(_smallest)));

    /// <summary>Takes the lines that its writer has broken it into; mostly one.</summary>
    public IReadOnlyList<BrokenLine> Take()
    {
        EndLine();
        return _broken;
    }

    private void EndLine()
    {
        var (text, spans) = _inline.Take();
        (text, spans) = InlineNormalization.Apply(text, [.. spans.Where(s => s.Kind != InlineKind.Link || s.Target is not null)]);
        _broken.Add(new BrokenLine(text, spans, Smallest([_smallest])));
        _smallest = float.MaxValue;
    }

    private static float Smallest(IEnumerable<float> points) => points.Min() is var least && least < float.MaxValue ? least : 0;

    private void EndLeftOut()
    {
        if (_leftOut.Length > 0)
        {
            LeftOut.Add((InlineNormalization.Normalize(_leftOut.ToString().Trim()), controls.ArePlaceholders ? StructuralRemoval.Form : _struck ? StructuralRemoval.Struck : StructuralRemoval.Hidden));
            _leftOut.Clear();
        }
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
        if (IsLeftOut)
        {
            _leftOut.Append(value);
            return;
        }

        _smallest = string.IsNullOrWhiteSpace(value) ? _smallest : Math.Min(_smallest, _points);
        _inline.Append(value, preserve: false);
        _lines.Append(value, preserve: true);
        _plain.Append(value);
    }
}
