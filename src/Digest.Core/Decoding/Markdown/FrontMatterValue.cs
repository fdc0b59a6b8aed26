namespace Digest.Core.Decoding.Markdown;

/// <summary>Reads what stands behind a key of front matter: a scalar with quotes and a comment, a list or a map on one line.</summary>
internal static class FrontMatterValue
{
    /// <summary>The values of a list, the names of a list of maps, or one scalar. What says that there is none gives none.</summary>
    public static IEnumerable<string> Items(string value)
    {
        var text = WithoutComment(value);
        if (text.StartsWith('{') || (text.StartsWith('[') && text.Contains('{', StringComparison.Ordinal)))
        {
            return Parts(text.Trim('[', ']', '{', '}', ' ')).Select(part => part.Trim('{', '}', ' ')).Where(part => KeyEnd(part) is > 0 and var end && Unquote(part[..end].Trim()) is "name")
                .Select(part => Scalar(part[(KeyEnd(part) + 1)..].Trim()));
        }

        return text.StartsWith('[') && text.EndsWith(']') ? Parts(text[1..^1]).Select(Scalar) : [Scalar(value)];
    }

    /// <summary>A value without its quotes and the comment behind it; empty for one that says there is none.</summary>
    public static string Scalar(string value)
    {
        var text = WithoutComment(value.Trim());
        return text is "~" or "null" or "Null" or "NULL" ? "" : WikiMarks.Without(Unquote(text));
    }

    /// <summary>A value on one line, without the marks of a link to a note ("[[Jane Doe]]").</summary>
    public static string Plain(string value) => WikiMarks.Without(string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    public static string Unquote(string value) =>
        value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("''", "'", StringComparison.Ordinal) : value;

    private static int KeyEnd(string part) => part.AsSpan().IndexOfAny(':', '=');

    /// <summary>A comment begins with a number sign behind a blank, outside quotes: "C# in Depth" has none.</summary>
    private static string WithoutComment(string value)
    {
        var quote = '\0';
        for (var i = 0; i < value.Length; i++)
        {
            if (quote != '\0')
            {
                quote = value[i] == quote && value[i - 1] != '\\' ? '\0' : quote;
            }
            else if (value[i] is '"' or '\'' && (i == 0 || value[i - 1] is '[' or '{' or ' ' or ',' or ':'))
            {
                quote = value[i];
            }
            else if (value[i] == '#' && i > 0 && value[i - 1] is ' ' or '\t')
            {
                return value[..i].TrimEnd();
            }
        }

        return value;
    }

    /// <summary>The parts between commas that stand outside quotes.</summary>
    private static IEnumerable<string> Parts(string list)
    {
        var (from, quote) = (0, '\0');
        for (var i = 0; i < list.Length; i++)
        {
            if (quote != '\0')
            {
                quote = list[i] == quote ? '\0' : quote;
            }
            else if (list[i] is '"' or '\'' && list[from..i].Trim() is "" or [.., ':' or '='])
            {
                quote = list[i];
            }
            else if (list[i] == ',')
            {
                yield return list[from..i].Trim();
                from = i + 1;
            }
        }

        yield return list[from..].Trim();
    }
}
