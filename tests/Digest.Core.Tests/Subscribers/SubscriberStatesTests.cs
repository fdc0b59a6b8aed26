using Digest.Core.Deliveries;
using Digest.Core.Subscribers;
using Xunit;

namespace Digest.Core.Tests.Subscribers;

public sealed class SubscriberStatesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);
    private static readonly EmailAddress Ada = EmailAddress.Parse("ada@example.org");
    private static readonly Consent Asked = new("form", Now) { Wording = "form-1" };

    private static Subscriber Active => SubscriberStates.Imported(Ada, new Consent("fair", Now), Now);

    [Fact]
    public void A_request_waits_for_its_confirmation()
    {
        var pending = SubscriberStates.Request(null, Ada, Asked, Now);
        Assert.Equal(SubscriberState.Pending, pending.State);
        var confirmed = SubscriberStates.Confirm(pending, Now.AddHours(1));
        Assert.Equal(SubscriberState.Active, confirmed.State);
        Assert.Equal(Asked with { Confirmed = Now.AddHours(1) }, confirmed.Consent);
    }

    [Fact]
    public void Somebody_elses_request_takes_nobody_off_the_list_and_brings_nobody_back()
    {
        Assert.Equal(Active, SubscriberStates.Request(Active, Ada, Asked, Now));
        var left = SubscriberStates.Leave(Active, "page", Now);
        Assert.Equal(SubscriberState.Unsubscribed, SubscriberStates.Request(left, Ada, Asked, Now).State);
    }

    [Fact]
    public void Who_left_comes_back_by_confirming_and_an_old_link_does_nothing()
    {
        var left = SubscriberStates.Leave(Active, "page", Now);
        Assert.Equal(left, SubscriberStates.Confirm(left, Now));
        var back = SubscriberStates.Confirm(SubscriberStates.Request(left, Ada, Asked, Now), Now);
        Assert.Equal(SubscriberState.Active, back.State);
        Assert.Null(back.LeftBy);
    }

    [Fact]
    public void A_complaint_outweighs_everything_and_a_bounce_never_replaces_it()
    {
        var complained = SubscriberStates.Suppress(SubscriberStates.Leave(Active, "page", Now), SuppressionCause.Complaint, "spam", Now);
        Assert.Equal(SuppressionCause.Complaint, complained.Suppression!.Cause);
        Assert.Equal(complained, SubscriberStates.Suppress(complained, SuppressionCause.HardBounce, "5.1.1", Now));
        Assert.Equal(complained, SubscriberStates.Request(complained, Ada, Asked, Now));
        Assert.Equal(complained, SubscriberStates.AfterImport(complained, Active));
    }

    [Fact]
    public void Leaving_twice_is_leaving_once()
    {
        var left = SubscriberStates.Leave(Active, "one-click", Now);
        Assert.Equal(left, SubscriberStates.Leave(left, "page", Now.AddDays(1)));
    }

    [Fact]
    public void Soft_bounces_suppress_at_the_limit_and_count_an_issue_once()
    {
        var subscriber = Active;
        for (var issue = 1; issue <= 2; issue++)
        {
            subscriber = After(After(subscriber, $"i{issue}", Refused("5.2.2")), $"i{issue}", Refused("5.2.2"));
            Assert.Equal(issue, subscriber.SoftBounces);
        }

        var suppressed = After(subscriber, "i3", Refused("5.2.2"));
        Assert.Equal(SuppressionCause.SoftBounces, suppressed.Suppression!.Cause);
    }

    [Fact]
    public void Who_confirmed_after_the_bounce_knows_better()
    {
        var bounced = After(Active, "i1", Refused("5.1.1"));
        Assert.Equal(SubscriberState.Suppressed, bounced.State);
        var back = SubscriberStates.Confirm(SubscriberStates.Request(bounced, Ada, Asked, Now), Now.AddHours(1));
        Assert.Equal(back, After(back, "i1", Refused("5.1.1")));
    }

    [Fact]
    public void A_bounce_report_that_comes_twice_counts_once()
    {
        var report = new MailEvent(MailEventKind.SoftBounce, "ada@example.org", "<m1>", "Failed");
        var once = SubscriberStates.AfterEvent(Active, report, 3, Now);
        Assert.Equal(once, SubscriberStates.AfterEvent(once, report, 3, Now));
    }

    [Fact]
    public void A_refusal_without_a_word_of_a_server_is_no_bounce()
    {
        var own = new LedgerEntry(Now.AddMinutes(1), DeliveryState.Refused, [Ada.SubscriberId]) { Detail = "The mail could not be made: FormatException." };
        Assert.Equal(Active, After(Active, "i1", own));
    }

    [Fact]
    public void A_provider_that_takes_everything_and_reports_the_bounce_later_suppresses_in_the_end()
    {
        var subscriber = Active;
        for (var week = 1; week <= 3; week++)
        {
            Assert.Equal(SubscriberState.Active, subscriber.State);
            var at = Now.AddDays(7 * week);
            subscriber = Accepted(subscriber, week, at);
            subscriber = SubscriberStates.AfterEvent(subscriber, Bounce($"<m{week}>"), 3, at.AddHours(3));
            // The shard is passed over again for others who were deferred.
            subscriber = Accepted(subscriber, week, at);
        }

        Assert.Equal(SuppressionCause.SoftBounces, subscriber.Suppression!.Cause);
    }

    [Fact]
    public void An_issue_that_stands_until_the_next_takes_the_bounces_away()
    {
        var subscriber = SubscriberStates.AfterEvent(Active, Bounce("<m1>"), 3, Now);
        subscriber = Accepted(Accepted(subscriber, 2, Now.AddDays(7)), 2, Now.AddDays(7));
        Assert.Equal(1, subscriber.SoftBounces);
        subscriber = Accepted(subscriber, 3, Now.AddDays(14));
        Assert.Equal(0, subscriber.SoftBounces);
        Assert.Equal(subscriber, Accepted(subscriber, 3, Now.AddDays(14)));
    }

    [Fact]
    public void Refusals_with_an_issue_that_stood_between_them_are_not_in_a_row()
    {
        var subscriber = Active;
        for (var week = 1; week <= 12; week += 2)
        {
            subscriber = SubscriberStates.AfterRefusal(
                subscriber, $"w{week}", Refused("5.2.2") with { At = Now.AddDays(7 * week) }, 3, Now.AddDays(7 * week + 1));
            Assert.Equal(1, subscriber.SoftBounces);
            subscriber = Accepted(subscriber, week + 1, Now.AddDays(7 * (week + 1)));
        }
    }

    [Fact]
    public void Reports_that_name_no_mail_count_once_a_day()
    {
        var subscriber = Active;
        for (var hour = 0; hour < 24; hour += 6)
        {
            subscriber = SubscriberStates.AfterEvent(subscriber, Bounce(null), 3, Now.AddHours(hour));
        }

        Assert.Equal(1, subscriber.SoftBounces);
        Assert.Equal(2, SubscriberStates.AfterEvent(subscriber, Bounce(null), 3, Now.AddHours(24)).SoftBounces);
    }

    [Fact]
    public void A_report_between_two_looks_at_an_issue_does_not_count_its_refusal_twice()
    {
        var refused = After(Active, "2026-W47", Refused("5.2.2"));
        var reported = SubscriberStates.AfterEvent(refused, Bounce("<confirm.1>"), 3, Now.AddHours(1));
        Assert.Equal(2, reported.SoftBounces);
        Assert.Equal(reported, After(reported, "2026-W47", Refused("5.2.2")));
        Assert.Equal(reported, SubscriberStates.AfterEvent(reported, Bounce("<confirm.1>"), 3, Now.AddHours(2)));
    }

    [Fact]
    public void A_record_of_old_knows_the_mail_whose_bounce_it_counts()
    {
        var old = Active with { SoftBounces = 1, LastBouncedIssue = "<m1>" };
        Assert.Equal(old, SubscriberStates.AfterEvent(old, Bounce("<m1>"), 3, Now));
        Assert.Equal(2, SubscriberStates.AfterEvent(old, Bounce("<m2>"), 3, Now).SoftBounces);
    }

    [Fact]
    public void Who_leaves_while_suppressed_has_left()
    {
        var left = SubscriberStates.Leave(SubscriberStates.Suppress(Active, SuppressionCause.HardBounce, "5.1.1", Now), "one-click", Now);
        Assert.Equal((SubscriberState.Suppressed, "one-click"), (left.State, left.LeftBy));
        Assert.Equal(left, SubscriberStates.Leave(left, "page", Now.AddDays(1)));
        Assert.Equal(SubscriberState.Unsubscribed, SubscriberStates.Lift(left, "the mailbox is back", "operator", Now).State);
    }

    private static MailEvent Bounce(string? messageId) => new(MailEventKind.SoftBounce, "ada@example.org", messageId, "4.2.2 Mailbox full");

    private static Subscriber Accepted(Subscriber subscriber, int week, DateTimeOffset at) => SubscriberStates.AfterAcceptance(subscriber, $"w{week}", at);

    private static LedgerEntry Refused(string status) =>
        new(Now.AddMinutes(1), DeliveryState.Refused, [Ada.SubscriberId]) { Reply = 550, Status = status, Detail = status };

    private static Subscriber After(Subscriber subscriber, string issue, LedgerEntry refusal) =>
        SubscriberStates.AfterRefusal(subscriber, issue, refusal, 3, Now.AddMinutes(2));
}
