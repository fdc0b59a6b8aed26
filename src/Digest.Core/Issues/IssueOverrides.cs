namespace Digest.Core.Issues;

/// <summary>What an editor wants different in an issue to come; all else is made from the content.</summary>
public sealed record IssueOverrides
{
    /// <summary>Name of the issue part that holds the overrides; it may stand there before the issue does.</summary>
    public const string PartName = "overrides.json";

    /// <summary>Subject of the mail, one line; null for the lead essay's title.</summary>
    public string? Subject { get; init; }

    /// <summary>Preview line, one line; null for the other titles.</summary>
    public string? Preheader { get; init; }

    /// <summary>Opening sentence; null for a count of essays and minutes.</summary>
    public string? Intro { get; init; }

    /// <summary>Id of the essay that leads; null for the order by date.</summary>
    public string? Lead { get; init; }

    /// <summary>True to show readers where essays differ.</summary>
    public bool ShowDifferences { get; init; }
}
