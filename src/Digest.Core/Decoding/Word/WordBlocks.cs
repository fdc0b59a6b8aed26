using System.Globalization;
using System.Xml;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding.Html;
using DocumentFormat.OpenXml.Packaging;

namespace Digest.Core.Decoding.Word;

/// <summary>Turns the paragraphs of a Word document into blocks.</summary>
internal sealed class WordBlocks(WordStyles styles, IReadOnlyDictionary<string, string> links, DecodingOptions options)
{
    private const int LongestSimpleCell = 600;
    private readonly List<ClassifiedBlock> _found = [];
    private readonly List<float> _points = [];
    private bool _isBehindBlank = true;
    private readonly List<WordParagraph> _row = [];
    private readonly Stack<WordParagraph> _open = new();
    private readonly Dictionary<string, int> _noteNumbers = new(StringComparer.Ordinal);
    private int _tables;
    private int _cells;
    private bool _isHeader;
    private int _ignored;
    private int _contents;
    private int _number;
    private StructuralRemoval? _outside;
    private string _place = "paragraph";
    private string? _note;

    /// <summary>All blocks so far, with their verdicts.</summary>
    public IReadOnlyList<ClassifiedBlock> Found => _found;

    /// <summary>Text of the first paragraph in the Title style, or null.</summary>
    public string? Title { get; private set; }

    /// <summary>Text of the first paragraph in the Subtitle style, or null.</summary>
    public string? Subtitle { get; private set; }

    public void ReadBody(OpenXmlPart part)
    {
        WordXml.Read(part, options, Start, End);
        LargePrint.MarkTitle(_found, _points);
    }

    /// <summary>Reads footnotes or endnotes, in the order of the marks in the text.</summary>
    public void ReadNotes(OpenXmlPart? part, string place)
    {
        if (part is not null)
        {
            _place = place;
            WordXml.Read(part, options, Start, End);
            _note = null;
        }
    }

    /// <summary>Reads a part that is not the essay; its blocks are stripped for <paramref name="removal"/>.</summary>
    public void ReadOutside(OpenXmlPart? part, StructuralRemoval removal, string place)
    {
        if (part is not null)
        {
            (_outside, _place, _number) = (removal, place, 0);
            WordXml.Read(part, options, Start, End);
            _outside = null;
        }
    }

    private void Start(XmlReader reader)
    {
        if (reader.NodeType != XmlNodeType.Element)
        {
            if (_open.Count > 0 && _ignored == 0)
            {
                _open.Peek().Text(reader.Value);
            }

            return;
        }

        if (_ignored > 0 || IsIgnored(reader))
        {
            _ignored++;
            return;
        }

        switch (reader.LocalName)
        {
            case "p" when IsWord(reader):
                _open.Push(new WordParagraph(_note));
                break;
            case "tbl":
                _tables++;
                break;
            case "tc":
                _cells++;
                break;
            case "tblHeader":
                _isHeader = WordXml.Attribute(reader, "val") is not ("0" or "false" or "off");
                break;
            case "docPartGallery" when WordXml.Attribute(reader, "val") is "Table of Contents":
                _contents = 1;
                break;
            case "footnote" or "endnote":
                // Word's own separators carry a type.
                _note = WordXml.Attribute(reader, "type") is null or "normal" ? _place + WordXml.Attribute(reader, "id") : null;
                break;
            case "footnoteReference" or "endnoteReference" when _open.Count > 0 && WordXml.Attribute(reader, "id") is { } id:
                _open.Peek().Mark(NumberOf((reader.LocalName == "footnoteReference" ? "footnote" : "endnote") + id));
                break;
            default:
                if (_open.Count > 0)
                {
                    _open.Peek().Start(reader, links);
                }

                break;
        }
    }

    private void End(XmlReader reader)
    {
        if (_ignored > 0)
        {
            _ignored--;
            return;
        }

        switch (reader.LocalName)
        {
            case "p" when IsWord(reader) && _open.Count > 0:
                Close(_open.Pop());
                break;
            case "tr" when _tables == 1:
                CloseRow();
                break;
            case "tbl":
                _tables--;
                break;
            case "tc":
                if (_row.Count > 0)
                {
                    _row[^1].EndsCell = true;
                }

                break;
            case "sdt":
                _contents = 0;
                break;
            default:
                if (_open.Count > 0)
                {
                    _open.Peek().End(reader.LocalName);
                }

                break;
        }
    }

    /// <summary>Deleted and moved-away text, and the fallback of drawings, whose text stands in the choice already.</summary>
    private static bool IsIgnored(XmlReader reader) => reader.LocalName is "del" or "moveFrom" or "Fallback" or "delText" or "instrText" or "rPrChange" or "pPrChange" or "sectPr";

