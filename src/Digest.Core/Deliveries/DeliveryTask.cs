namespace Digest.Core.Deliveries;

/// <summary>A message of the queue <c>digest-deliveries</c>: send an issue to one shard of the subscribers.</summary>
/// <param name="IssueId">Id of the issue.</param>
/// <param name="Shard">0 to 255: the first byte of the SHA-256 of the normalised address.</param>
public sealed record DeliveryTask(string IssueId, int Shard)
{
    /// <summary>Number of shards.</summary>
    public const int ShardCount = 256;
}
