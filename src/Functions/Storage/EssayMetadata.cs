using System.Globalization;
using System.Text;
using Azure.Storage.Blobs.Models;
using Digest.Core.Essays;

namespace Digest.Functions.Storage;

/// <summary>
/// The index line of an essay as blob metadata. Values are ASCII (HTTP headers) and stay well below the 8 KB that
/// storage allows: titles are percent-encoded and cut, the source path (up to 1,024 characters) is base64.
/// </summary>
internal static class EssayMetadata
{
    /// <summary>What the name of an essay's record has after the id.</summary>
    public const string RecordName = "/essay.json";

    private const int MaxTitle = 150;

    /// <summary>The index line of a new revision; issue and placement stay what they were, unless it is to be held.</summary>
    public static Dictionary<string, string> For(EssayRecord record, EssayEntry? known, bool hold)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["source"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(record.SourceName)),
            ["title"] = Uri.EscapeDataString(Cut(record.Essay.Title, MaxTitle)),
            ["revision"] = record.Revision.ToString(CultureInfo.InvariantCulture),
            ["firstreceived"] = Time(record.FirstReceived),
            ["stored"] = Time(record.Stored),
            ["contenthash"] = record.ContentHash,
            ["sourceetag"] = record.SourceETag,
            ["ruleset"] = record.Essay.RuleSetVersion,
        };
        SetPlacement(metadata, EssayPlacements.AfterStoring(known?.Placement, hold));
        if (known is { IssueId: { } issue, IssuedRevision: { } revision })
        {
            SetIssue(metadata, issue, revision);
        }

        return metadata;
    }

    /// <summary>Notes an editor's placement.</summary>
    public static void SetPlacement(IDictionary<string, string> metadata, EssayPlacement placement) =>
        metadata["placement"] = placement.ToString();

    /// <summary>Notes the issue that carries a revision.</summary>
    public static void SetIssue(IDictionary<string, string> metadata, string issueId, int revision)
    {
        metadata["issue"] = issueId;
        metadata["issuedrevision"] = revision.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Takes back what <see cref="SetIssue"/> noted.</summary>
    public static void ForgetIssue(IDictionary<string, string> metadata)
    {
        metadata.Remove("issue");
        metadata.Remove("issuedrevision");
    }

    /// <summary>The index line of a blob in a listing with metadata; null when the blob is not an essay's record.</summary>
    /// <exception cref="FormatException">The metadata were not written by this application.</exception>
    public static EssayEntry? TryRead(BlobItem blob) => blob.Name.EndsWith(RecordName, StringComparison.Ordinal)
        ? Read(blob.Name[..^RecordName.Length], (blob.Properties.ETag ?? default).ToString("H"), blob.Metadata)
        : null;

    /// <summary>Reads an index line.</summary>
    /// <exception cref="FormatException">The metadata were not written by this application.</exception>
    public static EssayEntry Read(string essayId, string version, IDictionary<string, string> metadata) => new()
    {
        Id = essayId,
        Version = version,
        SourceName = Encoding.UTF8.GetString(Convert.FromBase64String(Required(essayId, metadata, "source"))),
        Title = Uri.UnescapeDataString(Required(essayId, metadata, "title")),
        Revision = int.Parse(Required(essayId, metadata, "revision"), CultureInfo.InvariantCulture),
        FirstReceived = Time(Required(essayId, metadata, "firstreceived")),
        Stored = Time(Required(essayId, metadata, "stored")),
        ContentHash = Required(essayId, metadata, "contenthash"),
        SourceETag = Required(essayId, metadata, "sourceetag"),
        RuleSetVersion = Required(essayId, metadata, "ruleset"),
        Placement = metadata.TryGetValue("placement", out var placement) ? Enum.Parse<EssayPlacement>(placement) : EssayPlacement.Normal,
        IssueId = metadata.TryGetValue("issue", out var issue) ? issue : null,
        IssuedRevision = metadata.TryGetValue("issuedrevision", out var revision) ? int.Parse(revision, CultureInfo.InvariantCulture) : null,
    };

    private static string Required(string essayId, IDictionary<string, string> metadata, string key) =>
        metadata.TryGetValue(key, out var value)
            ? value
            : throw new FormatException($"The essay {essayId} has no metadata '{key}': was its blob written by something else?");

    /// <summary>A time as metadata have it.</summary>
    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Reads a time.</summary>
    public static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);

    /// <summary>Cut without splitting a surrogate pair, which could not be encoded.</summary>
    public static string Cut(string text, int max) =>
        text.Length <= max ? text : text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
}
