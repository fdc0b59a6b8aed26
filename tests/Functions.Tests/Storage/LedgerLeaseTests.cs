using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Digest.Functions.Storage;
using Digest.Testing;
using Xunit;

namespace Digest.Functions.Tests.Storage;

/// <summary>Whoever can't renew the lease on a ledger must know before another worker may have it.</summary>
public sealed class LedgerLeaseTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    public enum Failure
    {
        /// <summary>The request gets no answer until its client gives up.</summary>
        Silence,

        /// <summary>The credential has no token.</summary>
        NoToken,

        /// <summary>Something cancels the request that is not the ledger.</summary>
        Cancelled,
    }

    [Theory]
    [InlineData(Failure.Silence)]
    [InlineData(Failure.NoToken)]
    [InlineData(Failure.Cancelled)]
    public async Task A_lease_that_can_not_be_renewed_is_lost_before_it_ends_and_closing_does_not_throw(Failure failure)
    {
        var renewals = new FailingRenewals { Failure = failure };
        await using var ledger = await OpenAsync(renewals);
        var began = TimeProvider.System.GetTimestamp();
        await LostAsync(2 * Lease, ledger.LeaseLost);
        Assert.True(TimeProvider.System.GetElapsedTime(began) < Lease, "It was noticed too late.");
        Assert.True(renewals.Failed > 1, "It was tried only once.");
    }

    [Fact]
    public async Task A_renewal_that_fails_once_is_tried_again_and_the_lease_is_kept()
    {
        var renewals = new FailingRenewals { Failure = Failure.NoToken, Most = 1 };
        await using var ledger = await OpenAsync(renewals);
        await Task.Delay(1.5 * Lease);
        Assert.Equal(1, renewals.Failed);
        Assert.False(ledger.LeaseLost.IsCancellationRequested);
    }

    private static async Task LostAsync(TimeSpan within, CancellationToken lost)
    {
        try
        {
            await Task.Delay(within, lost);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        Assert.Fail("The lease was never called lost.");
    }

    private async Task<AppendBlobLedgerWriter> OpenAsync(FailingRenewals renewals)
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        options.AddPolicy(renewals, HttpPipelinePosition.PerCall);
        var container = new BlobServiceClient(azurite.ConnectionString, options).GetBlobContainerClient(AzuriteFixture.Prefix() + "-lease");
        await container.CreateIfNotExistsAsync();
        var blob = container.GetAppendBlobClient("ledger.jsonl");
        await blob.CreateAsync();
        var lease = blob.GetBlobLeaseClient();
        await lease.AcquireAsync(TimeSpan.FromSeconds(15));
        return new AppendBlobLedgerWriter(blob, lease, new HeldLease(Lease, TimeProvider.System.GetTimestamp(), TimeProvider.System), [], 0, due: null);
    }

    private sealed class FailingRenewals : HttpPipelinePolicy
    {
        private int _failed;

        public required Failure Failure { get; init; }

        public int Most { get; init; } = int.MaxValue;

        public int Failed => Volatile.Read(ref _failed);

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            if (!message.Request.Headers.TryGetValue("x-ms-lease-action", out var action) || action != "renew" || Failed >= Most)
            {
                await ProcessNextAsync(message, pipeline);
                return;
            }

            Interlocked.Increment(ref _failed);
            switch (Failure)
            {
                case Failure.NoToken:
                    throw new AuthenticationFailedException("no answer from the token endpoint");
                case Failure.Cancelled:
                    throw new OperationCanceledException("the client's own patience");
                default:
                    // A request that no token reaches: the network is gone, and the client waits for its own time.
                    await Task.Delay(TimeSpan.FromSeconds(20), CancellationToken.None);
                    break;
            }
        }
    }
}
