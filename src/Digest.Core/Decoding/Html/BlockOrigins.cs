using System.Globalization;
using System.Runtime.InteropServices;

namespace Digest.Core.Decoding.Html;

/// <summary>
/// Tells a person where on a page a block stands: the elements around it that have a meaning, its own element, and its
/// number among the blocks of that place: <c>body &gt; main &gt; p:3</c>. Boxes without meaning are left out.
/// </summary>
internal sealed class BlockOrigins(PageTree page)
{
    private readonly Dictionary<int, string> _places = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public string Of(int container)
    {
        var place = Place(page[container].Parent);
        var name = page[container].Tag is HtmlTag.Html ? "html" : page[container].Source.Name;
        var path = place.Length == 0 ? name : place + " > " + name;
        var number = ++CollectionsMarshal.GetValueRefOrAddDefault(_numbers, path, out _);
        return string.Create(CultureInfo.InvariantCulture, $"{path}:{number}");
    }

    private string Place(int node)
    {
        while (node > 0 && !HasMeaning(page[node].Tag))
        {
            node = page[node].Parent;
        }

        if (node <= 0)
        {
            return "";
        }

        if (!_places.TryGetValue(node, out var place))
        {
            var own = page[node].Source.Name;
            var outer = OuterPlace(node);
            _places[node] = place = outer.Length == 0 ? own : outer + " > " + own;
        }

        return place;
    }

    /// <summary>The two nearest meaningful elements around a node, which is enough to find it by.</summary>
    private string OuterPlace(int node)
    {
        var names = new List<string>(2);
        for (var i = page[node].Parent; i > 0 && names.Count < 2; i = page[i].Parent)
        {
            if (HasMeaning(page[i].Tag))
            {
                names.Add(page[i].Source.Name);
            }
        }

        names.Reverse();
        return string.Join(" > ", names);
    }

    private static bool HasMeaning(HtmlTag tag) => tag is HtmlTag.Body or (>= HtmlTag.Header and <= HtmlTag.Section) or HtmlTag.Details or HtmlTag.Dialog
        or HtmlTag.Ul or HtmlTag.Ol or HtmlTag.Dl or HtmlTag.Blockquote or HtmlTag.Figure or HtmlTag.Table or HtmlTag.Form;
}
