using Digest.Core.Boilerplate;
using Digest.Core.Decoding.Text;
using Xunit;

namespace Digest.Core.Tests.Boilerplate;

public class CoverLetterTests
{
    private const string Essay = """
        The Clock That Ran on Gossip

        The clock of our town hall was wrong for eleven years, and in all that time nobody was late. Everybody knew by how much it was wrong, because everybody had told everybody else.

        Then it was mended. For a month people came too early or not at all, and the baker, who had opened by the wrong hour since he was an apprentice, sold his bread to the night watch.

        A mistake that all of us share is a kind of agreement. One may correct it, and sometimes one must, but it is as well to know that one is breaking something.
        """;

    [Theory]
    [InlineData("Dear Mirela,\n\nIt was good to see you in Brno, and the cake was better than the speeches. What I said about clocks grew a little.\n\nAll the best,\nTomas", 4)]
    [InlineData("Dear Marta,\n\nhere at last is the piece on the clock, below because the portal ate it twice.\n\nBest,\nTomas", 4)]
    [InlineData("Hi both,\n\nHere's the piece we talked about. Feel free to trim it.", 2)]
    [InlineData("12 May 2024\n\nHello Mr Brandt!\n\nAs promised, the essay.\n\nKind regards,\nTomas Odri", 4)]
    public void The_letter_with_which_an_essay_came_leaves(string letter, int blocks)
    {
        var m = Read(letter + "\n\n" + Essay);
        Assert.Equal(blocks, Enumerable.Range(0, m.Count).Count(i => m.RuleOf(i) == TextRemoval.CoverLetter.Id));
        Assert.True(m.IsOpen(m.Count - 4) && m.Blocks[m.Count - 4].Text == "The Clock That Ran on Gossip");
    }

    [Fact]
    public void Strokes_part_the_letter_from_the_essay_and_what_is_said_to_the_editors_below_it()
    {
        const string Note = "I think that's the lot. Could you let me know by Thursday about the fee?";
        var m = Read("Dear Joanna,\n\nThe piece with your cuts taken in. I have left the bit about the baker.\n\n---\n\n" + Essay + "\n\n---\n\n" + Note + "\n\nKeti");
        Assert.Equal([0, 1, 2, 7, 8], Enumerable.Range(0, m.Count).Where(i => m.RuleOf(i) == TextRemoval.CoverLetter.Id));
        Assert.Equal(Note, m.Blocks[8].Text);
    }

    [Theory]
    [InlineData("Dear Reader,\n\nI have something to tell you about clocks, and it will not take long.\n\n---\n\nThe clock was wrong for eleven years, as you know.\n\n" + Essay)]
    [InlineData("A Letter to My Landlord\n\nDear Mr Petrov,\n\n" + Essay + "\n\nYours sincerely,\nA tenant")]
    [InlineData("Dear Reader,\n\n" + Essay)]
    [InlineData("Hi there, said the clock.\n\n" + Essay)]
    public void An_essay_that_is_a_letter_stays(string text)
    {
        var m = Read(text);
        Assert.All(Enumerable.Range(0, m.Count), i => Assert.True(m.IsOpen(i)));
    }

    private static Manuscript Read(string text)
    {
        var m = new Manuscript(PlainTextReader.Read(text).Blocks, RuleSet.Default);
        CoverLetter.Apply(m);
        return m;
    }
}
