using System.Xml;

namespace Digest.Core.Decoding.Word;

/// <summary>The content controls (<c>w:sdt</c>) around what is read: of templates, of lists of contents, of nothing in particular. They nest.</summary>
internal sealed class ContentControls
{
    private readonly Stack<(bool IsContents, bool IsPlaceholder)> _open = new();

    /// <summary>Inside the list of contents that the word processor makes.</summary>
    public bool AreContents { get; private set; }

    /// <summary>Inside a control that shows what to enter ("Click or tap here to enter text."), for nobody has entered anything.</summary>
    public bool ArePlaceholders { get; private set; }

    public void Open() => _open.Push(default);

    /// <summary>A property of the innermost control.</summary>
    public void Read(XmlReader property)
    {
        if (_open.Count == 0)
        {
            return;
        }

        var control = _open.Pop();
        _open.Push(property.LocalName == "showingPlcHdr"
            ? control with { IsPlaceholder = WordXml.IsOn(property) }
            : control with { IsContents = WordXml.Attribute(property, "val") is "Table of Contents" });
        Sum();
    }

    public void Close()
    {
        _open.TryPop(out _);
        Sum();
    }

    public void Clear()
    {
        _open.Clear();
        Sum();
    }

    private void Sum() => (AreContents, ArePlaceholders) = (_open.Any(c => c.IsContents), _open.Any(c => c.IsPlaceholder));
}
