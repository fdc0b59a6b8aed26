using System.ComponentModel.DataAnnotations;

namespace Digest.Core.Issues;

/// <summary>What happens when an issue is due and no essay waits.</summary>
public enum EmptyWeek
{
    /// <summary>No issue; the decision is recorded.</summary>
    Skip,

    /// <summary>The issue waits for the first essay, until the next one is due.</summary>
    Hold,

    /// <summary>A short note goes out that there is nothing this time.</summary>
    Note,
}

/// <summary>When issues are due and what goes into them: section <c>Digest:Issues</c>.</summary>
public sealed record IssueOptions : IValidatableObject
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Digest:Issues";

    /// <summary>Five-field cron expression in local time; the default is Fridays at seven.</summary>
    [Required]
    public string Schedule { get; init; } = "0 7 * * 5";

    /// <summary>IANA time zone the schedule is read in.</summary>
    [Required]
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>A run that comes later than this many hours after its time sends nothing by itself: it is held for an editor.</summary>
    [Range(0.5, 168)]
    public double MaxHoursLate { get; init; } = 36;

    /// <summary>Most essays in one issue; the others wait for the next one.</summary>
    [Range(1, 100)]
    public int MaxEssays { get; init; } = 20;

    /// <summary>What happens in a week without an essay.</summary>
    public EmptyWeek EmptyWeek { get; init; } = EmptyWeek.Skip;

    /// <summary>Most lines under "By the numbers".</summary>
    [Range(0, 20)]
    public int MaxNumbers { get; init; } = 6;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IssueSchedule.TryParse(Schedule, TimeZone, out _, out var error))
        {
            yield return new ValidationResult(error, [nameof(Schedule), nameof(TimeZone)]);
        }
    }
}
