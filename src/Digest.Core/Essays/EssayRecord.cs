namespace Digest.Core.Essays;

/// <summary>What an editor decided about an essay's place in the next issue.</summary>
public enum EssayPlacement
{
    /// <summary>Takes its turn.</summary>
    Normal,

    /// <summary>Goes first.</summary>
    Pinned,

    /// <summary>Waits until an editor releases it.</summary>
    Held,

    /// <summary>Taken back: no later issue carries it, and where an issue did, its page says so; until an editor releases it, whatever is dropped.</summary>
    Withdrawn,
}

/// <summary>What places follow from each other.</summary>
public static class EssayPlacements
{
    /// <summary>The place of an essay of which a new revision is stored.</summary>
    /// <param name="placement">Its place until then; null for a new essay.</param>
    /// <param name="hold">True when the revision is to be held.</param>
    public static EssayPlacement AfterStoring(EssayPlacement? placement, bool hold) =>
        hold && placement != EssayPlacement.Withdrawn ? EssayPlacement.Held : placement ?? EssayPlacement.Normal;
}

/// <summary>An essay as it is stored: what was read, and its history.</summary>
public sealed record EssayRecord
{
    /// <summary>Id made from the path in <c>incoming</c>, see <see cref="EssayId"/>; also the essay's address and feed guid.</summary>
    public required string Id { get; init; }

    /// <summary>Path of the drop in <c>incoming</c>.</summary>
    public required string SourceName { get; init; }

    /// <summary>ETag of the drop this record was read from: the same ETag and rule set need no second reading.</summary>
    public required string SourceETag { get; init; }

    /// <summary>1 for the first reading; one more each time the drop's content changed what is read.</summary>
    public required int Revision { get; init; }

    /// <summary>When the drop was first received.</summary>
    public required DateTimeOffset FirstReceived { get; init; }

    /// <summary>When the drop of this revision was received.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>When this revision was stored.</summary>
    public required DateTimeOffset Stored { get; init; }

    /// <summary>SHA-256 (hex) over what is read from the drop: differs exactly when a reader would see a difference.</summary>
    public required string ContentHash { get; init; }

    /// <summary>What was read.</summary>
    public required Essay Essay { get; init; }
}

/// <summary>What a listing of the essays tells without opening one: carried in blob metadata.</summary>
public sealed record EssayEntry
{
    /// <summary>Id of the essay.</summary>
    public required string Id { get; init; }

    /// <summary>Version of this entry in its store; changes with every write. Empty in an entry that was not read from a store.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>Path of the drop in <c>incoming</c>.</summary>
    public required string SourceName { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Current revision.</summary>
    public required int Revision { get; init; }

    /// <summary>When the drop was first received.</summary>
    public required DateTimeOffset FirstReceived { get; init; }

    /// <summary>When this revision was stored.</summary>
    public required DateTimeOffset Stored { get; init; }

    /// <summary>Hash of the content of this revision.</summary>
    public required string ContentHash { get; init; }

    /// <summary>ETag of the drop this revision was read from.</summary>
    public required string SourceETag { get; init; }

    /// <summary>Version of the rule set this revision was read with.</summary>
    public required string RuleSetVersion { get; init; }

    /// <summary>Place an editor gave it.</summary>
    public EssayPlacement Placement { get; init; }

    /// <summary>Id of the issue that carried the essay, or null while it waits.</summary>
    public string? IssueId { get; init; }

    /// <summary>Revision that issue carried, or null while it waits: a higher current revision is a correction.</summary>
    public int? IssuedRevision { get; init; }

    /// <summary>
    /// True while an issue has to know of it: readers have not seen the current revision, because the essay waits or changed
    /// after an issue carried it; or it is withdrawn, and its text must not come back under another name.
    /// </summary>
    public bool IsPending => IssueId is null || IssuedRevision < Revision || Placement == EssayPlacement.Withdrawn;
}
