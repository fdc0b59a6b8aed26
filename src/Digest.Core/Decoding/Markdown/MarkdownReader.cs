using System.Globalization;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding.Html;
using Digest.Core.Decoding.Html.Declared;
using Digest.Core.Decoding.Labels;
using Digest.Core.Decoding.Text;
using Digest.Core.Essays;
using Digest.Core.Metadata;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownBlock = Markdig.Syntax.Block;

namespace Digest.Core.Decoding.Markdown;

/// <summary>Reads Markdown: CommonMark with tables, footnotes, strikethrough, and front matter.</summary>
internal sealed class MarkdownReader
{
    private const int FewestLongLines = 5;

    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    private readonly List<ClassifiedBlock> _blocks = [];
    private readonly int _skippedLines;

    /// <summary>What marks the item of a list that begins; null once its first paragraph is read.</summary>
    private string? _marker;

    /// <summary>Number of the footnote whose first block comes next; 0 when none does, or the text does not refer to it.</summary>
    private int _note;

    /// <summary>Every line is a paragraph, for the text has next to no blank ones.</summary>
    private bool _linesAreParagraphs;

    /// <summary>The items of its lists are paragraphs.</summary>
    private bool _isOutline;

    private MarkdownReader(int skippedLines) => _skippedLines = skippedLines;

    /// <summary>What the containers around a paragraph make of it.</summary>
    private readonly record struct Place(BlockKind Kind, int Level, bool Ordered, bool IsHeader = false, int Number = 0, bool? Continues = null);

    public static DecodeResult Read(string text, DecodingOptions options)
    {
        text = MarkdownDialects.Unfenced(text);
        var split = FrontMatter.Split(text);
        var metadata = split?.Matter.ToMetadata() ?? DocumentMetadata.Empty;
        var (body, comments) = MarkdownDialects.Read(split?.Body ?? text);
        if (MarkdownLimits.Exceeded(body, options))
        {
            return TooComplex();
        }

        var reader = new MarkdownReader(split?.Lines ?? 0) { _linesAreParagraphs = LinesAreParagraphs(body) };
        try
        {
            var document = Markdig.Markdown.Parse(body, Pipeline);
            StrikeTags.Nest(document);
            reader._isOutline = Outline.Is(document);
            reader.ReadContainer(document, new Place(BlockKind.Paragraph, 0, false));
            foreach (var note in FootnoteKeeper.Unreferenced(document))
            {
                reader.ReadBlock(note, new Place(BlockKind.Footnote, 0, false));
            }
        }
        catch (ArgumentException)
        {
            // Markdig refuses nesting beyond its own limit with this exception.
            return TooComplex();
        }

        reader._blocks.AddRange(comments.Select((comment, i) => new ClassifiedBlock(
            new Blocks.Block { Ordinal = reader._blocks.Count + i, Kind = BlockKind.Paragraph, Text = InlineNormalization.Normalize(comment), Origin = string.Create(CultureInfo.InvariantCulture, $"comment {i + 1}") },
            StructuralRemoval.DraftComment.Strip(comment))));
        var heading = reader._blocks.Find(b => b.Block is { Kind: BlockKind.Heading, Level: 1 })?.Block.Text;
        return new DecodeResult.Decoded(new DecodedDocument
        {
            Format = SourceFormat.Markdown,
            Blocks = reader._blocks,
            Metadata = PlatformHead.Read(reader._blocks, metadata) with { Title = metadata.Title is { } title ? PageTitle.OfClipping(title, heading, metadata.Canonical) : null, FirstHeading = heading },
        });
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Insert(0, new FootnoteKeeper());
        builder.BlockParsers.Replace<HtmlBlockParser>(new HtmlTables());
        return builder.UsePipeTables().UseFootnotes().UseEmphasisExtras().UseAutoLinks().UseTaskLists().UseDefinitionLists().Build();
    }

