using System.Text;
using Digest.Core.Blocks;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Xunit;

namespace Digest.Core.Tests.Decoding;

public class DocumentDecoderTests
{
    [Fact]
    public void A_line_of_plain_text_is_a_paragraph()
    {
        var document = Read("A title\nThe first  paragraph.\n\nThe second.\n", "essay.txt");

        Assert.Equal(SourceFormat.PlainText, document.Format);
        Assert.Equal(["A title", "The first paragraph.", "The second."], document.Blocks.Select(b => b.Block.Text));
        Assert.Equal([0, 1, 2], document.Blocks.Select(b => b.Block.Ordinal));
    }

    [Fact]
    public void A_page_gives_its_headings_paragraphs_and_lists()
    {
        var document = Read("<!doctype html><title>T</title><h1>Head</h1><p>One <a href='/x'>link</a>.<ul><li>Item</ul>", "essay.html");

        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.ListItem], document.Blocks.Select(b => b.Block.Kind));
        Assert.Equal(new InlineSpan(4, 4, InlineKind.Link, "/x"), Assert.Single(document.Blocks[1].Block.Spans));
    }

    [Fact]
    public void An_empty_file_is_a_problem() =>
        Assert.Equal(ProblemCodes.Empty, Assert.IsType<DecodeResult.Rejected>(Decode(" \n", "a.txt")).Problem.Code);

    [Fact]
    public void A_file_beyond_the_limit_is_a_problem() =>
        Assert.Equal(ProblemCodes.TooLarge, Assert.IsType<DecodeResult.Rejected>(
            new DocumentDecoder(new DecodingOptions { MaxBytes = 1000 }).Decode(new RawEssay("a.txt", new byte[1001], null, DateTimeOffset.UnixEpoch))).Problem.Code);

    private static DecodeResult Decode(string text, string name) =>
        new DocumentDecoder().Decode(new RawEssay(name, Encoding.UTF8.GetBytes(text), null, DateTimeOffset.UnixEpoch));

    private static DecodedDocument Read(string text, string name) => Assert.IsType<DecodeResult.Decoded>(Decode(text, name)).Document;
}
