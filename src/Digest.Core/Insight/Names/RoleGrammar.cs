using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>Small words in roles, and how long these are.</summary>
internal static class RoleGrammar
{
    /// <summary>Tokens an apposition may be long.</summary>
    public const int LongestRole = 14;

    /// <summary>"his", "our": before a role they say no more than an article.</summary>
    public static bool IsOwner(TokenRun tokens, int i) =>
        tokens.Is(i, "my", "our", "his", "her", "its", "their");

    /// <summary>What a role may go on with: "Minister of Defence", "ambassador to Mali".</summary>
    public static bool IsPreposition(TokenRun tokens, int i) =>
        tokens.Is(i, "of", "at", "for", "to", "in", "with", "on", "from");
}
