using System.IO.Compression;

namespace Digest.Core.Tests.Decoding;

/// <summary>Word documents written part by part, so that they can be wrong where a library would refuse.</summary>
internal static class WordFile
{
    private const string Ns = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    public static string P(string text, string? style = null) =>
        "<w:p>" + (style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>") + $"<w:r><w:t>{text}</w:t></w:r></w:p>";

    /// <summary>A document with this body, a note and an author.</summary>
    /// <param name="body">What stands in <c>w:body</c>.</param>
    /// <param name="relationships">Further relationships of the main part.</param>
    /// <param name="prolog">What stands before the root of the main part.</param>
    /// <param name="styles">The styles, none when empty.</param>
    /// <param name="numbering">The numberings of lists, none when empty.</param>
    /// <param name="chunk">A file of another format inside the document, with the relationship <c>chunk</c>; none when empty.</param>
    /// <param name="chunkType">Its media type.</param>
    /// <param name="note">The paragraphs of the note.</param>
    public static byte[] Docx(string body, string relationships = "", string prolog = "", string styles = "", string numbering = "", string chunk = "", string chunkType = "text/html", string? note = null)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
            const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
            if (styles.Length > 0)
            {
                relationships += $"<Relationship Id=\"s\" Type=\"{Types}styles\" Target=\"styles.xml\"/>";
                Add("word/styles.xml", $"<w:styles {Ns}>{styles}</w:styles>");
            }

            if (numbering.Length > 0)
            {
                relationships += $"<Relationship Id=\"n\" Type=\"{Types}numbering\" Target=\"numbering.xml\"/>";
                Add("word/numbering.xml", $"<w:numbering {Ns}>{numbering}</w:numbering>");
            }

            if (chunk.Length > 0)
            {
                relationships += $"<Relationship Id=\"chunk\" Type=\"{Types}aFChunk\" Target=\"chunk.dat\"/>";
                Add("word/chunk.dat", chunk);
            }

            Add("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{Word}document.main+xml\"/><Override PartName=\"/word/footnotes.xml\" ContentType=\"{Word}footnotes+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{Word}styles+xml\"/><Override PartName=\"/word/numbering.xml\" ContentType=\"{Word}numbering+xml\"/><Override PartName=\"/word/chunk.dat\" ContentType=\"{chunkType}\"/><Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>");
            Add("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"d\" Type=\"{Types}officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"c\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>");
            Add("word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"link\" Type=\"{Types}hyperlink\" Target=\"https://example.org/\" TargetMode=\"External\"/><Relationship Id=\"f\" Type=\"{Types}footnotes\" Target=\"footnotes.xml\"/>{relationships}</Relationships>");
            Add("word/footnotes.xml", $"<w:footnotes {Ns}><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\">{note ?? P("A note.")}</w:footnote></w:footnotes>");
            Add("word/_rels/footnotes.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"link\" Type=\"{Types}hyperlink\" Target=\"https://example.org/note\" TargetMode=\"External\"/></Relationships>");
            Add("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>Anna Lind</dc:creator><dc:title>Document1</dc:title></cp:coreProperties>");
            Add("word/document.xml", $"{prolog}<w:document {Ns}><w:body>{body}</w:body></w:document>");

            void Add(string name, string xml)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(xml);
            }
        }

        return stream.ToArray();
    }
}
