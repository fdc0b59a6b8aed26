using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>Small words in roles, and how long these are.</summary>
internal static class RoleGrammar
{
    /// <summary>Tokens an apposition may be long.</summary>
    public const int LongestRole = 14;

    /// <summary>"his", "our": before a role they say no more than an article.</summary>
    public static bool IsOwner(TokenRun tokens, int i) =>
        tokens.Is(i, "my") || tokens.Is(i, "our") || tokens.Is(i, "his") || tokens.Is(i, "her") || tokens.Is(i, "its") || tokens.Is(i, "their");

    /// <summary>What a role may go on with: "Minister of Defence", "ambassador to Mali".</summary>
    public static bool IsPreposition(TokenRun tokens, int i) =>
        tokens.Is(i, "of") || tokens.Is(i, "at") || tokens.Is(i, "for") || tokens.Is(i, "to") || tokens.Is(i, "in") || tokens.Is(i, "with") || tokens.Is(i, "on") || tokens.Is(i, "from");
}
