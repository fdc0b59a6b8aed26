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

        if ((tokens.Is(role, "named") || tokens.Is(role, "called")) && RoleWords.IsRole(tokens, role - 1))
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
        var isMere = IsMereTitle(tokens.Text(role, role + 1));
        for (var i = first; i < role && isMere; i++)
        {
            // "old Mr Hale" and "On Monday Mr Hale" are as little of a role as "Mr Hale"; "Foreign Secretary Sir Owen Pugh" is one.
            isMere = !RoleWords.IsRole(tokens, i) && !(tokens.IsCapital(i) && (NameWords.IsAcronym(tokens.Word(i)) || tokens.In(i, WordLists.RoleModifiers)));
        }

        return isMere ? BeforeComma(tokens, first) : text;
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
        if (!isCopula && RelativeRole.Read(tokens, first) is { } relative)
        {
            return relative;
        }

        var hasArticle = tokens.Is(first, "the") || tokens.Is(first, "a") || tokens.Is(first, "an") || IsOwner(tokens, first);
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

            if (!RoleWords.IsRole(tokens, office) || !IsPreposition(tokens, office + 1))
            {
                return null;
            }
        }

        first += hasArticle ? 1 : 0;
        var sawRole = false;
        var inHead = true;
        var and = -1;
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
            if (IsPreposition(tokens, i))
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
        if (!tokens.Is(first, "one") || !tokens.Is(first + 1, "of") || !(tokens.Is(first + 2, "the") || tokens.Is(first + 2, "these") || tokens.Is(first + 2, "those") || IsOwner(tokens, first + 2)))
        {
            return null;
        }

        for (var i = first + 3; i < first + LongestRole && tokens.Kind(i) == TokenKind.Word && !IsPreposition(tokens, i) && !tokens.Is(i, "who"); i++)
        {
            if (RoleOfSeveral.Singular(tokens, i) is { } role)
            {
                return role;
            }
        }

        return null;
    }

    /// <summary>"his", "our": before a role they say no more than an article.</summary>
    public static bool IsOwner(TokenRun tokens, int i) =>
        tokens.Is(i, "my") || tokens.Is(i, "our") || tokens.Is(i, "his") || tokens.Is(i, "her") || tokens.Is(i, "its") || tokens.Is(i, "their");

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
                return RoleWords.IsRole(tokens, i - 1) && i < name - 1 ? tokens.Text(ExtendBack(tokens, i - 1), name) : null;
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

        // "The supervisor there, Ada Mensah,"
        comma -= tokens.Is(comma - 1, "there") || tokens.Is(comma - 1, "here") ? 1 : 0;
        var sawRole = false;
        var i = comma - 1;
        for (; i >= 0 && comma - i <= LongestRole; i--)
        {
            if (!sawRole && IsOwner(tokens, i))
            {
                // "at the followers of his old shipmate, Owen Pugh": no role that is known.
                return null;
            }

            if (tokens.Is(i, "the") || tokens.Is(i, "a") || tokens.Is(i, "an") || IsOwner(tokens, i))
            {
                // "For a home-based weaver, Ada Mensah, it came to nothing"
                if (sawRole && (!IsPreposition(tokens, i - 1) || i == 1 || IsOwner(tokens, i)))
                {
                    return HeadIsRole(tokens, i + 1, comma) ? tokens.Text(i + 1, comma) : null;
                }

                continue;
            }

            if (tokens.Kind(i) is TokenKind.Comma or TokenKind.Mark || IsClauseWord(tokens, i))
            {
                break;
            }

            sawRole |= RoleWords.IsRole(tokens, i);
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
                return i > first && RoleWords.IsRole(tokens, i - 1);
            }
        }

        return RoleWords.IsRole(tokens, end - 1);
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
    private static bool IsMereTitle(string text) => text is "Mr" or "Mrs" or "Ms" or "Mx" or "Miss" or "Sir" or "Dame" or "Lord" or "Lady" or "Dr" or "Rep" or "Sen" or "Hon" or "Honourable" or "Honorable" or "Prof" or "Monsieur" or "Madame" or "Mme" or "Dona" or "Doña" or "Don" or "Frau" or "Herr" or "Señor" or "Señora" or "Signor" or "Shri" or "Smt" or "Mzee";

    public static bool IsPreposition(TokenRun tokens, int i) =>
        tokens.Is(i, "of") || tokens.Is(i, "at") || tokens.Is(i, "for") || tokens.Is(i, "to") || tokens.Is(i, "in") || tokens.Is(i, "with") || tokens.Is(i, "on") || tokens.Is(i, "from");

    private static bool IsClauseWord(TokenRun tokens, int i) =>
        tokens.Is(i, "by") || tokens.Is(i, "that") || tokens.Is(i, "as") || tokens.Is(i, "who") || tokens.Is(i, "and") || tokens.Is(i, "is") || tokens.Is(i, "was")
        || (tokens.Kind(i) == TokenKind.Word && tokens.In(i, WordLists.SpeechVerbs));

    private static bool EndsApposition(TokenRun tokens, int i) =>
        tokens.Is(i, "who") || tokens.Is(i, "whose") || tokens.Is(i, "which") || tokens.IsMark(i, ')') || tokens.IsMark(i, '(') || tokens.IsMark(i, '.') || tokens.IsMark(i, ';')
        || tokens.IsMark(i, '“') || tokens.IsMark(i, '"') || (tokens.Kind(i) == TokenKind.Dash && !tokens.Glued(i));
}
