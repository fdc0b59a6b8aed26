using System.Text;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Xunit;

namespace Digest.Core.Tests.Decoding;

/// <summary>Short ways to decode a drop in a test.</summary>
internal static class Drop
{
    private static readonly DocumentDecoder Decoder = new();

    public static DecodeResult Decode(byte[] bytes, string name, string? contentType = null) =>
        Decoder.Decode(new RawEssay(name, bytes, contentType, DateTimeOffset.UnixEpoch));

    public static DecodedDocument Read(string text, string name) => Read(Encoding.UTF8.GetBytes(text), name);

    public static DecodedDocument Read(byte[] bytes, string name, string? contentType = null) =>
        Assert.IsType<DecodeResult.Decoded>(Decode(bytes, name, contentType)).Document;

    public static string Rejection(byte[] bytes, string name) => Refused(bytes, name).Code;

    /// <summary>What the person who dropped it is told.</summary>
    public static string Refusal(byte[] bytes, string name) => Refused(bytes, name).Message;

    public static IEnumerable<string> Texts(this DecodedDocument document) => document.Blocks.Select(b => b.Block.Text);

    public static IEnumerable<string> KeptTexts(this DecodedDocument document) => document.Blocks.Where(b => b.IsKept).Select(b => b.Block.Text);

    public static IEnumerable<(BlockKind Kind, string Text)> Shape(this DecodedDocument document) => document.Blocks.Select(b => (b.Block.Kind, b.Block.Text));

    public static string? ReasonFor(this DecodedDocument document, string text) =>
        (document.Blocks.Single(b => b.Block.Text == text).Verdict as Verdict.Strip)?.RuleId;

    private static Problem Refused(byte[] bytes, string name)
    {
        var problem = Assert.IsType<DecodeResult.Rejected>(Decode(bytes, name)).Problem;
        Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
        return problem;
    }
}
