using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Digest.Core.Decoding.Word;

/// <summary>Streams the XML of a part within limits: no document types, no entities, bounded depth, number and length.</summary>
internal static class WordXml
{
    /// <summary>Calls <paramref name="start"/> and <paramref name="end"/> for each element in document order.</summary>
    public static void Read(OpenXmlPart part, DecodingOptions options, Action<XmlReader> start, Action<XmlReader> end)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = options.MaxUnpackedBytes,
        };
        using var reader = XmlReader.Create(stream, settings);
        var elements = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    // A docx spells every run of text with several elements: twenty times the limit of a page.
                    if (++elements / 20 > options.MaxElements || reader.Depth > options.MaxDepth)
                    {
                        throw new TooComplexException();
                    }

                    var isEmpty = reader.IsEmptyElement;
                    start(reader);
                    if (isEmpty)
                    {
                        end(reader);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA or XmlNodeType.Whitespace:
                    start(reader);
                    break;
                case XmlNodeType.EndElement:
                    end(reader);
                    break;
            }
        }
    }

    /// <summary>An attribute by its local name, whatever its prefix; transitional and strict documents differ in namespaces only.</summary>
    public static string? Attribute(XmlReader reader, string localName)
    {
        string? value = null;
        if (reader.MoveToFirstAttribute())
        {
            do
            {
                if (reader.LocalName == localName)
                {
                    value = reader.Value;
                    break;
                }
            }
            while (reader.MoveToNextAttribute());
            reader.MoveToElement();
        }

        return value;
    }

    /// <summary>Whether a toggle element such as <c>w:b</c> is on: it is unless its value says no.</summary>
    public static bool IsOn(XmlReader reader) => Attribute(reader, "val") is not ("0" or "false" or "off" or "none");
}
