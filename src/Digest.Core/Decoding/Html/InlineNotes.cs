namespace Digest.Core.Decoding.Html;

/// <summary>
/// Notes that stand inside the paragraph to which they belong and are shown beside it, or above it when somebody points at their mark: read in place
/// they would part a sentence in two.
/// </summary>
internal sealed class InlineNotes
{
    /// <summary>Class names of such notes: of Tufte's style sheet, of LaTeXML, of what weblogs add to themselves.</summary>
    private static readonly string[] Names = ["sidenote", "side-note", "marginnote", "margin-note", "ltx_note_outer", "footnote__note", "inline-footnote__content"];

    private readonly bool[]? _ofClasses;

    public InlineNotes(PageTree page)
    {
        for (var i = 1; i < page.Classes.Count; i++)
        {
            if (IsNote(page.Classes[i]))
            {
                (_ofClasses ??= new bool[page.Classes.Count])[i] = true;
            }
        }
    }

    /// <summary>True for an element that holds a note.</summary>
    public bool Has(in PageNode node) => _ofClasses is not null && _ofClasses[node.Class] && node.Tag is HtmlTag.Span or HtmlTag.Small;

    private static bool IsNote(string names) =>
        names.Contains("note", StringComparison.OrdinalIgnoreCase)
        && names.Split(' ').Any(name => Names.Any(note => name.Equals(note, StringComparison.OrdinalIgnoreCase) || name.EndsWith("-" + note, StringComparison.OrdinalIgnoreCase)));
}
