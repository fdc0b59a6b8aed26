using Digest.Core.Blocks;
using Digest.Core.Decoding.Html.Declared;
using Digest.Core.Metadata;
using DocumentFormat.OpenXml.Packaging;

namespace Digest.Core.Decoding.Word;

/// <summary>
/// What a Word document declares. Its dates are of the file, not of publication, and its creator is often the owner of the
/// computer: dates are left out, and names that programs write by themselves are not believed.
/// </summary>
internal static class CoreProperties
{
    public static DocumentMetadata Read(WordprocessingDocument document, WordBlocks blocks)
    {
        var properties = document.PackageProperties;
        var heading = blocks.Title ?? blocks.Found.FirstOrDefault(b => b.IsKept && b.Block is { Kind: BlockKind.Heading, Level: 1 })?.Block.Text;
        return new DocumentMetadata
        {
            Title = blocks.Title ?? DocumentProperty.Title(properties.Title, blocks.Found.Where(b => b.IsKept).Select(b => b.Block.Text)),
            Dek = blocks.Subtitle,
            Authors = [.. AuthorNames.In(DocumentProperty.Believable(properties.Creator)).Where(AuthorNames.LooksLikePerson).Select(name => new DeclaredAuthor(name, ["core properties"]))],
            AreAuthorsOfFile = true,
            Language = string.IsNullOrWhiteSpace(properties.Language) ? null : properties.Language,
            FirstHeading = heading,
        };
    }
}
