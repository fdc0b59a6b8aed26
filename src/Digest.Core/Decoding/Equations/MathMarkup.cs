using Digest.Core.Decoding.Html;

namespace Digest.Core.Decoding.Equations;

/// <summary>Reads an equation of a page (MathML) as one line of text.</summary>
internal static class MathMarkup
{
    private const string LargeSigns = "∑∏∐∫∬∭∮⋃⋂";

    /// <summary>The equation; what its writer says of it in words where it shows nothing.</summary>
    /// <param name="page">The page.</param>
    /// <param name="math">Its <c>math</c> element.</param>
    public static string Read(PageTree page, int math)
    {
        var text = Row(page, math).Trim();
        return text.Length > 0 ? text : page.Attribute(math, "alttext") ?? "";
    }

    /// <summary>
    /// The drawings of equations, which programs put beside the MathML for those who see, hidden from those who listen: their words would
    /// be read twice.
    /// </summary>
    public static HashSet<int> Drawings(PageTree page)
    {
        var drawings = new HashSet<int>();
        for (var i = 0; i < page.Count; i++)
        {
            if (page[i].Tag == HtmlTag.Math)
            {
                AddDrawings(page, i, drawings);
            }
        }

        return drawings;
    }

    /// <summary>KaTeX and MathJax set drawing and MathML into one inline element, one or two levels above the MathML.</summary>
    private static void AddDrawings(PageTree page, int math, HashSet<int> drawings)
    {
        var box = page[math].Parent;
        for (var steps = 0; steps < 2 && box > 0 && !page[box].Tag.IsBlock(); (box, steps) = (page[box].Parent, steps + 1))
        {
            for (var child = box + 1; child < page[box].End; child = page[child].End)
            {
                if (page[child].Tag != HtmlTag.Text && page.Attribute(child, "aria-hidden") == "true" && (math < child || math >= page[child].End))
                {
                    drawings.Add(child);
                }
            }
        }
    }

    // The recursion is as deep as elements may nest on a page.
    private static string Set(PageTree page, int node)
    {
        if (page[node].Tag == HtmlTag.Text)
        {
            return page[node].Text!.Trim();
        }

        var name = page[node].Source.Name;
        switch (name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..])
        {
            case "mo" or "mi" or "mn" or "ms":
                return LinearMath.Text(page.TextOf(node).Trim());
            case "mtext":
                return page.TextOf(node);
            case "semantics":
                return At(page, node, 0);
            case "annotation" or "annotation-xml" or "mphantom" or "none" or "mprescripts":
                return "";
            case "mfrac":
                return page.Attribute(node, "linethickness") is "0" or "0px" ? LinearMath.Stack(At(page, node, 0), At(page, node, 1)) : LinearMath.Fraction(At(page, node, 0), At(page, node, 1));
            case "msup":
                return LinearMath.Script(At(page, node, 0), "", At(page, node, 1));
            case "msub":
                return LinearMath.Script(At(page, node, 0), At(page, node, 1), "");
            case "msubsup":
                return Bounds(At(page, node, 0), At(page, node, 1), At(page, node, 2));
            case "munder":
                return Bounds(At(page, node, 0), At(page, node, 1), "");
            case "mover":
                return At(page, node, 1) is [var mark] && !char.IsLetterOrDigit(mark) ? At(page, node, 0) : Bounds(At(page, node, 0), "", At(page, node, 1));
            case "munderover":
                return Bounds(At(page, node, 0), At(page, node, 1), At(page, node, 2));
            case "msqrt":
                return LinearMath.Root("", Row(page, node));
            case "mroot":
                return LinearMath.Root(At(page, node, 1), At(page, node, 0));
            case "mfenced":
                return (page.Attribute(node, "open") ?? "(") + string.Join(page.Attribute(node, "separators") ?? ",", Parts(page, node)) + (page.Attribute(node, "close") ?? ")");
            case "mtable":
                return string.Join("; ", Parts(page, node));
            case "mtr":
                return string.Join(", ", Parts(page, node));
            default:
                return Row(page, node);
        }
    }

    /// <summary>A sum or an integral stands apart from what follows; a letter carries its marks.</summary>
    private static string Bounds(string nucleus, string lower, string upper) =>
        LinearMath.Script(nucleus, lower, upper) + (nucleus.Length == 1 && LargeSigns.Contains(nucleus, StringComparison.Ordinal) ? " " : "");

    private static string Row(PageTree page, int node) => LinearMath.Row(Parts(page, node));

    private static string At(PageTree page, int node, int part) => Children(page, node).Skip(part).Take(1).Select(child => Set(page, child)).FirstOrDefault("");

    private static IEnumerable<string> Parts(PageTree page, int node) => Children(page, node).Select(child => Set(page, child)).Where(text => text.Length > 0);

    private static IEnumerable<int> Children(PageTree page, int node)
    {
        for (var child = node + 1; child < page[node].End; child = page[child].End)
        {
            if (page[child].Tag != HtmlTag.Text || !string.IsNullOrWhiteSpace(page[child].Text))
            {
                yield return child;
            }
        }
    }
}
