using Digest.Core.Insight.Figures;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>Reads what a person is from the words behind the name: ", the former mayor of Hull,", "is a historian".</summary>
internal static class RoleBehindName
{
    /// <summary>", the former National Security Adviser to the President,": the apposition behind a name; null when there is none.</summary>
    public static string? Read(TokenRun tokens, int end)
    {
        end = BehindAge(tokens, end);
        var isCopula = CopulaAt(tokens, ref end);
        var isDash = tokens.Kind(end) == TokenKind.Dash && (!tokens.Glued(end) || tokens.Word(end) is "—") && tokens.Is(end + 1, "the", "a", "an");
        if (tokens.Kind(end) != TokenKind.Comma && !tokens.IsMark(end, '(') && !isDash && !isCopula)
        {
            return null;
        }

        var first = end + 1;
        if (!isCopula && RelativeRole.Read(tokens, first) is { } relative)
        {
            return relative;
        }

        var hasArticle = tokens.Is(first, "the", "a", "an") || RoleGrammar.IsOwner(tokens, first);
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

        if (!hasArticle && !isCopula && IsNextName(tokens, first))
        {
            return null;
        }

        first += hasArticle ? 1 : 0;
        var start = first;
        if (!hasArticle && !isCopula && IsThen(tokens, first) && tokens.Is(first + 1, "a", "an", "the"))
        {
            // "once a comedian", "now the mayor of Hull"; "himself a farmer" is one still.
            hasArticle = true;
            first += 2;
            start = tokens.Is(start, "himself", "herself") ? first : start;
        }

        var sawRole = false;
        var inHead = true;
        var and = -1;
        var at = -1;
        var saidAt = -1;
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

            if (sawRole && tokens.Is(i, "for") && (tokens.Is(i + 1, "most", "many", "nearly", "almost", "over", "more") || tokens.Kind(i + 1) == TokenKind.Number || tokens.In(i + 1, WordLists.NumberWords)))
            {
                // "was headteacher at Moss Side for most of his life"
                break;
            }

            if (sawRole && (tokens.Is(i, "until", "since") || (isCopula && IsConjunction(tokens, i))))
            {
                // "was deputy director of the company until 2015", "was a teacher before he fled"
                break;
            }

            if (sawRole && !hasArticle && RoleWords.IsRole(tokens, i - 1) && !tokens.IsCapital(i - 1) && tokens.IsCapital(i) && tokens.In(i, WordLists.FirstNames) && tokens.IsCapital(i + 1))
            {
                // "Owen Pugh, illustrator Ada Mensah, and": the next of a row.
                return null;
            }

            if (sawRole && (IsSaid(tokens, i) || IsAdverbOfDeed(tokens, i) || tokens.Word(i) is "that" or "she" or "he" or "they" or "we" or "I"))
            {
                // "a psychologist with Okoro Health explains", "an author she knew"
                saidAt = i;
                break;
            }

            at = at < 0 && sawRole && tokens.Is(i, "at") ? i : at;
            and = and < 0 && sawRole && tokens.Is(i, "and") && !tokens.IsCapital(i + 1) ? i : and;
            if (RoleGrammar.IsPreposition(tokens, i))
            {
                inHead = false;
            }
            else if (inHead && RoleWords.IsRole(tokens, i))
            {
                sawRole = true;
            }
            else if (inHead && !sawRole && !(tokens.Kind(i - 1) == TokenKind.Dash && tokens.Glued(i)) && ((tokens.In(i, WordLists.Stops) && !tokens.In(i, WordLists.RoleModifiers) && tokens.Kind(i + 1) != TokenKind.Dash) || tokens.In(i, WordLists.SpeechVerbs) || tokens.Is(i, "has", "had")))
            {
                return null;
            }
        }

        // An apposition ends where it is closed; one that runs on was no apposition, except behind "is a".
        var closed = saidAt == i || tokens.Is(i, "for", "until", "since") || tokens.Kind(i) == TokenKind.Comma || EndsApposition(tokens, i) || i >= tokens.Count;
        if (!closed && !isCopula && and > 0)
        {
            // "a biologist at the University of Cork and co-author of": as far as the first of them.
            return tokens.Text(start, and);
        }

        if (!closed && !isCopula && at > 0 && i - first >= RoleGrammar.LongestRole)
        {
            // "head of design at the Office of": what follows is too long to be read.
            return tokens.Text(start, at);
        }

