using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>Reads what a person is from the words before the name: "Russian President", "The Foreign Minister of North Korea,".</summary>
internal static class RoleBeforeName
{
    /// <summary>"Russian President", "the novelist", "NATO’s new Secretary General": the role that ends right before a name; null when there is none.</summary>
    public static string? Read(TokenRun tokens, int name)
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

        if (tokens.IsMark(role + 1, '.') && tokens.In(role, WordLists.Honorifics) && BeforeComma(tokens, role) is { } told)
        {
            // "the defence minister, Gen. Ada Mensah,"
            return told;
        }

        if (tokens.Is(role, "of") && tokens.Is(role - 1, "name") && tokens.Is(role - 2, "the") && tokens.Is(role - 3, "by") && RoleWords.IsRole(tokens, role - 4))
        {
            // "a farmer by the name of Ole Brattvold"
            return tokens.Text(ExtendBack(tokens, role - 4), role - 3);
        }

        if (tokens.Is(role, "named", "called") && RoleWords.IsRole(tokens, role - 1))
        {
            // "a farmer named Ole Brattvold"
            return tokens.Text(ExtendBack(tokens, role - 1), role);
        }

        if (!NameWords.IsRole(tokens, role))
        {
            return BeforeOf(tokens, name) ?? BeforeComma(tokens, name);
        }

        var first = WithOthers(tokens, ExtendBack(tokens, role));
        // "Gen. Ada Mensah"
        var text = tokens.Text(first, name - 1 > role && tokens.IsMark(role + 1, '.') ? role + 2 : role + 1);
        var isMere = IsMereTitle(tokens.Text(role, role + 1));
        for (var i = first; i < role && isMere; i++)
        {
            // "old Mr Hale" and "On Monday Mr Hale" are as little of a role as "Mr Hale"; "Foreign Secretary Sir Owen Pugh" is one.
            isMere = !RoleWords.IsRole(tokens, i) && !(tokens.IsCapital(i) && (NameWords.IsAcronym(tokens.Word(i)) || tokens.In(i, WordLists.RoleModifiers)));
        }

        return isMere ? BeforeComma(tokens, first) : text;
    }

    /// <summary>"Secretary of State Antony Blinken": the name begins after the things that belong to the role.</summary>
    private static string? BeforeOf(TokenRun tokens, int name)
    {
        for (var i = name - 1; i > 0 && name - i <= 4; i--)
        {
            if (tokens.Is(i, "of", "for"))
            {
                // "a member of the Laguna Pueblo": no name stands behind an article.
                return !tokens.Is(name - 1, "the") && RoleWords.IsRole(tokens, i - 1) && i < name - 1 ? tokens.Text(ExtendBack(tokens, i - 1), name) : null;
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
        comma -= tokens.Is(comma - 1, "there", "here") ? 1 : 0;
        var sawRole = false;
        var i = comma - 1;
        for (; i >= 0 && comma - i <= RoleGrammar.LongestRole; i--)
        {
            if (!sawRole && RoleGrammar.IsOwner(tokens, i))
            {
                // "at the followers of his old shipmate, Owen Pugh": no role that is known.
                return null;
            }

            if (tokens.Is(i, "the", "a", "an") || RoleGrammar.IsOwner(tokens, i))
            {
                // "For a home-based weaver, Ada Mensah, it came to nothing"
                if (sawRole && (!RoleGrammar.IsPreposition(tokens, i - 1) || i == 1 || RoleGrammar.IsOwner(tokens, i)))
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
            if (RoleGrammar.IsPreposition(tokens, i))
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
        while (role - first < RoleGrammar.LongestRole)
        {
            var i = first - 1;
            if (tokens.Kind(i) == TokenKind.Dash && tokens.Glued(i) && tokens.Glued(first) && tokens.Kind(i - 1) is TokenKind.Word or TokenKind.Number)
            {
                // "Japanese-American", "19-year-old"
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

            if (tokens.IsMark(i, '.') && tokens.Glued(i) && tokens.In(i - 1, WordLists.Honorifics))
            {
                // "Lt. Col."
                first = i - 1;
                continue;
            }

            if (tokens.Is(i, "of") && tokens.IsCapital(first) && tokens.In(i - 1, WordLists.OrganisationHeads) && tokens.IsCapital(i - 1))
            {
                // "Bank of England governor", "University of Leeds historian"
                first = i - 1;
                continue;
            }

            if (IsTied(tokens, i))
            {
                // "prize-winning economist", "Harvard-trained lawyer", "Belgian-born nurse"
                first = i - 2;
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

    /// <summary>The second part of an adjective made of two.</summary>
    private static bool IsTied(TokenRun tokens, int i) =>
        tokens.Kind(i - 1) == TokenKind.Dash && tokens.Glued(i) && tokens.Glued(i - 1) && tokens.Kind(i - 2) == TokenKind.Word && !tokens.IsCapital(i)
        && tokens.Word(i) is var word && (word is "born" || word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal));

    /// <summary>"the poet and critic Ada Mensah": where the roles of one person begin, all of them behind one article; else the last of them.</summary>
    private static int WithOthers(TokenRun tokens, int first)
    {
        var start = first;
        while (first - start < RoleGrammar.LongestRole && (tokens.Is(start - 1, "and") || (start < first && tokens.Kind(start - 1) == TokenKind.Comma)) && !tokens.IsCapital(start - 2) && RoleWords.IsRole(tokens, start - 2))
        {
            start = ExtendBack(tokens, start - 2);
        }

        return tokens.Is(start - 1, "the", "a", "an") ? start : first;
    }

    /// <summary>Titles that say nothing of what a person does.</summary>
    private static bool IsMereTitle(string text) => text is "Mr" or "Mrs" or "Ms" or "Mx" or "Miss" or "Sir" or "Dame" or "Lord" or "Lady" or "Dr" or "Rep" or "Sen" or "Hon" or "Honourable" or "Honorable" or "Prof" or "Monsieur" or "Madame" or "Mme" or "Dona" or "Doña" or "Don" or "Frau" or "Herr" or "Señor" or "Señora" or "Signor" or "Shri" or "Smt" or "Mzee" or "Alhaja" or "Alhaji" or "Aling" or "Mama" or "Mang" or "Ntate" or "Opanyin" or "Tante" or "Datuk" or "Dato" or "Khun" or "Pak" or "Ibu";

    private static bool IsClauseWord(TokenRun tokens, int i) =>
        tokens.Is(i, "by", "that", "as", "who", "and") || tokens.In(i, WordLists.Auxiliaries)
        || (tokens.Kind(i) == TokenKind.Word && tokens.In(i, WordLists.SpeechVerbs));
}
