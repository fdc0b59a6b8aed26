using Digest.Core.Decoding.Html;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Digest.Core.Decoding.Markdown;

/// <summary>
/// The parser of blocks of HTML, for which a table goes on behind a blank line: in CommonMark every block of HTML ends at one, and
/// the rest of a table that a writer has set out with blank lines would be loose words, or code where it is indented.
/// </summary>
internal sealed class HtmlTables : HtmlBlockParser
{
    /// <summary>How far the next part of a table is looked for.</summary>
    private const int LongestGap = 200;

    /// <inheritdoc />
    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        processor.IsBlankLine && GoesOn(processor.Line.Text.AsSpan(Math.Min(processor.Line.Start, processor.Line.Text.Length))) ? BlockState.Continue : base.TryContinue(processor, block);

    /// <summary>What comes next is a part that stands in tables alone.</summary>
    private static bool GoesOn(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, LongestGap)].TrimStart();
        return text.StartsWith('<') && HtmlTags.Named(text) is HtmlTag.Caption or HtmlTag.THead or HtmlTag.TBody or HtmlTag.TFoot or HtmlTag.Tr or HtmlTag.Td or HtmlTag.Th or HtmlTag.ColGroup or HtmlTag.Col
            || text.StartsWith("</table", StringComparison.OrdinalIgnoreCase);
    }
}
