using Digest.Core.Issues;
using Xunit;

namespace Digest.Core.Tests.Issues;

public sealed class IssueScheduleTests
{
    private static readonly IssueSchedule Nightly = IssueSchedule.Parse("30 2 * * *", "Europe/Berlin");

    [Fact]
    public void A_local_time_keeps_its_hour_through_the_year()
    {
        var fridays = IssueSchedule.Parse("0 7 * * 5", "Europe/Berlin");
        Assert.Equal(At("2026-07-03T05:00Z"), fridays.LatestAtOrBefore(At("2026-07-05T00:00Z")));
        Assert.Equal(At("2026-12-04T06:00Z"), fridays.LatestAtOrBefore(At("2026-12-05T00:00Z")));
    }

    [Fact]
    public void A_time_that_spring_skips_happens_at_the_first_minute_that_exists()
    {
        // 29 March 2026: 02:00 becomes 03:00.
        Assert.Equal(At("2026-03-29T01:00Z"), Nightly.NextAfter(At("2026-03-28T12:00Z")));
    }

    [Fact]
    public void A_time_that_autumn_repeats_happens_once_at_its_first_coming()
    {
        // 25 October 2026: 03:00 becomes 02:00.
        var nights = Nightly.Between(At("2026-10-24T12:00Z"), At("2026-10-26T12:00Z"));
        Assert.Equal([At("2026-10-25T00:30Z"), At("2026-10-26T01:30Z")], nights);
    }

    [Fact]
    public void Every_day_of_a_year_has_exactly_one_run_whatever_the_clocks_do()
    {
        foreach (var zone in (string[])["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Seoul", "Pacific/Apia"])
        {
            var schedule = IssueSchedule.Parse("30 2 * * *", zone);
            Assert.Equal(365, schedule.Between(At("2026-01-01T12:00Z"), At("2027-01-01T12:00Z")).Count);
        }
    }

    [Fact]
    public void Asking_every_quarter_of_an_hour_finds_each_time_once()
    {
        var found = new List<DateTimeOffset>();
        for (var now = At("2026-10-01T00:00Z"); now < At("2026-11-01T00:00Z"); now = now.AddMinutes(15))
        {
            if (Nightly.LatestAtOrBefore(now) is { } latest && (found.Count == 0 || latest > found[^1]))
            {
                found.Add(latest);
            }
        }

        Assert.Equal(32, found.Count);
    }

    [Theory]
    [InlineData("0 7 * *", "Europe/Berlin", "Schedule")]
    [InlineData("0 7 * * 5", "Europe/Atlantis", "TimeZone")]
    public void A_wrong_setting_is_named(string cron, string zone, string setting)
    {
        Assert.False(IssueSchedule.TryParse(cron, zone, out _, out var error));
        Assert.Contains("Digest:Issues:" + setting, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-31T07:00:00+01:00", "2026-W53")]
    [InlineData("2027-01-01T07:00:00+01:00", "2026-W53")]
    [InlineData("2027-01-04T07:00:00+01:00", "2027-W01")]
    public void An_id_is_the_ISO_week_of_the_local_day(string scheduled, string id)
    {
        Assert.Equal(id, IssueId.For(At(scheduled)));
    }

    [Fact]
    public void Ids_sort_by_age()
    {
        string[] ids = ["2026-W47-10", "2027-W01", "2026-W47", "2026-W47-2"];
        Assert.Equal(["2026-W47", "2026-W47-2", "2026-W47-10", "2027-W01"], ids.Order(IssueId.ByAge));
    }

    [Theory]
    [InlineData("2026-W47", true)]
    [InlineData("2026-W47-2", true)]
    [InlineData("2026-W47-1", false)]
    [InlineData("2026-W54", false)]
    [InlineData("2026-W47/../x", false)]
    [InlineData("decisions", false)]
    public void Only_ids_are_ids(string text, bool valid)
    {
        Assert.Equal(valid, IssueId.IsValid(text));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
