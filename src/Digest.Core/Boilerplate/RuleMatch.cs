namespace Digest.Core.Boilerplate;

/// <summary>A rule that matched a block on its own.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Matched">The words it matched.</param>
internal readonly record struct RuleMatch(Rule Rule, string Matched);