    private static bool IsWord(XmlReader reader) => reader.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal);

    private void Close(WordParagraph paragraph)
    {
        _number++;
        paragraph.Number = _number;
        if (_tables > 0)
        {
            _row.Add(paragraph);
        }
        else
        {
            Add(paragraph);
        }
    }

    /// <summary>A row with one cell, or with a long one, is a box of text; any other is a row of data.</summary>
    private void CloseRow()
    {
        if (_cells <= 1 || _row.Exists(p => p.Length > LongestSimpleCell))
        {
            _row.ForEach(Add);
        }
        else if (_row.Count > 0)
        {
            var inline = new InlineText();
            foreach (var paragraph in _row)
            {
                inline.Append(paragraph.Plain, preserve: false);
                inline.Space();
                if (paragraph.EndsCell)
                {
                    inline.Cell();
                }
            }

            var (text, _) = inline.Take();
            Add(BlockKind.TableRow, 0, false, InlineNormalization.Normalize(text.Trim()), [], _row[0].Number, null, isHeader: _isHeader);
        }

        _row.Clear();
        _cells = 0;
        _isHeader = false;
    }

    private void Add(WordParagraph paragraph)
    {
        foreach (var hidden in paragraph.Hidden)
        {
            Add(BlockKind.Paragraph, 0, false, hidden, [], paragraph.Number, StructuralRemoval.Hidden);
        }

        var (role, level) = styles.RoleOf(paragraph.StyleId);
        if (paragraph.OutlineLevel is >= 0 and < 9 && role == WordRole.Body)
        {
            (role, level) = (WordRole.Heading, Math.Min(6, paragraph.OutlineLevel + 1));
        }

        if (role == WordRole.Body && paragraph.NumberingId is not (null or "0"))
        {
            role = WordRole.List;
        }

        var (text, spans) = paragraph.Take(preserve: role == WordRole.Code);
        if (paragraph.NoteKey is { } note)
        {
            Add(BlockKind.Footnote, 0, false, Numbered(note, text), [], paragraph.Number, null);
            return;
        }

        var isOrdered = role == WordRole.List && styles.IsOrdered(paragraph.NumberingId, paragraph.NumberingLevel);
        var (kind, depth) = role switch
        {
            WordRole.Title or WordRole.Heading => (BlockKind.Heading, level),
            WordRole.List => (BlockKind.ListItem, paragraph.NumberingLevel + 1),
            WordRole.Quote => (BlockKind.Quote, 0),
            WordRole.Caption => (BlockKind.Caption, 0),
            WordRole.Code => (BlockKind.Code, 0),
            _ => (BlockKind.Paragraph, 0),
        };
        Title ??= role == WordRole.Title && text.Length > 0 ? text : null;
        Subtitle ??= role == WordRole.Subtitle && text.Length > 0 ? text : null;
        Add(kind, depth, isOrdered, text, spans, paragraph.Number, role == WordRole.Contents || _contents > 0 ? StructuralRemoval.Contents : null, paragraph.Points);
    }

    private void Add(BlockKind kind, int level, bool isOrdered, string text, IReadOnlyList<InlineSpan> spans, int number, StructuralRemoval? removal, float points = 0, bool isHeader = false)
    {
        if (text.Length == 0)
        {
            _isBehindBlank = true;
            return;
        }

        var block = new Block
        {
            Ordinal = _found.Count,
            Kind = kind,
            Level = level,
            Ordered = isOrdered,
            IsHeader = isHeader,
            Text = text,
            Spans = spans,
            Origin = string.Create(CultureInfo.InvariantCulture, $"{_place} {number}"),
            FollowsAtOnce = !_isBehindBlank,
        };
        _isBehindBlank = false;
        _points.Add(points);
        _found.Add(new ClassifiedBlock(TypedBullet.Read(block), (_outside ?? removal)?.Strip(_place) ?? Verdict.Keep));
    }

    private int NumberOf(string note)
    {
        if (!_noteNumbers.TryGetValue(note, out var number))
        {
            _noteNumbers[note] = number = _noteNumbers.Count + 1;
        }

        return number;
    }

    /// <summary>A note begins with the number of its mark; its further paragraphs do not.</summary>
    private string Numbered(string note, string text)
    {
        if (text.Length == 0 || _note != note || _numbered == note)
        {
            return text;
        }

        _numbered = note;
        return string.Create(CultureInfo.InvariantCulture, $"{NumberOf(note)}. {text}");
    }

    private string? _numbered;
}
