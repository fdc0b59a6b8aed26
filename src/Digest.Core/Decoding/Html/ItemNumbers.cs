using System.Globalization;

namespace Digest.Core.Decoding.Html;

/// <summary>Counts the items of the numbered lists of a page, as browsers do.</summary>
internal sealed class ItemNumbers(PageTree page)
{
    private readonly Dictionary<int, (int Next, int Step)> _lists = [];
    private readonly HashSet<int> _begun = [];

    /// <summary>Counts an item of a list when it begins.</summary>
    public int Next(int item)
    {
        var list = page[item].Parent;
        var (next, step) = _lists.TryGetValue(list, out var known) ? known : Begin(list);
        var number = Read(item, "value") ?? next;
        _lists[list] = (number + step, step);
        return Math.Max(0, number);
    }

    /// <summary>Whether a text of an item is not its first.</summary>
    public bool Continues(int item) => !_begun.Add(item);

    private (int Next, int Step) Begin(int list)
    {
        if (page.Attribute(list, "reversed") is null)
        {
            return (Read(list, "start") ?? 1, 1);
        }

        var items = 0;
        for (var child = list + 1; child < page[list].End; child = page[child].End)
        {
            items += page[child].Tag == HtmlTag.Li ? 1 : 0;
        }

        return (Read(list, "start") ?? items, -1);
    }

    private int? Read(int node, string name) =>
        int.TryParse(page.Attribute(node, name), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value) && value < 1_000_000 ? value : null;
}
