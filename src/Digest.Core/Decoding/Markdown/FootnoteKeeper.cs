using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Digest.Core.Decoding.Markdown;

/// <summary>
/// The parser of footnotes, which remembers all of them: Markdig removes a note that the text does not refer to from the
/// document without a trace, and nothing an author wrote may be lost.
/// </summary>
internal sealed class FootnoteKeeper : FootnoteParser
{
    private static readonly object Key = new();

    /// <summary>The notes of a parsed document that its text does not refer to, in their order.</summary>
    public static IEnumerable<Footnote> Unreferenced(MarkdownDocument document) =>
        (document.GetData(Key) as List<Footnote> ?? []).Where(note => note.Parent is null);

    /// <inheritdoc />
    public override BlockState TryOpen(BlockProcessor processor) => Remember(processor, base.TryOpen(processor));

    /// <inheritdoc />
    public override BlockState TryContinue(BlockProcessor processor, Block block) => Remember(processor, base.TryContinue(processor, block));

    /// <summary>Opening a note, and going on behind one, may both begin the next.</summary>
    private static BlockState Remember(BlockProcessor processor, BlockState state)
    {
        if (processor.NewBlocks.OfType<Footnote>().FirstOrDefault() is { } note)
        {
            if (processor.Document.GetData(Key) is not List<Footnote> notes)
            {
                processor.Document.SetData(Key, notes = []);
            }

            if (notes.Count == 0 || notes[^1] != note)
            {
                notes.Add(note);
            }
        }

        return state;
    }
}
