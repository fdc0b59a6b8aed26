namespace Digest.Core.Issues;

/// <summary>What the schedule says at one moment.</summary>
/// <param name="Scheduled">The time an issue is due for, or null when none is.</param>
/// <param name="Record">Decisions to record now: missed and held times, oldest first.</param>
public sealed record IssueDue(DateTimeOffset? Scheduled, IReadOnlyList<IssueDecision> Record)
{
    /// <summary>Nothing to do.</summary>
    public static IssueDue Nothing { get; } = new(null, []);

    /// <summary>Asks whether an issue is due.</summary>
    /// <param name="schedule">When issues are due.</param>
    /// <param name="maxLateness">A run later than this is held for an editor.</param>
    /// <param name="last">The newest recorded decision, or null before the first one.</param>
    /// <param name="now">The time of the run.</param>
    public static IssueDue Decide(IssueSchedule schedule, TimeSpan maxLateness, IssueDecision? last, DateTimeOffset now)
    {
        if (schedule.LatestAtOrBefore(now) is not { } newest || (last is not null && newest < last.Scheduled))
        {
            return Nothing;
        }

        if (last is not null && newest == last.Scheduled)
        {
            return last.IsFinal ? Nothing : new IssueDue(newest, []);
        }

        // Before the first decision there is no history to miss: a new installation starts with the newest time in reach.
        var missed = last is null ? [] : schedule.Between(last.Scheduled, newest).Where(t => t < newest);
        var record = missed.TakeLast(MostMissed).Select(t => IssueDecision.Missed(t, now)).ToList();
        if (now - newest <= maxLateness)
        {
            return new IssueDue(newest, record);
        }

        if (last is null)
        {
            return Nothing;
        }

        record.Add(IssueDecision.HeldLate(newest, now, maxLateness));
        return new IssueDue(null, record);
    }

    // Two years of weeks: after a longer silence the record would not tell an editor anything new.
    private const int MostMissed = 104;
}