        // "Mairi Gow, a gutter who had lost a finger": a noun before "who" is somebody.
        sawRole |= hasArticle && inHead && tokens.Is(i, "who") && i > first && tokens.Kind(i - 1) == TokenKind.Word && !tokens.IsCapital(i - 1) && !RoleWords.IsBarePerson(tokens, i - 1);
        var last = TrimEnd(tokens, first, i);
        return sawRole && (closed || isCopula) && (hasArticle || isCopula || !IsBody(tokens, first, last)) ? tokens.Text(start, last) : null;
    }

    /// <summary>The token behind what tells how old somebody is or when he lived: ", 31,", "(1815-52),"; or the token itself.</summary>
    private static int BehindAge(TokenRun tokens, int end)
    {
        if (tokens.Kind(end) == TokenKind.Comma && tokens.Kind(end + 1) == TokenKind.Number && tokens.Kind(end + 2) == TokenKind.Comma)
        {
            return end + 2;
        }

        var i = end + 1;
        while (tokens.IsMark(end, '(') && tokens.Kind(i) is TokenKind.Number or TokenKind.Dash)
        {
            i++;
        }

        return i > end + 1 && tokens.IsMark(i, ')') && tokens.Kind(i + 1) == TokenKind.Comma ? i + 1 : end;
    }

    /// <summary>"is", "was", "had been", "worked as", "served as": true when what somebody is comes behind; the token moves to its last word.</summary>
    private static bool CopulaAt(TokenRun tokens, ref int end)
    {
        var isPerfect = tokens.Is(end, "has", "had") && tokens.Is(end + 1, "been");
        var isService = tokens.Is(end + 1, "as") && tokens.Word(end) is "worked" or "works" or "served" or "serves";
        end += isPerfect || isService ? 1 : 0;
        return isPerfect || isService || tokens.Is(end, "is", "was");
    }

    /// <summary>"Owen Pugh, Mary King, and", "Owen Pugh, Judge Mensah, and": no role but the next of a row.</summary>
    private static bool IsNextName(TokenRun tokens, int first) =>
        tokens.IsCapital(first) && tokens.IsCapital(first + 1) && (tokens.Kind(first + 2) == TokenKind.Comma || tokens.Is(first + 2, "and"))
        && (tokens.In(first, WordLists.FirstNames) || (tokens.In(first, WordLists.PersonalTitles) && !RoleWords.IsRole(tokens, first + 1) && !tokens.In(first + 1, WordLists.RoleModifiers | WordLists.Things | WordLists.CommonWords)));

    /// <summary>What the sentence goes on with when the comma behind an apposition is left out.</summary>
    private static bool IsSaid(TokenRun tokens, int i) =>
        tokens.Word(i) is "says" or "said" or "explains" or "explained" or "argues" or "argued" or "adds" or "added" or "recalls" or "recalled" or "told" or "tells" or "believes" or "thinks" or "warns" or "warned" or "writes" or "wrote" or "insists" or "insisted";

    /// <summary>"recently noticed": the sentence goes on, with no comma behind the apposition.</summary>
    private static bool IsAdverbOfDeed(TokenRun tokens, int i) =>
        tokens.Is(i, "recently", "then", "also", "just", "later", "once") && LoneCount.EndsInEd(tokens.Word(i + 1)) && !tokens.IsCapital(i + 1);

    /// <summary>"U.S. General Services Administration": where somebody works, with no word of what as.</summary>
    private static bool IsBody(TokenRun tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!tokens.IsCapital(i) || RoleGrammar.IsPreposition(tokens, i))
            {
                return false;
            }
        }

        return end - first > 2 && tokens.In(end - 1, WordLists.OrganisationHeads | WordLists.Things) && !RoleWords.IsRole(tokens, end - 1);
    }

    private static bool IsThen(TokenRun tokens, int i) =>
        tokens.Word(i) is "once" or "now" or "then" or "later" or "formerly" or "himself" or "herself";

    private static bool IsConjunction(TokenRun tokens, int i) =>
        tokens.Word(i) is "before" or "after" or "when" or "while" or "because" or "although" or "though" or "but";

    /// <summary>"Sukarno, the first president of Indonesia,", "Oksana, a teacher from Kharkiv,": whoever is told so to be somebody needs no second name. Companies and towns are told to be something, too, but no teachers.</summary>
    public static bool IsApposed(TokenRun tokens, int end)
    {
        if (tokens.Kind(end) != TokenKind.Comma || !tokens.Is(end + 1, "the", "a", "an"))
        {
            return false;
        }

        var i = end + 2;
        while (i < end + RoleGrammar.LongestRole && tokens.Kind(i) is TokenKind.Word or TokenKind.Dash or TokenKind.Possessive && !RoleGrammar.IsPreposition(tokens, i) && !tokens.Is(i, "who"))
        {
            i++;
        }

        var close = i;
        while (close < end + RoleGrammar.LongestRole && tokens.Kind(close) is TokenKind.Word or TokenKind.Dash or TokenKind.Possessive && !tokens.Is(close, "who") && !tokens.In(close, WordLists.Auxiliaries | WordLists.SpeechVerbs))
        {
            close++;
        }

        // "GitHub, a content editor, and a cloud" is a row.
        var isRow = tokens.Is(close + 1, "and", "or");
        return !isRow && (tokens.Kind(close) == TokenKind.Comma || tokens.Is(close, "who")) && tokens.In(i - 1, WordLists.Roles) && !tokens.IsCapital(i - 1)
            && !RoleOfSeveral.OfCompanies.Contains(tokens.Word(i - 1)) && Read(tokens, end) is not null;
    }

    /// <summary>"is one of these mechanics"</summary>
    private static string? OneOfSeveral(TokenRun tokens, int first)
    {
        if (!tokens.Is(first, "one") || !tokens.Is(first + 1, "of") || !(tokens.Is(first + 2, "the", "these", "those") || RoleGrammar.IsOwner(tokens, first + 2)))
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
        // "author of “The Wretched”"
        while (end > first + 1 && (tokens.Kind(end - 1) != TokenKind.Word || RoleGrammar.IsPreposition(tokens, end - 1)))
        {
            end--;
        }

        return end;
    }

    private static bool EndsApposition(TokenRun tokens, int i) =>
        tokens.Is(i, "who", "whose", "which") || (tokens.IsMark(i, ")(.;“\"") && !IsInitial(tokens, i)) || (tokens.Kind(i) == TokenKind.Dash && !tokens.Glued(i));

    /// <summary>"Thomas M. Cooley": the stop behind an initial.</summary>
    private static bool IsInitial(TokenRun tokens, int stop) =>
        tokens.IsMark(stop, '.') && tokens.IsCapital(stop - 1) && tokens.Word(stop - 1).Length == 1 && tokens.IsCapital(stop - 2) && tokens.IsCapital(stop + 1);
}
