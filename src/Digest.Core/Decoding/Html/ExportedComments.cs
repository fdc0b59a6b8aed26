using Digest.Core.Blocks;
using Digest.Core.Boilerplate;

namespace Digest.Core.Decoding.Html;

/// <summary>
/// What others noted on a draft, as online editors export it: a letter in the text that leads to the comment, and behind the text a box for each
/// comment, which begins with the way back.
/// </summary>
internal static class ExportedComments
{
    private const string Comment = "#cmnt";
    private const string Back = "#cmnt_ref";

    /// <summary>True for the letter in the text.</summary>
    public static bool IsMark(InlineSpan span) => LeadsTo(span, Comment) && !LeadsTo(span, Back);

    /// <summary>True for a draft that was exported with its comments.</summary>
    public static bool Any(HtmlPage page) => page.Blocks.Any(LeadsBack);

    /// <summary>Strips the comments.</summary>
    public static void Strip(HtmlPage page, Verdict[] verdicts)
    {
        int? box = null;
        for (var b = 0; b < verdicts.Length; b++)
        {
            var block = page.Blocks[b];
            var around = page.Tree[block.Container].Parent;
            box = LeadsBack(block) ? around : box;
            if (around == box)
            {
                verdicts[b] = StructuralRemoval.DraftComment.Strip(block.Text);
            }
        }
    }

    private static bool LeadsBack(PageBlock block) => block.Spans.Count > 0 && block.Spans.Any(span => span.Start == 0 && LeadsTo(span, Back));

    private static bool LeadsTo(InlineSpan span, string target) => span.Kind == InlineKind.Link && span.Target?.StartsWith(target, StringComparison.Ordinal) == true;
}
