using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>Reads what a person is from the words beside the name.</summary>
internal static class RoleReader
{
    /// <summary>Tokens an apposition may be long.</summary>
    private const int LongestRole = 14;

    /// <summary>"Russian President", "the novelist", "NATO’s new Secretary General": the role that ends right before a name; null when there is none.</summary>
    public static string? Before(TokenRun tokens, int name)
    {
        var role = name - 1;
        if (tokens.IsMark(role, '.') && tokens.Glued(role) && tokens.In(role - 1, WordLists.Honorifics))
        {
            role--;
        }

        if (tokens.IsCapital(role) && IsMereTitle(tokens.Text(role, role + 1)) && (NameWords.IsRole(tokens, role - 1) || tokens.Kind(role - 1) == TokenKind.Comma))
        {
            // "economist Dr. Smith", "the deputy minister, Prof. Choi"
            return NameWords.IsRole(tokens, role - 1) ? tokens.Text(ExtendBack(tokens, role - 1), role) : BeforeComma(tokens, role);
        }

        if ((tokens.Is(role, "named") || tokens.Is(role, "called")) && tokens.In(role - 1, WordLists.Roles))
        {
            // "a farmer named Ole Brattvold"
            return tokens.Text(ExtendBack(tokens, role - 1), role);
        }

        if (!NameWords.IsRole(tokens, role))
        {
            return BeforeOf(tokens, name) ?? BeforeComma(tokens, name);
        }

        var first = ExtendBack(tokens, role);
        var text = tokens.Text(first, role + 1);
        return IsMereTitle(text) ? BeforeComma(tokens, first) : text;
    }

    /// <summary>", the former National Security Adviser to the President,": the apposition behind a name; null when there is none.</summary>
    public static string? After(TokenRun tokens, int end)
    {
        var isCopula = tokens.Is(end, "is") || tokens.Is(end, "was");
        if (tokens.Kind(end) != TokenKind.Comma && !tokens.IsMark(end, '(') && !isCopula)
        {
            return null;
        }

        var first = end + 1;
        var hasArticle = tokens.Is(first, "the") || tokens.Is(first, "a") || tokens.Is(first, "an");
        if (isCopula && !hasArticle)
        {
            return null;
        }

        first += hasArticle ? 1 : 0;
        var sawRole = false;
        var inHead = true;
        var i = first;
        for (; i < tokens.Count && i - first < LongestRole; i++)
        {
            if (tokens.Kind(i) == TokenKind.Comma || EndsApposition(tokens, i))
            {
                break;
            }

            if (tokens.Kind(i) != TokenKind.Word)
            {
                continue;
            }

            if (IsPreposition(tokens, i))
            {
                inHead = false;
            }
            else if (inHead && tokens.In(i, WordLists.Roles))
            {
                sawRole = true;
            }
            else if (inHead && !sawRole && ((tokens.In(i, WordLists.Stops) && !tokens.In(i, WordLists.RoleModifiers) && tokens.Kind(i + 1) != TokenKind.Dash) || tokens.In(i, WordLists.SpeechVerbs) || tokens.Is(i, "has") || tokens.Is(i, "had")))
            {
                return null;
            }
        }

        // An apposition ends where it is closed; one that runs on was no apposition, except behind "is a".
        var closed = tokens.Kind(i) == TokenKind.Comma || EndsApposition(tokens, i) || i >= tokens.Count;
        return sawRole && (closed || isCopula) ? tokens.Text(first, TrimEnd(tokens, first, i)) : null;
    }

    private static int TrimEnd(TokenRun tokens, int first, int end)
    {
        while (end > first + 1 && tokens.Kind(end - 1) != TokenKind.Word)
        {
            end--;
        }

        return end;
    }

