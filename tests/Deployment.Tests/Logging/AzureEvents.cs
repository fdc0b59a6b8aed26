using Azure.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Digest.Deployment.Tests.Logging;

/// <summary>What the storage clients log about their requests: addresses of blobs are part of it.</summary>
internal sealed class AzureEvents(Captured captured) : IDisposable
{
    private readonly AzureEventSourceListener _listener = new(
        (_, message) => captured.Log(LogLevel.Debug, default, message, null, static (text, _) => text), System.Diagnostics.Tracing.EventLevel.Informational);

    public void Dispose() => _listener.Dispose();
}
