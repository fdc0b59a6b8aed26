using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding.Html.Declared;
using Digest.Core.Metadata;

namespace Digest.Core.Decoding.Markdown;

/// <summary>
/// Reads the head of a page of a platform that was saved as Markdown: the standfirst is a heading of a lower level right under the
/// title, and the author a line that is a link to an account (<c>[Jane Doe](https://example.org/@jdoe)</c>).
/// </summary>
internal static class PlatformHead
{
    private const int BlocksLookedAt = 10;
    private const int FewestWordsOfDek = 5;

    /// <summary>What else the document declares.</summary>
    public static DocumentMetadata Read(IReadOnlyList<ClassifiedBlock> blocks, DocumentMetadata declared) => blocks is not [{ Block: { Kind: BlockKind.Heading, Level: 1 } }, ..] ? declared : declared with
    {
        Dek = declared.Dek ?? (blocks is [_, { Block: { Kind: BlockKind.Heading, Level: > 2 } dek }, { Block.Kind: not BlockKind.Heading }, ..] && PlainForm.CountWords(dek.Text) >= FewestWordsOfDek ? dek.Text : null),
        Authors = declared.Authors.Count > 0 ? declared.Authors : [.. blocks.Take(BlocksLookedAt).Where(b => IsAccount(b.Block)).Take(1).Select(b => new DeclaredAuthor(b.Block.Text, ["account"]))],
    };

    private static bool IsAccount(Block block) =>
        block.Kind == BlockKind.Paragraph && block.Spans is [{ Kind: InlineKind.Link, Start: 0, Target: { } target } link] && link.Length == block.Text.Length
        && Uri.TryCreate(target, UriKind.Absolute, out var address) && address.Segments is [_, ['@', _, ..], ..]
        && AuthorNames.LooksLikePerson(block.Text);
}