    /// <summary>"Secretary of State Antony Blinken": the name begins after the things that belong to the role.</summary>
    private static string? BeforeOf(TokenRun tokens, int name)
    {
        for (var i = name - 1; i > 0 && name - i <= 4; i--)
        {
            if (tokens.Is(i, "of") || tokens.Is(i, "for"))
            {
                return tokens.In(i - 1, WordLists.Roles) && i < name - 1 ? tokens.Text(ExtendBack(tokens, i - 1), name) : null;
            }

            if (!tokens.IsCapital(i) && !tokens.Is(i, "the"))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"The Foreign Minister of North Korea, Choe Son-hui,": a role that a comma parts from the name.</summary>
    private static string? BeforeComma(TokenRun tokens, int name)
    {
        var comma = name - 1;
        if (tokens.Kind(comma) != TokenKind.Comma)
        {
            return null;
        }

        var sawRole = false;
        var i = comma - 1;
        for (; i >= 0 && comma - i <= LongestRole; i--)
        {
            if (tokens.Is(i, "the") || tokens.Is(i, "a") || tokens.Is(i, "an"))
            {
                if (sawRole && !IsPreposition(tokens, i - 1))
                {
                    return HeadIsRole(tokens, i + 1, comma) ? tokens.Text(i + 1, comma) : null;
                }

                continue;
            }

            if (tokens.Kind(i) is TokenKind.Comma or TokenKind.Mark || IsClauseWord(tokens, i))
            {
                break;
            }

            sawRole |= tokens.In(i, WordLists.Roles);
        }

        return sawRole && HeadIsRole(tokens, i + 1, comma) && comma - i > 2 ? tokens.Text(i + 1, comma) : null;
    }

    /// <summary>The role noun stands before the first preposition: "Minister of X", not "an ally of the Minister".</summary>
    private static bool HeadIsRole(TokenRun tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (IsPreposition(tokens, i))
            {
                return i > first && tokens.In(i - 1, WordLists.Roles);
            }
        }

        return tokens.In(end - 1, WordLists.Roles);
    }

    /// <summary>Goes back over the adjectives and owners of a role: "former South Korean first deputy foreign".</summary>
    private static int ExtendBack(TokenRun tokens, int role)
    {
        var first = role;
        while (role - first < LongestRole)
        {
            var i = first - 1;
            if (tokens.Kind(i) == TokenKind.Dash && tokens.Glued(i) && tokens.Glued(first) && tokens.Kind(i - 1) == TokenKind.Word)
            {
                first -= 2;
                continue;
            }

            if (tokens.Kind(i) == TokenKind.Possessive)
            {
                // "NATO’s Secretary General" names the body; "the country’s president" does not.
                if (!tokens.IsCapital(i - 1))
                {
                    break;
                }

                first = i - 1;
                continue;
            }

            if (tokens.In(i, WordLists.RoleModifiers) || NameWords.IsRole(tokens, i)
                || (tokens.IsCapital(i) && (!tokens.In(i, WordLists.FunctionWords) || NameWords.IsAcronym(tokens.Word(i)))))
            {
                first = i;
                continue;
            }

            break;
        }

        return first;
    }

    /// <summary>Titles that say nothing of what a person does.</summary>
    private static bool IsMereTitle(string text) => text is "Mr" or "Mrs" or "Ms" or "Mx" or "Miss" or "Sir" or "Dame" or "Lord" or "Lady" or "Dr" or "Rep" or "Sen" or "Hon" or "Prof" or "Monsieur" or "Madame";

    private static bool IsPreposition(TokenRun tokens, int i) =>
        tokens.Is(i, "of") || tokens.Is(i, "at") || tokens.Is(i, "for") || tokens.Is(i, "to") || tokens.Is(i, "in") || tokens.Is(i, "with") || tokens.Is(i, "on") || tokens.Is(i, "from");

    private static bool IsClauseWord(TokenRun tokens, int i) =>
        tokens.Is(i, "by") || tokens.Is(i, "that") || tokens.Is(i, "as") || tokens.Is(i, "who") || tokens.Is(i, "and") || tokens.Is(i, "is") || tokens.Is(i, "was")
        || (tokens.Kind(i) == TokenKind.Word && tokens.In(i, WordLists.SpeechVerbs));

    private static bool EndsApposition(TokenRun tokens, int i) =>
        tokens.Is(i, "who") || tokens.Is(i, "whose") || tokens.Is(i, "which") || tokens.IsMark(i, ')') || tokens.IsMark(i, '(') || tokens.IsMark(i, '.') || tokens.IsMark(i, ';')
        || tokens.IsMark(i, '“') || tokens.IsMark(i, '"') || (tokens.Kind(i) == TokenKind.Dash && !tokens.Glued(i));
}
