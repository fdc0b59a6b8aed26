using Azure;

namespace Digest.Functions.Storage;

/// <summary>What storage answers when a condition does not hold: an expected answer, not a failure.</summary>
internal static class BlobErrors
{
    /// <summary>404: the blob or its container is not there.</summary>
    public static bool IsNotFound(this RequestFailedException e) => e.Status == 404;

    /// <summary>412, or 409 for "exists already": somebody else wrote meanwhile.</summary>
    public static bool IsConflict(this RequestFailedException e) =>
        e.Status == 412 || (e.Status == 409 && string.Equals(e.ErrorCode, "BlobAlreadyExists", StringComparison.Ordinal));
}
