namespace Digest.Core.Decoding.Html.Declared;

/// <summary>What the box beside or below an article tells of its author: "Jane Doe is a hydrologist at the University of Hull."</summary>
internal static class AuthorBox
{
    private const int FewestWords = 6;
    private const int MostWords = 200;

    /// <summary>Verbs behind the name; "ist" as German pages have it.</summary>
    private static readonly string[] Verbs = ["is ", "has ", "writes ", "works ", "ist ", "was "];

    /// <summary>The first note on somebody that is not kept as part of the text, or null.</summary>
    public static string? NoteOn(HtmlPage page, ReadOnlySpan<bool> kept, string name)
    {
        for (var b = 0; b < page.Blocks.Count; b++)
        {
            if (!kept[b] && TellsOf(page, b, name))
            {
                return page.Blocks[b].Text;
            }
        }

        return null;
    }

    /// <summary>True for a block that begins with the name and says what its bearer is or does.</summary>
    public static bool TellsOf(HtmlPage page, int block, string name)
    {
        var text = page.Blocks[block].Text;
        if (page.Outline.Measures[block].Words is < FewestWords or > MostWords || !text.StartsWith(name, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = text.AsSpan(name.Length).TrimStart(',').TrimStart();
        foreach (var verb in Verbs)
        {
            if (rest.StartsWith(verb, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