    /// <summary>Code that a program runs or another format holds; whoever reads the essay doesn't see it.</summary>
    private static bool IsForProgram(CodeBlock code) =>
        code is FencedCodeBlock { Info: { } info } && (info.StartsWith("{=", StringComparison.Ordinal) || info is "dataview" or "dataviewjs" or "query" or "tasks");

    /// <summary>Lines as long as paragraphs follow one another without blank ones: text that was pasted or exported line by line.</summary>
    private static bool LinesAreParagraphs(string text)
    {
        var (paragraphs, pairs, wasLong) = (0, 0, false);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var isLong = line.Length > Paragraphs.WidestWrap && line[0] is not ('-' or '*' or '>' or '|' or ' ' or '\t');
            paragraphs += isLong ? 1 : 0;
            pairs += isLong && wasLong ? 1 : 0;
            wasLong = isLong;
        }

        return paragraphs >= FewestLongLines && pairs * 10 >= (paragraphs - 1) * 8;
    }

    private static DecodeResult.Rejected TooComplex() =>
        new(new Problem(ProblemCodes.TooComplex, "The Markdown is nested too deeply to be an essay. Check the file for repeated '>' or '[' signs."));

    // The recursion is as deep as Markdig allows blocks to nest (128).
    private void ReadContainer(ContainerBlock container, Place place)
    {
        foreach (var block in container)
        {
            ReadBlock(block, place);
        }
    }

    private void ReadBlock(MarkdownBlock block, Place place)
    {
        switch (block)
        {
            case HeadingBlock heading:
                AddInline(heading, new Place(BlockKind.Heading, Math.Clamp(heading.Level, 1, 6), false));
                break;
            case ParagraphBlock paragraph:
                AddParagraph(paragraph, place);
                break;
            case HtmlBlock html:
                AddHtml(html);
                break;
            case CodeBlock code:
                Add(code, new Place(BlockKind.Code, 0, false), InlineNormalization.Normalize(code.Lines.ToString().Trim('\n', '\r').TrimEnd()), [], IsForProgram(code) ? StructuralRemoval.Hidden : null);
                break;
            case QuoteBlock quote:
                ReadContainer(quote, new Place(BlockKind.Quote, 0, false));
                break;
            case ListBlock list when YearLine.Of(list) is { } paragraph:
                ReadContainer(paragraph, place);
                break;
            case ListBlock list:
                foreach (var item in list.OfType<ListItemBlock>())
                {
                    _marker = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{item.Order}{list.OrderedDelimiter}") : list.BulletType.ToString();
                    ReadContainer(item, _isOutline ? place : new Place(BlockKind.ListItem, place.Kind == BlockKind.ListItem ? place.Level + 1 : 1, list.IsOrdered, Number: list.IsOrdered ? item.Order : 0));
                }

                break;
            case Table table:
                foreach (var row in table.OfType<TableRow>())
                {
                    AddRow(row);
                }

                break;
            case FootnoteGroup notes:
                ReadContainer(notes, place);
                break;
            case Footnote note:
                _note = note.Order;
                ReadContainer(note, new Place(BlockKind.Footnote, 0, false));
                break;
            case LinkReferenceDefinitionGroup or ThematicBreakBlock:
                break;
            case ContainerBlock other:
                ReadContainer(other, place);
                break;
            case LeafBlock { Inline: not null } leaf:
                AddInline(leaf, place);
                break;
        }
    }

    private void AddParagraph(ParagraphBlock paragraph, Place place)
    {
        if (place.Kind != BlockKind.Paragraph || paragraph.Inline is null)
        {
            AddInline(paragraph, place);
            return;
        }

        var stacked = MarkdownInlines.StackedLines(paragraph.Inline);
        AddStruck(paragraph);
        foreach (var line in stacked.Count > 0 ? Lines(stacked) : Divided(paragraph.Inline))
        {
            Add(paragraph, place, line.Text, line.Spans);
        }
    }

    /// <summary>The paragraphs that a paragraph of Markdown is meant to be.</summary>
    private IEnumerable<BrokenLine> Divided(ContainerInline inline)
    {
        var all = MarkdownInlines.BrokenLines(inline, soft: true);
        if (all.Count > 1 && (_linesAreParagraphs || LabelledLines.Are(Lines(all))))
        {
            return _linesAreParagraphs ? Lines(all) : LabelledLines.Joined(Lines(all));
        }

        var hard = MarkdownInlines.BrokenLines(inline, soft: false);
        return hard.Count > 1 ? BrokenLines.Divide([.. Lines(hard)]) : Lines(hard);
    }

    private static List<BrokenLine> Lines(List<Inline?> starts)
    {
        var lines = new List<BrokenLine>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var text = new InlineText();
            MarkdownInlines.Append(starts[i], i + 1 < starts.Count ? starts[i + 1] : null, text);
            var (line, spans) = text.Take();
            (line, spans) = InlineNormalization.Apply(line, spans);
            lines.Add(new BrokenLine(line, spans));
        }

        return lines;
    }

    private void AddInline(LeafBlock block, Place place)
    {
        var inline = new InlineText();
        if (place.Kind == BlockKind.Footnote && _note > 0)
        {
            inline.Append(string.Create(CultureInfo.InvariantCulture, $"{_note}. "), preserve: false);
            _note = 0;
        }

        AddStruck(block);
        MarkdownInlines.Append(block.Inline, inline);
        Add(block, place, inline);
    }

    private void AddStruck(LeafBlock block)
    {
        foreach (var struck in MarkdownInlines.Struck(block.Inline))
        {
            Add(block, new Place(BlockKind.Paragraph, 0, false), InlineNormalization.Normalize(struck), [], StructuralRemoval.Struck);
        }
    }

    private void AddRow(TableRow row)
    {
        var inline = new InlineText();
        foreach (var cell in row.OfType<TableCell>())
        {
            inline.Cell();
            foreach (var leaf in cell.OfType<LeafBlock>())
            {
                AddStruck(leaf);
                MarkdownInlines.Append(leaf.Inline, inline);
                inline.Space();
            }
        }

        Add(row, new Place(BlockKind.TableRow, 0, false, row.IsHeader), inline);
    }

    private void Add(MarkdownBlock source, Place place, InlineText inline)
    {
        if (!inline.IsEmpty)
        {
            var (text, spans) = inline.Take();
            (text, spans) = InlineNormalization.Apply(text, spans);
            Add(source, place, text, spans);
        }
    }

    private void Add(MarkdownBlock source, Place place, string text, IReadOnlyList<InlineSpan> spans, StructuralRemoval? removal = null)
    {
        if (text.Length == 0)
        {
            return;
        }

        var continues = place.Continues ?? (place.Kind == BlockKind.ListItem && _marker is null);
        var block = new Blocks.Block
        {
            Ordinal = _blocks.Count,
            Kind = place.Kind,
            Level = place.Level,
            Ordered = place.Ordered,
            Number = continues ? 0 : place.Number,
            Continues = continues,
            IsHeader = place.IsHeader,
            Marker = place.Kind == BlockKind.ListItem ? _marker : null,
            Text = text,
            Spans = spans,
            Origin = string.Create(CultureInfo.InvariantCulture, $"line {source.Line + 1 + _skippedLines}"),
        };
        _blocks.Add(new ClassifiedBlock(block, removal?.Strip(text) ?? Verdict.Keep));
        _marker = removal is null ? null : _marker;
    }

    /// <summary>HTML inside Markdown is read as a page's body; a writer put it there, so all of it is kept.</summary>
    private void AddHtml(HtmlBlock html)
    {
        if (html.Type == HtmlBlockType.Comment)
        {
            return;
        }

        foreach (var block in PageBlocks.OfFragment(html.Lines.ToString()))
        {
            Add(html, new Place(block.Kind, block.Level, block.Ordered, block.IsHeader, block.Number, block.Continues), block.Text, block.Spans, block.IsStruck ? StructuralRemoval.Struck : null);
        }
    }
}
