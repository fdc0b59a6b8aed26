using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>Reads what a person is from the words behind the name: ", the former mayor of Hull,", "is a historian".</summary>
internal static class RoleBehindName
{
    /// <summary>", the former National Security Adviser to the President,": the apposition behind a name; null when there is none.</summary>
    public static string? Read(TokenRun tokens, int end)
    {
        var isCopula = tokens.Is(end, "is") || tokens.Is(end, "was");
        if (tokens.Kind(end) != TokenKind.Comma && !tokens.IsMark(end, '(') && !isCopula)
        {
            return null;
        }

        var first = end + 1;
        if (!isCopula && RelativeRole.Read(tokens, first) is { } relative)
        {
            return relative;
        }

        var hasArticle = tokens.Is(first, "the") || tokens.Is(first, "a") || tokens.Is(first, "an") || RoleGrammar.IsOwner(tokens, first);
        if (isCopula && !hasArticle)
        {
            if (OneOfSeveral(tokens, first) is { } one)
            {
                return one;
            }

            // "was deputy director of the company"
            var office = first;
            while (tokens.In(office, WordLists.RoleModifiers) && !tokens.IsCapital(office))
            {
                office++;
            }

            if (!RoleWords.IsRole(tokens, office) || !RoleGrammar.IsPreposition(tokens, office + 1))
            {
                return null;
            }
        }

        first += hasArticle ? 1 : 0;
        var sawRole = false;
        var inHead = true;
        var and = -1;
        var i = first;
        for (; i < tokens.Count && i - first < RoleGrammar.LongestRole; i++)
        {
            if (tokens.Kind(i) == TokenKind.Comma || EndsApposition(tokens, i))
            {
                break;
            }

            if (tokens.Kind(i) != TokenKind.Word)
            {
                continue;
            }

            if (sawRole && tokens.Is(i, "for") && (tokens.Is(i + 1, "most") || tokens.Is(i + 1, "many") || tokens.Is(i + 1, "nearly") || tokens.Is(i + 1, "almost") || tokens.Is(i + 1, "over") || tokens.Is(i + 1, "more") || tokens.Kind(i + 1) == TokenKind.Number))
            {
                // "was headteacher at Moss Side for most of his life"
                break;
            }

            if (sawRole && (tokens.Is(i, "until") || tokens.Is(i, "since")))
            {
                // "was deputy director of the company until 2015"
                break;
            }

            and = and < 0 && sawRole && tokens.Is(i, "and") && !tokens.IsCapital(i + 1) ? i : and;
            if (RoleGrammar.IsPreposition(tokens, i))
            {
                inHead = false;
            }
            else if (inHead && RoleWords.IsRole(tokens, i))
            {
                sawRole = true;
            }
            else if (inHead && !sawRole && ((tokens.In(i, WordLists.Stops) && !tokens.In(i, WordLists.RoleModifiers) && tokens.Kind(i + 1) != TokenKind.Dash) || tokens.In(i, WordLists.SpeechVerbs) || tokens.Is(i, "has") || tokens.Is(i, "had")))
            {
                return null;
            }
        }

        // An apposition ends where it is closed; one that runs on was no apposition, except behind "is a".
        var closed = tokens.Is(i, "for") || tokens.Is(i, "until") || tokens.Is(i, "since") || tokens.Kind(i) == TokenKind.Comma || EndsApposition(tokens, i) || i >= tokens.Count;
        if (!closed && !isCopula && and > 0)
        {
            // "a biologist at the University of Cork and co-author of": as far as the first of them.
            return tokens.Text(first, and);
        }

        // "Mairi Gow, a gutter who had lost a finger": a noun before "who" is somebody.
        sawRole |= hasArticle && inHead && tokens.Is(i, "who") && i > first && tokens.Kind(i - 1) == TokenKind.Word && !tokens.IsCapital(i - 1) && !RoleWords.IsBarePerson(tokens, i - 1);
        return sawRole && (closed || isCopula) ? tokens.Text(first, TrimEnd(tokens, first, i)) : null;
    }

    /// <summary>"is one of these mechanics"</summary>
    private static string? OneOfSeveral(TokenRun tokens, int first)
    {
        if (!tokens.Is(first, "one") || !tokens.Is(first + 1, "of") || !(tokens.Is(first + 2, "the") || tokens.Is(first + 2, "these") || tokens.Is(first + 2, "those") || RoleGrammar.IsOwner(tokens, first + 2)))
        {
            return null;
        }

        for (var i = first + 3; i < first + RoleGrammar.LongestRole && tokens.Kind(i) == TokenKind.Word && !RoleGrammar.IsPreposition(tokens, i) && !tokens.Is(i, "who"); i++)
        {
            if (RoleOfSeveral.Singular(tokens, i) is { } role)
            {
                return role;
            }
        }

        return null;
    }

    private static int TrimEnd(TokenRun tokens, int first, int end)
    {
        while (end > first + 1 && tokens.Kind(end - 1) != TokenKind.Word)
        {
            end--;
        }

        return end;
    }

    private static bool EndsApposition(TokenRun tokens, int i) =>
        tokens.Is(i, "who") || tokens.Is(i, "whose") || tokens.Is(i, "which") || tokens.IsMark(i, ')') || tokens.IsMark(i, '(') || tokens.IsMark(i, '.') || tokens.IsMark(i, ';')
        || tokens.IsMark(i, '“') || tokens.IsMark(i, '"') || (tokens.Kind(i) == TokenKind.Dash && !tokens.Glued(i));
}
