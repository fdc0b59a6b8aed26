using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>What words are to a name.</summary>
internal static class NameWords
{
    public static readonly WordTable<string> Acronyms = WordList.Table("acronyms", row => row[0]);

    /// <summary>A role noun or a title, in any case: "president", "General", "Dr".</summary>
    public static bool IsRole(TokenRun tokens, int i) => tokens.In(i, WordLists.Honorifics) || RoleWords.IsRole(tokens, i);

    /// <summary>Letters behind a name that members of parliaments, judges' advocates, physicians and fellows bear.</summary>
    public static bool IsBehindName(ReadOnlySpan<char> word) =>
        word is "MP" or "MSP" or "MEP" or "MPP" or "MLA" or "TD" or "QC" or "KC" or "SC" or "OBE" or "CBE" or "MBE" or "FRS" or "FRSE" or "PhD" or "MD";

    /// <summary>Two or more capitals and nothing else: "NATO", "BRICS".</summary>
    public static bool IsAcronym(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var c in word)
        {
            if (char.IsUpper(c))
            {
                capitals++;
            }
            else if (c is not '.' && !char.IsDigit(c) && !(c == 's' && capitals > 1))
            {
                return false;
            }
        }

        return capitals > 1;
    }
}
