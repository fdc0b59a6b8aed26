namespace Digest.Core.Decoding.Html;

/// <summary>
/// Tells tables of data from tables that lay out a page. A row of data becomes one block with its cells side by side; a
/// layout table is read as if its cells were boxes.
/// </summary>
internal static class DataTables
{
    /// <summary>A cell of more characters than this is a column of a layout, not a value.</summary>
    private const int LongestCell = 600;

    /// <summary>The rows (by node index) that belong to tables of data.</summary>
    public static HashSet<int> Of(PageTree page)
    {
        var rows = new HashSet<int>();
        var tables = new Stack<(int Node, List<int> Rows, bool IsLayout)>();
        var cellCharacters = 0;
        for (var i = 0; i < page.Count; i++)
        {
            Close(page, tables, rows, i);
            ref readonly var node = ref page[i];
            if (node.Tag == HtmlTag.Table)
            {
                MarkLayout(tables);
                tables.Push((i, [], page.Attribute(i, "role") is "presentation" or "none"));
            }
            else if (tables.Count > 0)
            {
                switch (node.Tag)
                {
                    case HtmlTag.Tr:
                        tables.Peek().Rows.Add(i);
                        break;
                    case HtmlTag.Td or HtmlTag.Th:
                        cellCharacters = 0;
                        break;
                    case HtmlTag.Text:
                        cellCharacters += node.Text!.Length;
                        if (cellCharacters > LongestCell)
                        {
                            MarkLayout(tables);
                        }

                        break;
                    case HtmlTag.Article or HtmlTag.Section or HtmlTag.Form or HtmlTag.H1 or HtmlTag.H2:
                        MarkLayout(tables);
                        break;
                }
            }
        }

        Close(page, tables, rows, page.Count);
        return rows;
    }

    private static void MarkLayout(Stack<(int Node, List<int> Rows, bool IsLayout)> tables)
    {
        if (tables.TryPop(out var table))
        {
            tables.Push(table with { IsLayout = true });
        }
    }

    private static void Close(PageTree page, Stack<(int Node, List<int> Rows, bool IsLayout)> tables, HashSet<int> rows, int next)
    {
        while (tables.Count > 0 && page[tables.Peek().Node].End <= next)
        {
            var table = tables.Pop();
            if (!table.IsLayout)
            {
                rows.UnionWith(table.Rows);
            }
        }
    }
}
