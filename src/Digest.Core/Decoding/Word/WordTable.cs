using Digest.Core.Decoding.Html;
using Digest.Core.Decoding.Labels;

namespace Digest.Core.Decoding.Word;

/// <summary>
/// Holds the outermost table until its end: only a whole table shows whether it sets out data or lays out text. Tables inside it
/// are read as the text of the cell they stand in.
/// </summary>
internal sealed class WordTable
{
    /// <summary>A cell of more characters holds text.</summary>
    private const int LongestOfData = 600;

    private const int FewestLabels = 2;

    private readonly List<Row> _rows = [];
    private int _depth;

    /// <summary>A row and its cells.</summary>
    public sealed class Row
    {
        public List<List<WordParagraph>> Cells { get; } = [];

        public bool IsHeader { get; set; }

        /// <summary>A row with one cell, or with a long one, is a box of text.</summary>
        public bool IsText => Cells.Count <= 1 || Cells.Exists(cell => cell.Sum(p => p.Length) > LongestOfData);

        /// <summary>Its cells, parted by tabs.</summary>
        public string Text()
        {
            var inline = new InlineText();
            foreach (var cell in Cells)
            {
                foreach (var paragraph in cell)
                {
                    inline.Append(paragraph.Plain, preserve: false);
                    inline.Space();
                }

                inline.Cell();
            }

            return InlineNormalization.Normalize(inline.Take().Text.Trim());
        }
    }

    public bool IsOpen => _depth > 0;

    public void Open() => _depth++;

    public void OpenRow()
    {
        if (_depth == 1)
        {
            _rows.Add(new Row());
        }
    }

    public void OpenCell()
    {
        if (_depth == 1 && _rows.Count > 0)
        {
            _rows[^1].Cells.Add([]);
        }
    }

    public void MarkHeader()
    {
        if (_rows.Count > 0)
        {
            _rows[^1].IsHeader = true;
        }
    }

    public void Add(WordParagraph paragraph)
    {
        if (_rows.Count == 0)
        {
            _rows.Add(new Row());
        }

        if (_rows[^1].Cells.Count == 0)
        {
            _rows[^1].Cells.Add([]);
        }

        _rows[^1].Cells[^1].Add(paragraph);
    }

    /// <summary>Ends a table; gives the rows when it was the outermost.</summary>
    public IReadOnlyList<Row> Close()
    {
        _depth = Math.Max(0, _depth - 1);
        if (_depth > 0)
        {
            return [];
        }

        Row[] rows = [.. _rows];
        _rows.Clear();
        return rows;
    }

    /// <summary>One row whose cells hold several paragraphs sets the head of a manuscript beside its length, or a text beside a column.</summary>
    public static bool IsLayout(IReadOnlyList<Row> rows) => rows.Count == 1 && rows[0].Cells.Exists(cell => cell.Count(p => p.Length > 0) > 1);

    /// <summary>Two columns, the first of which holds the labels of a draft: the sheet that a desk or a system for content makes of an essay.</summary>
    public static bool IsForm(IReadOnlyList<Row> rows)
    {
        var labels = rows.Where(row => row.Cells.Count == 2).Select(row => FormLabels.Of(string.Concat(row.Cells[0].Select(p => p.Plain)))).ToList();
        return labels.Count == rows.Count && labels.Count(label => label is not (LabelField.None or LabelField.Work)) is >= FewestLabels and var known && known * 2 > labels.Count
            && labels.Exists(label => label is LabelField.Title or LabelField.Dek or LabelField.Author);
    }
}
