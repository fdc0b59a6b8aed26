namespace Digest.Core.Subscribers;

/// <summary>
/// All that is left of a reader who was erased: enough to know the address
/// when a list brings it again, and no way back to it without the key.
/// </summary>
/// <param name="Hash">Keyed hash of the address, after the id of its key: <c>k1:…</c>.</param>
/// <param name="Cause">Why nothing may be sent; null when nothing did.</param>
/// <param name="Erased">When they were erased.</param>
public sealed record ErasedSuppression(string Hash, SuppressionCause? Cause, DateTimeOffset Erased);
