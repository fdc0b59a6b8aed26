using System.Xml;
using Digest.Core.Decoding.Word;

namespace Digest.Core.Decoding.Equations;

/// <summary>
/// Reads an equation of a Word document (<c>m:oMath</c>) element by element. Each element is set in a line when it ends, so that no depth can hurt.
/// </summary>
internal sealed class OfficeMath
{
    private readonly Stack<Element> _open = new();

    /// <summary>An element, its properties, and its parts as they are set.</summary>
    private sealed class Element
    {
        public required string Name { get; init; }

        public Dictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

        public List<(string Name, string Text)> Parts { get; } = [];

        /// <summary>The parts of one name beside one another: <c>num</c>, <c>sup</c>, <c>e</c>.</summary>
        public string Part(string name) => LinearMath.Row(Parts.Where(p => p.Name == name).Select(p => p.Text));

        public bool IsOn(string property) => Properties.TryGetValue(property, out var value) && value is not ("0" or "off" or "false");

        public string All() => LinearMath.Row(Parts.Select(p => p.Text));
    }

    /// <summary>True between the start and the end of an equation.</summary>
    public bool IsOpen => _open.Count > 0;

    /// <summary>Whether an element belongs to an equation, in documents of either conformance.</summary>
    public static bool IsPart(XmlReader reader) => reader.NamespaceURI is "http://schemas.openxmlformats.org/officeDocument/2006/math" or "http://purl.oclc.org/ooxml/officeDocument/math";

    public void Clear() => _open.Clear();

    public void Start(XmlReader reader)
    {
        // The properties of an element are elements without content, one level further in.
        if (_open.Count > 1 && _open.Peek().Name.EndsWith("Pr", StringComparison.Ordinal))
        {
            _open.ElementAt(1).Properties[reader.LocalName] = WordXml.Attribute(reader, "val") ?? "";
        }

        _open.Push(new Element { Name = reader.LocalName });
    }

    public void Text(string text)
    {
        if (_open.Peek().Name == "t")
        {
            _open.Peek().Parts.Add(("", LinearMath.Text(text)));
        }
    }

    /// <summary>Ends an element; gives the equation where it was the outermost.</summary>
    public string? End()
    {
        var ended = _open.Pop();
        var text = Set(ended);
        if (_open.Count == 0)
        {
            return text;
        }

        if (text.Length > 0 || ended.Name == "e")
        {
            _open.Peek().Parts.Add((ended.Name, text));
        }

        return null;
    }

    private static string Set(Element element)
    {
        switch (element.Name)
        {
            case "f":
                var type = element.Properties.GetValueOrDefault("type");
                return type == "noBar" ? LinearMath.Stack(element.Part("num"), element.Part("den")) : LinearMath.Fraction(element.Part("num"), element.Part("den"));
            case "sSup" or "sSub" or "sSubSup":
                return LinearMath.Script(element.Part("e"), element.Part("sub"), element.Part("sup"));
            case "sPre":
                return LinearMath.Script("", element.Part("sub"), element.Part("sup")) + element.Part("e");
            case "rad":
                return LinearMath.Root(element.IsOn("degHide") ? "" : element.Part("deg"), element.Part("e"));
            case "nary":
                return LinearMath.Large(Sign(element, "chr", "∫"), element.Part("sub"), element.Part("sup"), element.Part("e"));
            case "limLow":
                return LinearMath.Script(element.Part("e"), element.Part("lim"), "");
            case "limUpp":
                return LinearMath.Script(element.Part("e"), "", element.Part("lim"));
            case "func":
                return $"{element.Part("fName")} {element.Part("e")}";
            case "d":
                return Sign(element, "begChr", "(") + string.Join(Sign(element, "sepChr", "|"), Elements(element)) + Sign(element, "endChr", ")");
            case "m":
                return string.Join("; ", element.Parts.Select(p => p.Text));
            case "mr":
                return string.Join(", ", Elements(element));
            case "eqArr":
                return string.Join("; ", Elements(element));
            case "acc":
                return LinearMath.Marked(element.Part("e"), Sign(element, "chr", "\u0302"));
            case "bar":
                return LinearMath.Marked(element.Part("e"), element.Properties.GetValueOrDefault("pos") == "top" ? "\u0305" : "\u0332");
            case "oMathPara":
                return string.Join(' ', element.Parts.Select(p => p.Text));
            default:
                return element.Name.EndsWith("Pr", StringComparison.Ordinal) ? "" : element.All();
        }
    }

    private static IEnumerable<string> Elements(Element element) => element.Parts.Where(p => p.Name == "e").Select(p => p.Text);

    private static string Sign(Element element, string property, string otherwise) => element.Properties.GetValueOrDefault(property, otherwise);
}
