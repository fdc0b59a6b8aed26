using System.Text.Json.Serialization;

namespace Digest.Core.Issues;

/// <summary>How far an issue has come. Each step may be repeated without harm; the progress only saves doing so.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IssueProgress>))]
public enum IssueProgress
{
    /// <summary>The manifest is stored, and the essays it names beside it.</summary>
    Created,

    /// <summary>The essays are marked as carried.</summary>
    EssaysMarked,

    /// <summary>The mail is rendered and stored.</summary>
    MailStored,

    /// <summary>Pages and feeds are public.</summary>
    SitePublished,

    /// <summary>Every shard of the subscribers is on the queue: nothing is left to do.</summary>
    Finished,
}
