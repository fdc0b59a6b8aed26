using Azure.Core;
using Azure.Core.Pipeline;

namespace Digest.Functions.Tests.Workflows;

/// <summary>The process dies here, as far as the code under test can tell.</summary>
public sealed class CrashException() : Exception("The process dies here.");

/// <summary>
/// A transport on which the n-th storage call of a run ends it: before the call reaches storage, or after storage carried
/// it out and before the answer came back.
/// </summary>
public sealed class FailingHttp : HttpPipelineTransport
{
    private readonly HttpClientTransport _inner = HttpClientTransport.Shared;
    private int _left;
    private bool _answered;

    /// <summary>Counts anew.</summary>
    /// <param name="call">Which call is the last one; from 1.</param>
    /// <param name="answered">Whether storage still carries it out.</param>
    public void FailAt(int call, bool answered) => (_left, _answered) = (call, answered);

    public override Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var last = Interlocked.Decrement(ref _left) == 0;
        if (!last || _answered)
        {
            await _inner.ProcessAsync(message);
        }

        if (last)
        {
            throw new CrashException();
        }
    }
}
