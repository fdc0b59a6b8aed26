namespace Digest.Core.Decoding.Markdown;

/// <summary>Parts Markdown into code, in which every sign stands for itself, and the rest.</summary>
internal static class MarkdownParts
{
    /// <summary>Fenced code and lines with code in them, and what stands between.</summary>
    public static IEnumerable<(int Start, int End, bool IsCode)> Of(string markdown)
    {
        var (start, line, isFenced, wasCode) = (0, 0, false, false);
        while (line < markdown.Length)
        {
            var next = markdown.IndexOf('\n', line) is >= 0 and var at ? at + 1 : markdown.Length;
            var trimmed = markdown.AsSpan(line, next - line).Trim();
            var isFence = trimmed.StartsWith("```") || trimmed.StartsWith("~~~");
            var isCode = isFenced || isFence || trimmed.Contains('`');
            if (isCode != wasCode && line > start)
            {
                yield return (start, line, wasCode);
                start = line;
            }

            (wasCode, isFenced, line) = (isCode, isFenced ^ isFence, next);
        }

        yield return (start, markdown.Length, wasCode);
    }
}
