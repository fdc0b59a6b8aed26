namespace Digest.Core.Insight.Names;

/// <summary>One place that may speak of a person.</summary>
/// <param name="Name">The name without titles: one word or several.</param>
/// <param name="Words">Its words.</param>
/// <param name="Role">Role from the words beside it, or null.</param>
/// <param name="HasTitle">A title stands right before it.</param>
/// <param name="Evidence">How much speaks for a person here; see <see cref="PersonEvidence"/>.</param>
/// <param name="InBody">False in a dek or key point.</param>
/// <param name="Run">Where it stands in its sentence.</param>
/// <param name="Signs">How much of the evidence the words beside it give, and not the name itself.</param>
/// <param name="IsThing">It stands where places, ships and houses stand: "in Nam Định", "the Edna Marlow left".</param>
internal sealed record PersonMention(
    string Name, NameWord[] Words, string? Role, bool HasTitle, double Evidence, bool InBody, NameRun Run = default, double Signs = 0, bool IsThing = false);
