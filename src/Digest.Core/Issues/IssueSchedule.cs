using System.Diagnostics.CodeAnalysis;
using NCrontab;

namespace Digest.Core.Issues;

/// <summary>
/// A cron expression read in a time zone. Each local time the expression names happens exactly once: a time that the
/// clocks skip in spring is taken at the first minute that exists, a time that comes twice in autumn at its first coming.
/// </summary>
public sealed class IssueSchedule
{
    // No daylight saving rule moves a clock by more; Lord Howe moves by half an hour, double summer time by two.
    private static readonly TimeSpan LargestShift = TimeSpan.FromHours(3);

    private readonly CrontabSchedule _cron;

    private IssueSchedule(CrontabSchedule cron, TimeZoneInfo zone)
    {
        _cron = cron;
        Zone = zone;
    }

    /// <summary>The time zone the expression is read in.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Reads a schedule.</summary>
    /// <exception cref="FormatException">The expression or the zone is not understood; the message says which.</exception>
    public static IssueSchedule Parse(string cron, string timeZone) =>
        TryParse(cron, timeZone, out var schedule, out var error) ? schedule : throw new FormatException(error);

    /// <summary>Reads a schedule.</summary>
    /// <param name="cron">Minute, hour, day of month, month, day of week.</param>
    /// <param name="timeZone">IANA name such as <c>Europe/Berlin</c>.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="error">A sentence that says what to change.</param>
    public static bool TryParse(
        string cron, string timeZone, [NotNullWhen(true)] out IssueSchedule? schedule, [NotNullWhen(false)] out string? error)
    {
        schedule = null;
        if (CrontabSchedule.TryParse(cron) is not { } parsed)
        {
            error = $"Digest:Issues:Schedule \"{cron}\" is not a cron expression of five fields; \"0 7 * * 5\" is Fridays at 7:00.";
            return false;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone))
        {
            error = $"Digest:Issues:TimeZone \"{timeZone}\" is not a known time zone; use an IANA name such as Europe/Berlin.";
            return false;
        }

        schedule = new IssueSchedule(parsed, zone);
        error = null;
        return true;
    }

    /// <summary>The newest scheduled time at or before <paramref name="now"/>, or null when there is none within the last 400 days.</summary>
    public DateTimeOffset? LatestAtOrBefore(DateTimeOffset now)
    {
        foreach (var days in (ReadOnlySpan<int>)[8, 40, 400])
        {
            if (Between(now.AddDays(-days), now) is [.., var latest])
            {
                return latest;
            }
        }

        return null;
    }

    /// <summary>The first scheduled time after <paramref name="now"/>, or null when there is none within 400 days.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now)
    {
        foreach (var days in (ReadOnlySpan<int>)[8, 40, 400])
        {
            if (Between(now, now.AddDays(days)) is [var next, ..])
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>Scheduled times after <paramref name="after"/> up to and including <paramref name="until"/>, in order.</summary>
    public IReadOnlyList<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset until)
    {
        var first = TimeZoneInfo.ConvertTime(after, Zone).DateTime - LargestShift;
        var last = TimeZoneInfo.ConvertTime(until, Zone).DateTime + LargestShift;
        return [.. _cron.GetNextOccurrences(first, last)
            .Select(Instant)
            .Where(t => t > after && t <= until)
            .Distinct()
            .Order()];
    }

    /// <summary>The instant, with its offset, at which a local time of the schedule happens.</summary>
    private DateTimeOffset Instant(DateTime local)
    {
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
