namespace Digest.Deployment.Tests.Workflows;

/// <summary>As much of PowerShell's lexical rules as it takes to match brackets: comments, both kinds of strings, <c>$(…)</c> within them, the backtick.</summary>
internal static class PowerShellText
{
    /// <summary>The first bracket or quote that has no partner; empty when all have.</summary>
    public static string FirstUnclosed(string text)
    {
        // What is open: brackets, and " for a string that is being read.
        var open = new Stack<char>();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var inString = open.TryPeek(out var top) && top == '"';
            if (c == '`')
            {
                i++;
            }
            else if (inString)
            {
                if (c == '"')
                {
                    open.Pop();
                }
                else if (c == '$' && i + 1 < text.Length && text[i + 1] == '(')
                {
                    open.Push('(');
                    i++;
                }
            }
            else if (c == '#')
            {
                i = EndOr(text, text.IndexOf('\n', i));
            }
            else if (c == '\'')
            {
                var end = text.IndexOf('\'', i + 1);
                if (end < 0)
                {
                    return "'";
                }

                i = end;
            }
            else if (c is '(' or '[' or '{' or '"')
            {
                open.Push(c);
            }
            else if (c is ')' or ']' or '}' && !(open.TryPop(out var opened) && (opened, c) is ('(', ')') or ('[', ']') or ('{', '}')))
            {
                return c.ToString();
            }
        }

        return open.Count == 0 ? "" : open.Peek().ToString();
    }

    private static int EndOr(string text, int end) => end < 0 ? text.Length : end;
}
