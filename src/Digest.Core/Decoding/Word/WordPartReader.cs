using System.Xml;
using Digest.Core.Decoding.Equations;
using DocumentFormat.OpenXml.Packaging;

namespace Digest.Core.Decoding.Word;

/// <summary>Reads the parts of a Word document, element by element, and puts its paragraphs and tables together.</summary>
internal sealed class WordPartReader
{
    private readonly WordStyles _styles;
    private readonly DecodingOptions _options;
    private readonly ContentControls _controls = new();
    private readonly Stack<WordParagraph> _open = new();
    private readonly WordTable _table = new();
    private readonly FieldCodes _fields = new();
    private readonly OfficeMath _equation = new();
    private int _ignored;

    /// <summary>A paragraph that goes on in the next, and how many stood around it.</summary>
    private (WordParagraph Paragraph, int Depth)? _unfinished;
    private OpenXmlPart? _part;

    /// <summary>Addresses that the links of the part lead to, by their ids: every part has its own.</summary>
    private Dictionary<string, string> _links = [];

    /// <param name="styles">What the styles of the document mean.</param>
    /// <param name="numbering">How its lists and headings are counted.</param>
    /// <param name="options">Bounds of what is read.</param>
    public WordPartReader(WordStyles styles, WordNumbering numbering, DecodingOptions options)
    {
        (_styles, _options) = (styles, options);
        Blocks = new WordBlocks(styles, numbering, _controls);
    }

    /// <summary>What was read.</summary>
    public WordBlocks Blocks { get; }

    /// <summary>Reads the essay.</summary>
    public void ReadBody(OpenXmlPart part)
    {
        Read(part);
        Blocks.MarkTitle();
    }

    /// <summary>Reads footnotes or endnotes, in the order of the marks in the text.</summary>
    public void ReadNotes(OpenXmlPart? part, string place)
    {
        if (part is not null)
        {
            Blocks.Place = place;
            Read(part);
            Blocks.Note = null;
        }
    }

    /// <summary>Reads a part that is not the essay; its blocks are stripped for <paramref name="removal"/>.</summary>
    public void ReadOutside(OpenXmlPart? part, StructuralRemoval removal, string place)
    {
        if (part is not null)
        {
            (Blocks.Outside, Blocks.Place, Blocks.LastParagraph) = (removal, place, 0);
            Read(part);
            Blocks.Outside = null;
        }
    }

    private void Read(OpenXmlPart part)
    {
        (_part, _links) = (part, LinkTargets(part));
        _controls.Clear();
        _fields.Clear();
        _equation.Clear();
        WordXml.Read(part, _options, Start, End);
        Finish();
    }

    private static Dictionary<string, string> LinkTargets(OpenXmlPart part)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in part.HyperlinkRelationships)
        {
            targets.TryAdd(link.Id, link.Uri.OriginalString);
        }

        return targets;
    }

    private void Start(XmlReader reader)
    {
        if (reader.NodeType != XmlNodeType.Element)
        {
            ReadText(reader.Value);
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

        if (_open.Count > 0 && (OfficeMath.IsPart(reader) || _equation.IsOpen))
        {
            _equation.Start(reader);
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
                _fields.Read(WordXml.Attribute(reader, "fldCharType"), _open.Count > 0 ? _open.Peek() : null);
                break;
            case "instrText":
                _fields.IsInText = true;
                break;
            case "altChunk" when _part is not null && WordXml.Attribute(reader, "id") is { } chunk:
                Finish();
                Blocks.LastParagraph++;
                foreach (var block in EmbeddedFile.Read(_part.GetPartById(chunk), _options))
                {
                    Blocks.Add(block, Blocks.LastParagraph, null);
                }

                break;
            case "footnote" or "endnote":
                // Word's own separators carry a type.
                Blocks.Note = WordXml.Attribute(reader, "type") is null or "normal" ? Blocks.Place + WordXml.Attribute(reader, "id") : null;
                break;
            case "footnoteReference" or "endnoteReference" when _open.Count > 0 && WordXml.Attribute(reader, "id") is { } id:
                _open.Peek().Mark(Blocks.NumberOf((reader.LocalName == "footnoteReference" ? "footnote" : "endnote") + id));
                break;
            default:
                if (_open.Count > 0)
                {
                    _open.Peek().Start(reader, _links);
                }

                break;
        }
    }

    private void ReadText(string text)
    {
        if (_open.Count == 0 || _ignored > 0)
        {
            return;
        }

        if (_fields.IsInText)
        {
            _fields.Text(text);
        }
        else if (_equation.IsOpen)
        {
            _equation.Text(text);
        }
        else
        {
            _open.Peek().Text(text);
        }
    }

    private void End(XmlReader reader)
    {
        if (_ignored > 0)
        {
            _ignored--;
            return;
        }

        if (_equation.IsOpen)
        {
            if (_equation.End() is { } equation)
            {
                _open.Peek().Equation(equation);
            }

            return;
        }

        switch (reader.LocalName)
        {
            case "p" when IsWord(reader) && _open.Count > 0:
                Close(_open.Pop());
                break;
            case "tbl":
                Finish();
                Blocks.AddTable(_table.Close());
                break;
            case "tc":
                Finish();
                break;
            case "sdt":
                _controls.Close();
                break;
            case "instrText":
                _fields.IsInText = false;
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
    private static bool IsIgnored(XmlReader reader) => reader.LocalName is "del" or "moveFrom" or "Fallback" or "delText" or "rPrChange" or "pPrChange" or "sectPr" or "rt";

    private static bool IsWord(XmlReader reader) => reader.NamespaceURI.Contains("wordprocessingml", StringComparison.Ordinal);

    /// <summary>A paragraph, or the one that goes on in it.</summary>
    private WordParagraph Begin()
    {
        if (_unfinished is not var (paragraph, depth) || depth != _open.Count)
        {
            return new WordParagraph(Blocks.Note, _styles, _controls, _fields);
        }

        _unfinished = null;
        paragraph.Continue();
        return paragraph;
    }

    private void Close(WordParagraph paragraph)
    {
        paragraph.Number = ++Blocks.LastParagraph;
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
            Blocks.Add(paragraph);
        }
    }
}
