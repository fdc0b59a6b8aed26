using System.Globalization;
using System.Xml;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding.Labels;
using DocumentFormat.OpenXml.Packaging;

namespace Digest.Core.Decoding.Word;

/// <summary>Turns the paragraphs of a Word document into blocks.</summary>
internal sealed class WordBlocks(WordStyles styles, IReadOnlyDictionary<string, string> links, DecodingOptions options)
{
    private readonly List<ClassifiedBlock> _found = [];
    private readonly List<float> _points = [];
    private bool _isBehindBlank = true;
    private readonly Stack<WordParagraph> _open = new();
    private readonly WordTable _table = new();
    private readonly ContentControls _controls = new();
    private readonly FieldCodes _fields = new();
    private readonly Dictionary<string, int> _noteNumbers = new(StringComparer.Ordinal);
    private int _ignored;
    private int _number;

    /// <summary>A paragraph that goes on in the next, and how many stood around it.</summary>
    private (WordParagraph Paragraph, int Depth)? _unfinished;
    private OpenXmlPart? _part;
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
        Read(part);
        LargePrint.MarkTitle(_found, _points);
    }

    /// <summary>Reads footnotes or endnotes, in the order of the marks in the text.</summary>
    public void ReadNotes(OpenXmlPart? part, string place)
    {
        if (part is not null)
        {
            _place = place;
            Read(part);
            _note = null;
        }
    }

    /// <summary>Reads a part that is not the essay; its blocks are stripped for <paramref name="removal"/>.</summary>
    public void ReadOutside(OpenXmlPart? part, StructuralRemoval removal, string place)
    {
        if (part is not null)
        {
            (_outside, _place, _number) = (removal, place, 0);
            Read(part);
            _outside = null;
        }
    }

    private void Read(OpenXmlPart part)
    {
        _part = part;
        _controls.Clear();
        _fields.Clear();
        WordXml.Read(part, options, Start, End);
        Finish();
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

        if (_ignored == 0 && _open.Count > 0)
        {
            _open.Peek().Delete(reader.LocalName);
        }

        if (_ignored > 0 || IsIgnored(reader))
        {
            _ignored++;
            return;
        }

        switch (reader.LocalName)
        {
            case "p" when IsWord(reader):
                _open.Push(Begin());
                break;
            case "tbl":
                Finish();
                _table.Open();
                break;
            case "tr":
                _table.OpenRow();
                break;
            case "tc":
                _table.OpenCell();
                break;
            case "tblHeader" when WordXml.IsOn(reader):
                _table.MarkHeader();
                break;
            case "sdt":
                _controls.Open();
                break;
            case "docPartGallery" or "showingPlcHdr":
                _controls.Read(reader);
                break;
            case "fldChar":
                _fields.Read(WordXml.Attribute(reader, "fldCharType"));
                break;
            case "altChunk" when _part is not null && WordXml.Attribute(reader, "id") is { } chunk:
                Finish();
                _number++;
                foreach (var block in EmbeddedFile.Read(_part.GetPartById(chunk), options))
                {
                    Add(block, _number, null);
                }

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
            case "tbl":
                Finish();
                AddTable(_table.Close());
                break;
            case "tc":
                Finish();
                break;
            case "sdt":
                _controls.Close();
                break;
            default:
                if (_open.Count > 0)
                {
                    _open.Peek().End(reader.LocalName);
                }

                break;
        }
    }

    /// <summary>Deleted and moved-away text, the fallback of drawings, whose text stands in the choice already, and how a character is read, which stands above it.</summary>
    private static bool IsIgnored(XmlReader reader) => reader.LocalName is "del" or "moveFrom" or "Fallback" or "delText" or "instrText" or "rPrChange" or "pPrChange" or "sectPr" or "rt";

    private static bool IsWord(XmlReader reader) => reader.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal);

    /// <summary>A paragraph, or the one that goes on in it.</summary>
    private WordParagraph Begin()
    {
        if (_unfinished is not var (paragraph, depth) || depth != _open.Count)
        {
            return new WordParagraph(_note, styles, _controls, _fields);
        }

        _unfinished = null;
        paragraph.Continue();
        return paragraph;
    }

    private void Close(WordParagraph paragraph)
    {
        _number++;
        paragraph.Number = _number;
        _fields.EndParagraph();
        if (paragraph.GoesOn)
        {
            Finish();
            _unfinished = (paragraph, _open.Count);
        }
        else
        {
            Place(paragraph);
        }
    }

    /// <summary>No paragraph follows in which the unfinished one could go on.</summary>
    private void Finish()
    {
        if (_unfinished is var (paragraph, _))
        {
            _unfinished = null;
            Place(paragraph);
        }
    }

    private void Place(WordParagraph paragraph)
    {
        if (_table.IsOpen)
        {
            _table.Add(paragraph);
        }
        else
        {
            Add(paragraph);
        }
    }

    private void AddTable(IReadOnlyList<WordTable.Row> rows)
    {
        if (WordTable.IsForm(rows))
        {
            AddForm(rows);
            return;
        }

        var isLayout = WordTable.IsLayout(rows);
        foreach (var row in rows)
        {
            if (isLayout || row.IsText)
            {
                row.Cells.ForEach(cell => cell.ForEach(Add));
            }
            else
            {
                row.Cells.ForEach(cell => cell.ForEach(AddLeftOut));
                Add(BlockKind.TableRow, 0, false, new BrokenLine(row.Text(), []), row.Cells.SelectMany(cell => cell).Select(p => p.Number).FirstOrDefault(_number), null, row.IsHeader);
            }
        }
    }

    /// <summary>The rows of a form as lines, each with its label; what stands beside "Body" is the text.</summary>
    private void AddForm(IReadOnlyList<WordTable.Row> rows)
    {
        foreach (var row in rows)
        {
            var label = row.Cells[0].Find(p => p.Length > 0);
            if (label is not null && FormLabels.Of(label.Plain) == LabelField.Body)
            {
                Add(BlockKind.Paragraph, 0, false, new BrokenLine(label.Plain.Trim(), []), label.Number, StructuralRemoval.LabelledLine);
                row.Cells.Skip(1).SelectMany(cell => cell).ToList().ForEach(Add);
            }
            else if (label is not null)
            {
                Add(BlockKind.Paragraph, 0, false, new BrokenLine(row.Text().Replace(":\t", "\t", StringComparison.Ordinal).Replace("\t", ": ", StringComparison.Ordinal), []), label.Number, null);
            }
        }
    }

    private void AddLeftOut(WordParagraph paragraph) =>
        paragraph.LeftOut.ForEach(part => Add(BlockKind.Paragraph, 0, false, new BrokenLine(part.Text, []), paragraph.Number, part.Why));

    private void Add(WordParagraph paragraph)
    {
        AddLeftOut(paragraph);
        var (role, level) = styles.RoleOf(paragraph.StyleId);
        if (paragraph.OutlineLevel is >= 0 and < 9 && role == WordRole.Body)
        {
            (role, level) = (WordRole.Heading, Math.Min(6, paragraph.OutlineLevel + 1));
        }

        if (role == WordRole.Body && paragraph.NumberingId is not (null or "0"))
        {
            role = WordRole.List;
        }

        var lines = role == WordRole.Code ? [paragraph.TakeCode()] : paragraph.Take();
        if (paragraph.NoteKey is { } note)
        {
            Add(BlockKind.Footnote, 0, false, new BrokenLine(Numbered(note, BrokenLines.Join(lines).Text), []), paragraph.Number, null);
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
        var whole = BrokenLines.Join(lines);
        Title ??= role == WordRole.Title && whole.Text.Length > 0 ? whole.Text : null;
        Subtitle ??= role == WordRole.Subtitle && whole.Text.Length > 0 ? whole.Text : null;
        var removal = role == WordRole.Contents || _controls.AreContents ? StructuralRemoval.Contents : role == WordRole.Label ? StructuralRemoval.LabelledLine : null;
        foreach (var line in role == WordRole.Body ? BrokenLines.Divide(lines) : [whole])
        {
            Add(kind, depth, isOrdered, line, paragraph.Number, removal);
        }
    }

    private void Add(BlockKind kind, int level, bool isOrdered, BrokenLine line, int number, StructuralRemoval? removal, bool isHeader = false)
    {
        if (line.Text.Length == 0)
        {
            _isBehindBlank = true;
            return;
        }

        var block = new Block
        {
            Ordinal = 0,
            Kind = kind,
            Level = level,
            Ordered = isOrdered,
            IsHeader = isHeader,
            Text = line.Text,
            Spans = line.Spans,
            Origin = "",
        };
        Add(block, number, removal, line.Points);
    }

    private void Add(Block block, int number, StructuralRemoval? removal, float points = 0)
    {
        block = block with
        {
            Ordinal = _found.Count,
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
