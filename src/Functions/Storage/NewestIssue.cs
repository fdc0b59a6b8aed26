using Azure;
using Digest.Core.Issues;
using Digest.Core.Ports;

namespace Digest.Functions.Storage;

/// <summary>
/// The blob <c>newest.json</c>: the manifest of the issue that was made last, and the issues before it. Replacing it is the
/// one step that makes an issue; filing the manifest under its own name follows and may be repeated.
/// </summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Issues">The newest issues, this one among them, oldest first.</param>
/// <param name="Years">All years that have issues.</param>
internal sealed record NewestIssue(DigestIssue Manifest, IReadOnlyList<IssueEntry> Issues, IReadOnlyList<int> Years)
{
    public const string BlobName = "newest.json";

    public RecentIssues Recent(ETag version) => new(Issues, Years, version.ToString("H"));
}
