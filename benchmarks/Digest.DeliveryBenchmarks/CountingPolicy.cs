using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Digest.DeliveryBenchmarks;

/// <summary>Counts the requests that storage gets, by what it bills them as.</summary>
internal sealed class CountingPolicy : HttpPipelineSynchronousPolicy
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Take()
    {
        var taken = _counts.ToDictionary(StringComparer.Ordinal);
        _counts.Clear();
        return taken;
    }

    public override void OnSendingRequest(HttpMessage message)
    {
        var query = message.Request.Uri.Query;
        var kind = (message.Request.Method.Method, query) switch
        {
            ("PUT", var q) when q.Contains("comp=appendblock", StringComparison.Ordinal) => "append",
            ("PUT", var q) when q.Contains("comp=lease", StringComparison.Ordinal) => "lease",
            ("PUT", var q) when q.Contains("comp=metadata", StringComparison.Ordinal) => "set metadata",
            ("PUT", _) => "put",
            ("GET", var q) when q.Contains("comp=list", StringComparison.Ordinal) => "list",
            ("GET" or "HEAD", _) => "read",
            ("POST", _) => "queue put",
            (var method, _) => method,
        };
        _counts.AddOrUpdate(kind, 1, (_, n) => n + 1);
    }
}
