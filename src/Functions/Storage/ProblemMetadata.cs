using System.Text;
using Azure.Storage.Blobs.Models;
using Digest.Core.Essays;
using Digest.Core.Ports;

namespace Digest.Functions.Storage;

/// <summary>
/// A problem as blob metadata, so that a listing tells all problems. Values are ASCII: words are base64, and a message is
/// cut so that it stays below the 8 KB that storage allows together with a path of 1,024 characters.
/// </summary>
internal static class ProblemMetadata
{
    private const int MaxMessage = 400;

    /// <summary>The metadata of a problem.</summary>
    public static Dictionary<string, string> For(DropProblem problem) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["source"] = Encode(problem.SourceName),
        ["sourceetag"] = Encode(problem.SourceETag),
        ["received"] = EssayMetadata.Time(problem.Received),
        ["found"] = EssayMetadata.Time(problem.Found),
        ["code"] = problem.Problem.Code,
        ["message"] = Encode(EssayMetadata.Cut(problem.Problem.Message, MaxMessage)),
    };

    /// <summary>The problem of a blob in a listing with metadata; null when it has none.</summary>
    public static DropProblem? TryRead(BlobItem blob) =>
        blob.Metadata is { } metadata
        && metadata.TryGetValue("source", out var source)
        && metadata.TryGetValue("sourceetag", out var version)
        && metadata.TryGetValue("received", out var received)
        && metadata.TryGetValue("found", out var found)
        && metadata.TryGetValue("code", out var code)
        && metadata.TryGetValue("message", out var message)
            ? new DropProblem(Decode(source), Decode(version), EssayMetadata.Time(received), EssayMetadata.Time(found), new Problem(code, Decode(message)))
            : null;

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Decode(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
}
