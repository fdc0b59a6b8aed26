using Digest.Core.Decoding.Html;
using Digest.Core.Decoding.Html.Content;
using Digest.Core.Judging;
using Digest.Core.Tests.Judging;
using Xunit;

namespace Digest.Core.Tests.Decoding.Html;

public class BlockModelTests
{
    [Fact]
    public void The_shipped_model_was_made_for_the_features_of_this_build()
    {
        Assert.InRange(BlockModel.Shipped.Threshold, 0.2f, 0.8f);
        Assert.Equal(BlockFeatures.Names.Count, BlockFeatures.Names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_model_for_other_features_is_refused()
    {
        using var reader = new StringReader("words|links\n0.5\n0 0\n0 0\n");
        Assert.Throws<InvalidOperationException>(() => BlockModel.Read(reader));
    }

    [Fact]
    public void A_tree_answers_by_its_questions_and_tells_what_moved_it()
    {
        using var reader = new StringReader("0:5 =-2 1:1 =0 =4\n");
        var trees = BoostedTrees.Parse(reader, 1, 0);
        Assert.Equal(1 / (1 + Math.Exp(2)), trees.Probability([3f, 0f]), 5);
        Assert.Equal(1 / (1 + Math.Exp(-4)), trees.Probability([6f, 2f]), 5);

        // The answers' means: 2 under the right question, 0 at the root. 0 → 2 → 4.
        Assert.Equal([2.0, 2.0], trees.Contributions([6f, 2f]));
    }

    [Fact]
    public void Whatever_speaks_against_a_block_is_told_in_words()
    {
        foreach (var name in (string[])[.. BlockFeatures.Names, .. RevisionFeatures.Names])
        {
            ReasonsTests.SaysSomething(name, BlockReasons.Phrases);
        }
    }

    [Fact]
    public void A_block_left_out_without_an_element_to_blame_tells_what_spoke_against_it()
    {
        var page = HtmlPage.Parse(PageTests.Page);
        var judged = BlockModel.Shipped.Judge(page.Outline, page.Clues, out var rows);
        var worst = Array.IndexOf(judged, judged.Min());
        var why = BlockModel.Shipped.Explain("It reads otherwise.", judged[worst], rows[worst]);
        Assert.Matches("^It reads otherwise: [^(:]+, [^(:]+, [^(:]+ \\([0-9]+ % likely to belong\\)\\.$", why);
    }
}
