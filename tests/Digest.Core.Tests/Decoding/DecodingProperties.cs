using System.Text;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Tests.Decoding.Html;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.Core.Tests.Decoding;

/// <summary>What holds for any drop, whatever is in it.</summary>
public class DecodingProperties
{
    private static readonly string[] Names = ["a.txt", "a.html", "a.md", "a.docx", "a"];

    private static readonly string[] Pieces =
    [
        "<div>", "</div>", "<p>", "</p>", "<ul><li>", "</ul>", "<table><tr><td>", "</table>", "<b>", "</i>", "<h1>The Ferry</h1>", "<article class=post>", "<nav>", "<aside class='related'>", "<a href=/x>",
        "<script>", "<!--", "-->", "<pre>", "<br><br>", "&amp;", "&#x0;", "&#xD800;", "&bogus;", "\0", "\uFEFF", "\uD800", "e\u0301", "<time datetime=2024-03-05>", "By Anna Lind", "# Heading\n", "> quote\n", "- item\n", "| a | b |\n|---|---|\n",
        "[^1]", "\n\n", "---\n", "title: x\n", "```\n", "Nobody on either bank could remember who had paid for the ferry, or why it ran. ", "<meta name=author content='A B'>", "<script type='application/ld+json'>{\"@type\":\"Article\"", "<iframe>", "<svg>", "<p hidden>",
    ];

    [Fact]
    public void Random_bytes_give_a_result() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Gen.Elements(Names).ToArbitrary(), (bytes, name) => Holds(bytes, name)).QuickCheckThrowOnFailure();

    [Fact]
    public void Random_documents_give_blocks_that_are_kept_or_in_the_ledger() =>
        Prop.ForAll(
            Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Concat(pieces)).ToArbitrary(),
            Gen.Elements(Names).ToArbitrary(),
            (text, name) => Holds(Encoding.UTF8.GetBytes(text), name)).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Damage_to_a_page_never_breaks_the_reading()
    {
        var page = Encoding.UTF8.GetBytes(PageTests.Page);
        Prop.ForAll(
            Gen.Choose(0, page.Length - 1).Three().ToArbitrary(),
            cut =>
            {
                var (a, b, c) = cut;
                byte[] damaged = [.. page[..Math.Min(a, b)], (byte)c, .. page[Math.Max(a, b)..]];
                return Holds(damaged, "a.html");
            }).QuickCheckThrowOnFailure();
    }

    /// <summary>Ordinals without gaps, text in every block, spans inside it, a reason for whatever is not kept, and twice the same.</summary>
    private static bool Holds(byte[] bytes, string name)
    {
        var first = Drop.Decode(bytes, name);
        var second = Drop.Decode(bytes, name);
        if (first is not DecodeResult.Decoded { Document: var document })
        {
            return first is DecodeResult.Rejected { Problem.Message.Length: > 0 } && first == second;
        }

        var again = ((DecodeResult.Decoded)second).Document;
        return document.Blocks.Select((b, i) => b.Block.Ordinal == i).All(x => x)
            && document.Blocks.All(b => b.Block.Text.Length > 0 && b.Block.Text.IsNormalized() && b.Block.Origin.Length > 0
                && b.Block.Spans.All(s => s.Start >= 0 && s.Length > 0 && s.Start + s.Length <= b.Block.Text.Length)
                && b.Verdict is Verdict.Kept or Verdict.Strip { RuleId.Length: > 0, Why.Length: > 0 })
            && document.Blocks.Select(b => (b.Block.Text, b.Block.Kind, b.Block.Origin, b.Verdict)).SequenceEqual(again.Blocks.Select(b => (b.Block.Text, b.Block.Kind, b.Block.Origin, b.Verdict)));
    }
}
