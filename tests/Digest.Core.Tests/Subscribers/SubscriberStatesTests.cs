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
    public void Soft_bounces_suppress_at_the_limit_count_an_issue_once_and_are_forgotten_after_an_acceptance()
    {
        var subscriber = Active;
        for (var issue = 1; issue <= 2; issue++)
        {
            subscriber = After(After(subscriber, $"i{issue}", Refused("5.2.2")), $"i{issue}", Refused("5.2.2"));
            Assert.Equal(issue, subscriber.SoftBounces);
        }

        Assert.Equal(0, SubscriberStates.AfterAcceptance(subscriber).SoftBounces);
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

    private static LedgerEntry Refused(string status) =>
        new(Now.AddMinutes(1), DeliveryState.Refused, [Ada.SubscriberId]) { Reply = 550, Status = status, Detail = status };

    private static Subscriber After(Subscriber subscriber, string issue, LedgerEntry refusal) =>
        SubscriberStates.AfterRefusal(subscriber, issue, refusal, 3, Now.AddMinutes(2));
}
