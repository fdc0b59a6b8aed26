using System.IO.Compression;
using System.Xml;
using Digest.Core.Essays;
using DocumentFormat.OpenXml.Packaging;

namespace Digest.Core.Decoding.Word;

/// <summary>
/// Reads a Word document (<c>.docx</c>). Parts are streamed, never loaded as trees, so that neither depth nor size can hurt;
/// relationships to the outside are not followed.
/// </summary>
internal static class WordReader
{
    private const int MostParts = 5_000;

    public static DecodeResult Read(ReadOnlyMemory<byte> bytes, DecodingOptions options)
    {
        try
        {
            if (Inspect(bytes, options) is { } problem)
            {
                return new DecodeResult.Rejected(problem);
            }

            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            var settings = new OpenSettings { MaxCharactersInPart = options.MaxUnpackedBytes };
            using var document = WordprocessingDocument.Open(stream, isEditable: false, settings);
            return document.MainDocumentPart is { } main
                ? Read(document, main, options)
                : Damaged("It holds no text.");
        }
        catch (TooComplexException)
        {
            return new DecodeResult.Rejected(TooComplex());
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or OpenXmlPackageException or FormatException or IOException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            // Everything the container, the package and the XML readers throw at damaged input; nothing else is caught.
            return Damaged("Open it in Word, save it again and drop it once more.");
        }
    }

    private static DecodeResult.Decoded Read(WordprocessingDocument document, MainDocumentPart main, DecodingOptions options)
    {
        var parts = new WordPartReader(WordStyles.Of(main, options), WordNumbering.Of(main, options), options);
        parts.ReadBody(main);
        parts.ReadNotes(main.FootnotesPart, "footnote");
        parts.ReadNotes(main.EndnotesPart, "endnote");
        parts.ReadOutside(main.WordprocessingCommentsPart, StructuralRemoval.DraftComment, "comment");
        foreach (var header in main.HeaderParts)
        {
            parts.ReadOutside(header, StructuralRemoval.Header, "page header");
        }

        foreach (var footer in main.FooterParts)
        {
            parts.ReadOutside(footer, StructuralRemoval.Footer, "page footer");
        }

        return new DecodeResult.Decoded(new DecodedDocument
        {
            Format = SourceFormat.Word,
            Blocks = parts.Blocks.Found,
            Metadata = CoreProperties.Read(document, parts.Blocks),
        });
    }

    /// <summary>Looks at the directory of the container before anything is unpacked.</summary>
    private static Problem? Inspect(ReadOnlyMemory<byte> bytes, DecodingOptions options)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        if (archive.Entries.Count > MostParts || archive.Entries.Sum(e => e.Length) > options.MaxUnpackedBytes)
        {
            return TooComplex();
        }

        return ForeignFormats.OfArchive(archive);
    }

    private static Problem TooComplex() => new(ProblemCodes.TooComplex, "The document unpacks to more than an essay can be. Copy the text into a new document and drop that.");

    private static DecodeResult.Rejected Damaged(string what) => new(new Problem(ProblemCodes.Damaged, $"The Word document can't be read. {what}"));
}

/// <summary>A limit of depth or number was passed inside a part.</summary>
internal sealed class TooComplexException : Exception;
