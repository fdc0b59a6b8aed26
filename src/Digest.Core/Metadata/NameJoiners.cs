namespace Digest.Core.Metadata;

/// <summary>What joins the names of a byline: commas, "and", marks of institutions.</summary>
internal static class NameJoiners
{
    /// <summary>Length of "and " in "and John Smith", of "With: " in "With: John Smith": a further line of names; else 0.</summary>
    public static int LeadOf(string line)
    {
        foreach (var joiner in (ReadOnlySpan<string>)["and ", "& ", "with ", "with: ", "as told to "])
        {
            if (line.StartsWith(joiner, StringComparison.OrdinalIgnoreCase) && line.Length > joiner.Length && char.IsUpper(line[joiner.Length]))
            {
                return joiner.Length;
            }
        }

        return 0;
    }

    /// <summary>Index after ", ", " and ", " &amp; " and their like, or -1 when the list of names ends here.</summary>
    public static int After(string text, int i)
    {
        // "Jane Doe, M.D.,¹ John Smith, Ph.D.,1,2 and Ann Lee": marks of institutions behind the comma.
        var marked = AffiliationMarks.EndOfList(text, i);
        if (marked > i && marked + 1 < text.Length && text[marked] == ' ')
        {
            return text.AsSpan(marked).StartsWith(" and ") ? marked + 5 : marked + 1;
        }

        // "Jane Doe1 \u00B7 John Smith2"; elsewhere a dot leads to the day or the publication.
        if (i > 0 && i < text.Length && AffiliationMarks.Signs.Contains(text[i - 1]) && (text.AsSpan(i).StartsWith(" \u00B7 ") || text.AsSpan(i).StartsWith(" \u2022 ")))
        {
            return i + 3;
        }

        // "Jane Doe1 John Smith2"
        if (i > 0 && i + 1 < text.Length && text[i] == ' ' && char.IsUpper(text[i + 1]) && AffiliationMarks.Signs.Contains(text[i - 1]))
        {
            return i + 1;
        }

        foreach (var joiner in (ReadOnlySpan<string>)[", and ", ", & ", ", as told to ", ", ", " and ", " & ", "; ", " / ", "/", " with ", " as told to ", " und ", " et ", " y ", " e ", " och "])
        {
            if (text.AsSpan(i).StartsWith(joiner, StringComparison.OrdinalIgnoreCase))
            {
                return i + joiner.Length;
            }
        }

        return -1;
    }

    /// <summary>True where a name may end: not before a further word ("Salt Lake" in "Salt Lake Tribune").</summary>
    public static bool IsBoundary(string text, int end) => end >= text.Length || text[end] is not ' ' || After(text, end) >= 0 || (end + 1 < text.Length && !char.IsLetter(text[end + 1]));
}
