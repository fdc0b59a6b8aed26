using System.Globalization;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding.Labels;

namespace Digest.Core.Decoding.Word;

/// <summary>The blocks that the paragraphs and tables of a Word document make, in order.</summary>
internal sealed class WordBlocks(WordStyles styles, WordNumbering numbering, ContentControls controls)
{
    private readonly List<ClassifiedBlock> _found = [];
    private readonly List<float> _points = [];
    private readonly Dictionary<string, int> _noteNumbers = new(StringComparer.Ordinal);
    private string? _numbered;
    private bool _isBehindBlank = true;

    /// <summary>All blocks so far, with their verdicts.</summary>
    public IReadOnlyList<ClassifiedBlock> Found => _found;

    /// <summary>Text of the first paragraph in the Title style, or null.</summary>
    public string? Title { get; private set; }

    /// <summary>Text of the first paragraph in the Subtitle style, or null.</summary>
    public string? Subtitle { get; private set; }

    /// <summary>What the part that is being read is called in the origin of its blocks.</summary>
    public string Place { get; set; } = "paragraph";

    /// <summary>Why the part that is being read is not the essay; null for its body.</summary>
    public StructuralRemoval? Outside { get; set; }

    /// <summary>The note that is being read, or null.</summary>
    public string? Note { get; set; }

    /// <summary>Number of the last paragraph read.</summary>
    public int LastParagraph { get; set; }

    /// <summary>Marks the line in large print as the title where no style does.</summary>
    public void MarkTitle() => LargePrint.MarkTitle(_found, _points);

    /// <summary>Adds the rows of a table, as rows, as text, or as the labelled lines of a form.</summary>
    public void AddTable(IReadOnlyList<WordTable.Row> rows)
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
                Add(BlockKind.TableRow, 0, false, new BrokenLine(row.Text(), []), row.Cells.SelectMany(cell => cell).Select(p => p.Number).FirstOrDefault(LastParagraph), null, row.IsHeader);
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

    /// <summary>Adds a paragraph.</summary>
    public void Add(WordParagraph paragraph)
    {
        AddLeftOut(paragraph);
        var (role, level) = styles.RoleOf(paragraph.StyleId);
        if (paragraph.OutlineLevel is >= 0 and < 9 && role == WordRole.Body)
        {
            (role, level) = (WordRole.Heading, Math.Min(6, paragraph.OutlineLevel + 1));
        }

        var (list, depthInList) = paragraph.NumberingId is { } own ? (own, paragraph.NumberingLevel) : styles.NumberingOf(paragraph.StyleId) ?? ("0", 0);
        if (role == WordRole.Body && list != "0")
        {
            role = WordRole.List;
        }

        var lines = role == WordRole.Code ? [paragraph.TakeCode()] : paragraph.Take();
        if (paragraph.NoteKey is { } note)
        {
            Add(BlockKind.Footnote, 0, false, Numbered(note, BrokenLines.Join(lines)), paragraph.Number, null);
            return;
        }

        var count = numbering.Next(list, depthInList);
        var isOrdered = role == WordRole.List && numbering.IsOrdered(list, depthInList);
        var (kind, depth) = role switch
        {
            WordRole.Title or WordRole.Heading => (BlockKind.Heading, level),
            WordRole.List => (BlockKind.ListItem, depthInList + 1),
            WordRole.Quote => (BlockKind.Quote, 0),
            WordRole.Caption => (BlockKind.Caption, 0),
            WordRole.Code => (BlockKind.Code, 0),
            _ => (BlockKind.Paragraph, 0),
        };
        var whole = BrokenLines.Join(lines);
        if (role == WordRole.Heading && whole.Text.Length > 0 && numbering.Label(list, depthInList) is { Length: > 0 } label)
        {
            whole = BrokenLines.Join([new BrokenLine(label, []), whole]);
        }

        Title ??= role == WordRole.Title && whole.Text.Length > 0 ? whole.Text : null;
        Subtitle ??= role == WordRole.Subtitle && whole.Text.Length > 0 ? whole.Text : null;
        var removal = role == WordRole.Contents || controls.AreContents ? StructuralRemoval.Contents : role == WordRole.Label ? StructuralRemoval.LabelledLine : null;
        foreach (var line in role == WordRole.Body ? BrokenLines.Divide(lines) : [whole])
        {
            Add(kind, depth, isOrdered, line, paragraph.Number, removal, count: isOrdered ? count : 0);
        }
    }

    private void Add(BlockKind kind, int level, bool isOrdered, BrokenLine line, int number, StructuralRemoval? removal, bool isHeader = false, int count = 0)
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
            Number = count,
            IsHeader = isHeader,
            Text = line.Text,
            Spans = line.Spans,
            Origin = "",
        };
        Add(block, number, removal, line.Points);
    }

    /// <summary>Adds a block as it is.</summary>
    public void Add(Block block, int number, StructuralRemoval? removal, float points = 0)
    {
        block = block with
        {
            Ordinal = _found.Count,
            Origin = string.Create(CultureInfo.InvariantCulture, $"{Place} {number}"),
            FollowsAtOnce = !_isBehindBlank,
        };
        _isBehindBlank = false;
        _points.Add(points);
        _found.Add(new ClassifiedBlock(TypedBullet.Read(block), (Outside ?? removal)?.Strip(Place) ?? Verdict.Keep));
    }

    /// <summary>The number of a note, in the order of the marks.</summary>
    public int NumberOf(string note)
    {
        if (!_noteNumbers.TryGetValue(note, out var number))
        {
            _noteNumbers[note] = number = _noteNumbers.Count + 1;
        }

        return number;
    }

    /// <summary>A note begins with the number of its mark; its further paragraphs do not.</summary>
    private BrokenLine Numbered(string note, BrokenLine line)
    {
        if (line.Text.Length == 0 || Note != note || _numbered == note)
        {
            return line;
        }

        _numbered = note;
        return BrokenLines.Join([new BrokenLine(string.Create(CultureInfo.InvariantCulture, $"{NumberOf(note)}."), []), line]);
    }
}
