using System.Globalization;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding.Html;
using Digest.Core.Decoding.Html.Declared;
using Digest.Core.Essays;
using Digest.Core.Metadata;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using MarkdownBlock = Markdig.Syntax.Block;

namespace Digest.Core.Decoding.Markdown;

/// <summary>Reads Markdown: CommonMark with tables, footnotes, strikethrough, and front matter.</summary>
internal sealed class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    private readonly List<ClassifiedBlock> _blocks = [];
    private readonly int _skippedLines;

    /// <summary>What marks the item of a list that begins; null once its first paragraph is read.</summary>
    private string? _marker;

    /// <summary>Number of the footnote whose first block comes next; 0 when none does, or the text does not refer to it.</summary>
    private int _note;

    private MarkdownReader(int skippedLines) => _skippedLines = skippedLines;

    /// <summary>What the containers around a paragraph make of it.</summary>
    private readonly record struct Place(BlockKind Kind, int Level, bool Ordered, bool IsHeader = false);

    public static DecodeResult Read(string text, DecodingOptions options)
    {
        var split = FrontMatter.Split(text);
        var metadata = split?.Matter.ToMetadata() ?? DocumentMetadata.Empty;
        var body = TemplateTags.Without(split?.Body ?? text);
        if (MarkdownLimits.Exceeded(body, options))
        {
            return TooComplex();
        }

        var reader = new MarkdownReader(split?.Lines ?? 0);
        try
        {
            var document = Markdig.Markdown.Parse(body, Pipeline);
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

        var heading = reader._blocks.Find(b => b.Block is { Kind: BlockKind.Heading, Level: 1 })?.Block.Text;
        return new DecodeResult.Decoded(new DecodedDocument
        {
            Format = SourceFormat.Markdown,
            Blocks = reader._blocks,
            Metadata = metadata with { Title = metadata.Title is { } title ? PageTitle.OfClipping(title, heading, metadata.Canonical) : null, FirstHeading = heading },
        });
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.BlockParsers.Insert(0, new FootnoteKeeper());
        return builder.UsePipeTables().UseFootnotes().UseEmphasisExtras().UseAutoLinks().Build();
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
                Add(code, new Place(BlockKind.Code, 0, false), InlineNormalization.Normalize(code.Lines.ToString().Trim('\n', '\r').TrimEnd()), []);
                break;
            case QuoteBlock quote:
                ReadContainer(quote, new Place(BlockKind.Quote, 0, false));
                break;
            case ListBlock list:
                foreach (var item in list.OfType<ListItemBlock>())
                {
                    _marker = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{item.Order}{list.OrderedDelimiter}") : list.BulletType.ToString();
                    ReadContainer(item, new Place(BlockKind.ListItem, place.Kind == BlockKind.ListItem ? place.Level + 1 : 1, list.IsOrdered));
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
        var lines = place.Kind == BlockKind.Paragraph ? MarkdownInlines.StackedLines(paragraph.Inline) : [];
        if (lines.Count == 0)
        {
            AddInline(paragraph, place);
            return;
        }

        for (var i = 0; i < lines.Count; i++)
        {
            var inline = new InlineText();
            MarkdownInlines.Append(lines[i], i + 1 < lines.Count ? lines[i + 1] : null, inline);
            Add(paragraph, place, inline);
        }
    }

    private void AddInline(LeafBlock block, Place place)
    {
        var inline = new InlineText();
        if (place.Kind == BlockKind.Footnote && _note > 0)
        {
            inline.Append(string.Create(CultureInfo.InvariantCulture, $"{_note}. "), preserve: false);
            _note = 0;
        }

        MarkdownInlines.Append(block.Inline, inline);
        Add(block, place, inline);
    }

    private void AddRow(TableRow row)
    {
        var inline = new InlineText();
        foreach (var cell in row.OfType<TableCell>())
        {
            inline.Cell();
            foreach (var leaf in cell.OfType<LeafBlock>())
            {
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

    private void Add(MarkdownBlock source, Place place, string text, IReadOnlyList<InlineSpan> spans)
    {
        if (text.Length == 0)
        {
            return;
        }

        var block = new Blocks.Block
        {
            Ordinal = _blocks.Count,
            Kind = place.Kind,
            Level = place.Level,
            Ordered = place.Ordered,
            IsHeader = place.IsHeader,
            Marker = place.Kind == BlockKind.ListItem ? _marker : null,
            Text = text,
            Spans = spans,
            Origin = string.Create(CultureInfo.InvariantCulture, $"line {source.Line + 1 + _skippedLines}"),
        };
        _blocks.Add(new ClassifiedBlock(block, Verdict.Keep));
        _marker = null;
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
            Add(html, new Place(block.Kind, block.Level, block.Ordered, block.IsHeader), block.Text, block.Spans);
        }
    }
}
