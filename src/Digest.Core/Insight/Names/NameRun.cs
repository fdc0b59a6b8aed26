using System.Runtime.InteropServices;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>Capital words in a row that may be a name: tokens from <paramref name="First"/> up to <paramref name="End"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameRun(int First, int End);

/// <summary>Finds runs of capital words in a sentence, with what may stand inside a name: particles, initials, hyphens, apostrophes.</summary>
internal static class NameRunReader
{
    /// <summary>Most tokens of one run; longer ones are headlines.</summary>
    private const int LongestRun = 16;

    /// <summary>Adds the runs of a sentence to a list.</summary>
    public static void Read(TokenRun tokens, List<NameRun> runs)
    {
        var i = 0;
        while (i < tokens.Count)
        {
            if (!CanStart(tokens, i))
            {
                i++;
                continue;
            }

            var end = EndOf(tokens, i);
            runs.Add(new NameRun(i, end));
            i = end;
        }
    }

    private static bool CanStart(TokenRun tokens, int i) =>
        tokens.IsCapital(i)
        && (!tokens.In(i, WordLists.FunctionWords) || IsInitial(tokens, i) || tokens.In(i, WordLists.FirstNames) || IsBehindRole(tokens, i))
        && !(tokens.Kind(i - 1) == TokenKind.Dash && tokens.Glued(i) && tokens.Kind(i - 2) == TokenKind.Word && tokens.Glued(i - 1));

    /// <summary>"the chronobiologist Till Roenneberg": a word of grammar with a capital inside a sentence, between a role and another capital.</summary>
    private static bool IsBehindRole(TokenRun tokens, int i) =>
        tokens.Word(i).Length > 2 && !tokens.IsCapital(i - 1) && RoleWords.IsRole(tokens, i - 1) && tokens.IsCapital(i + 1) && !tokens.In(i + 1, WordLists.FunctionWords | WordLists.OrganisationHeads);

    private static int EndOf(TokenRun tokens, int first)
    {
        var i = first + 1;
        while (i < tokens.Count && i - first < LongestRun)
        {
            var next = Continue(tokens, i);
            if (next == i && IsSurnameOfGrammar(tokens, first, i))
            {
                return i + 1;
            }

            if (next == i)
            {
                break;
            }

            i = next;
        }

        return i;
    }

    /// <summary>"Brian Otieno Were", "Rose Akinyi Were": behind two names, and with no capital behind it, a word of grammar with a capital is a surname.</summary>
    private static bool IsSurnameOfGrammar(TokenRun tokens, int first, int i) =>
        i - first == 2 && tokens.IsCapital(i) && tokens.Word(i).Length > 2 && tokens.In(first, WordLists.FirstNames) && !tokens.OpensSentence(i) && !tokens.IsCapital(i + 1);

    /// <summary>The token after one more part of the name, or <paramref name="i"/> when the name ends here.</summary>
    private static int Continue(TokenRun tokens, int i)
    {
        if (tokens.IsMark(i, '.') && tokens.Glued(i) && (IsInitial(tokens, i - 1) || tokens.In(i - 1, WordLists.Honorifics) || tokens.Is(i - 1, "Jr", "Sr")))
        {
            return tokens.IsCapital(i + 1) || tokens.Is(i - 1, "Jr", "Sr") ? i + 1 : i;
        }

        if (tokens.Kind(i) == TokenKind.Comma && (tokens.Word(i + 1) is "Jr" or "Sr"))
        {
            // "Owen Pugh, Jr., a baker"
            return i + 2;
        }

        // "Jong-un", "Levi-Strauss", "O’Brien"
        if (tokens.Kind(i) == TokenKind.Dash && !(tokens.Word(i) is "—" || (tokens.Word(i) is "–" && !tokens.IsCapital(i + 1))) && tokens.Glued(i) && tokens.Glued(i + 1) && tokens.Kind(i + 1) == TokenKind.Word && !IsPrefixed(tokens, i + 1))
        {
            return i + 2;
        }

        if (tokens.Kind(i) == TokenKind.Word && tokens.Glued(i) && tokens.Word(i)[0] is '’' or '\'' or '‘' && (tokens.Word(i).Length > 3 || tokens.Word(i)[1] is 'o'))
        {
            // "Thiong’o"
            return i + 1;
        }

        // "d’Entremont", "dell’Orto"
        if (tokens.Is(i, "d", "dell", "dall") && !tokens.IsCapital(i) && tokens.Glued(i + 1) && tokens.Word(i + 1) is [_, var capital, _, ..] && char.IsUpper(capital))
        {
            return i + 2;
        }

        // "Nic a’ Phì", "Mac a’ Ghobhainn"
        if (tokens.Is(i, "a") && !tokens.IsCapital(i) && tokens.Glued(i + 1) && tokens.Word(i + 1).Length == 1 && tokens.IsCapital(i + 2))
        {
            return i + 3;
        }

        if (tokens.IsCapital(i))
        {
            return tokens.In(i, WordLists.FunctionWords) && !IsInitial(tokens, i) && !tokens.In(i, WordLists.FirstNames) ? i : i + 1;
        }

        if (!tokens.In(i, WordLists.Particles))
        {
            return i;
        }

        // "van der Leyen", "al-Assad"
        var after = i + 1;
        after += tokens.Kind(after) == TokenKind.Possessive && tokens.Word(after).Length == 1 ? 1 : 0;
        after += tokens.In(after, WordLists.Particles) ? 1 : 0;
        if (tokens.Kind(after) == TokenKind.Dash && tokens.Glued(after) && tokens.Glued(after + 1))
        {
            after++;
        }

        return tokens.IsCapital(after) && !tokens.Is(i, "of") ? after + 1 : i;
    }

    /// <summary>"North Korea-Russia", "Ukraine-based": the hyphen ties other words together, no name.</summary>
    private static bool IsPrefixed(TokenRun tokens, int i)
    {
        var word = tokens.Word(i);
        return (word.Length > 3 && char.IsLower(word[0]) && tokens.In(i - 2, WordLists.FamilyNamesFirst) == false && !tokens.IsCapital(i - 2))
            || (char.IsLower(word[0]) && !tokens.In(i - 3, WordLists.FamilyNamesFirst) && (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal) || tokens.In(i, WordLists.NameTails)))
            || (WordLists.Geographic.Contains(word) && tokens.IsCapital(i) && !EndsFullName(tokens, i - 2));
    }

    /// <summary>"Tobias Afolabi-Dane": before the hyphen stands a surname behind another name, no place.</summary>
    private static bool EndsFullName(TokenRun tokens, int i) =>
        tokens.IsCapital(i - 1) && !tokens.In(i - 1, WordLists.FunctionWords | WordLists.Geographic | WordLists.Things) && !tokens.In(i, WordLists.Geographic)
        && (!tokens.In(i, WordLists.Things) || tokens.In(i, WordLists.SurnameThings))
        && !NameWords.IsAcronym(tokens.Word(i));

    public static bool IsInitial(TokenRun tokens, int i) =>
        tokens.IsCapital(i) && (tokens.Word(i).Length == 1 ? tokens.IsMark(i + 1, '.') && tokens.Glued(i + 1) : tokens.Word(i)[1] == '.');
}
