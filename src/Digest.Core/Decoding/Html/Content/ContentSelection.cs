using Digest.Core.Blocks;
using Digest.Core.Boilerplate;

namespace Digest.Core.Decoding.Html.Content;

/// <summary>Decides which blocks of a page are the article.</summary>
internal static class ContentSelection
{
    /// <summary>Less text than this (letters) is no article: the choice is made again, less strictly.</summary>
    private const int LeastLetters = 200;

    private const float LooseThreshold = 0.2f;

    /// <summary>A verdict for each block, in order.</summary>
    /// <param name="page">The page.</param>
    /// <param name="isPage">False for a document, of which all is kept that no element sets apart.</param>
    /// <param name="model">The model that judges the blocks of a page.</param>
    public static Verdict[] Judge(HtmlPage page, bool isPage, BlockModel model)
    {
        var probabilities = model.Judge(page.Outline, page.Clues, out var rows);
        var kept = isPage ? Choose(page, probabilities, model.Threshold) : [.. probabilities.Select((_, b) => !page.Outline.IsSetApart(b))];
        KeepNotesWithTheirText(page, kept);
        var reason = new RemovalReason(page, model);
        var verdicts = new Verdict[kept.Length];
        for (var b = 0; b < kept.Length; b++)
        {
            verdicts[b] = kept[b] ? Verdict.Keep : reason.Of(b, probabilities[b], rows[b]);
        }

        return verdicts;
    }

    private static void KeepNotesWithTheirText(HtmlPage page, bool[] kept)
    {
        for (var b = 1; b < kept.Length; b++)
        {
            kept[b] = page.Blocks[b].Kind == BlockKind.Footnote ? kept[b - 1] : kept[b];
        }
    }

    /// <summary>
    /// The model's choice; where it finds next to nothing, the same with a lower bar; where that finds nothing either, all
    /// prose that no element sets apart.
    /// </summary>
    private static bool[] Choose(HtmlPage page, float[] probabilities, float threshold)
    {
        var strict = Array.ConvertAll(probabilities, p => p >= threshold);
        if (Letters(page, strict) >= LeastLetters)
        {
            return strict;
        }

        var loose = Array.ConvertAll(probabilities, p => p >= LooseThreshold);
        if (Letters(page, loose) >= LeastLetters)
        {
            return loose;
        }

        var prose = new bool[probabilities.Length];
        for (var b = 0; b < prose.Length; b++)
        {
            prose[b] = loose[b] || (page.Outline.IsProse[b] && !page.Outline.IsSetApart(b));
        }

        return prose;
    }

    private static int Letters(HtmlPage page, bool[] kept)
    {
        var letters = 0;
        for (var b = 0; b < kept.Length; b++)
        {
            letters += kept[b] ? page.Blocks[b].Letters : 0;
        }

        return letters;
    }
}
