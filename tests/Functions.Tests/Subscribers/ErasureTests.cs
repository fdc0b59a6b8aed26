using Digest.Core.Deliveries;
using Digest.Core.Ports;
using Digest.Core.Subscribers;
using Digest.Core.Workflows;
using Digest.Testing;
using Xunit;

namespace Digest.Functions.Tests.Subscribers;

/// <summary>What is kept of a reader, given to them, erased, and what must outlive the erasure.</summary>
public sealed class ErasureTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Ada = "ada@example.org";

    private readonly SubscriptionDesk _desk = new(azurite);

    public async ValueTask InitializeAsync() => await _desk.StartAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_reader_gets_all_that_is_kept_and_can_have_it_erased()
    {
        await using var letter = new Deliveries.Newsletter(azurite);
        await letter.PublishAsync(Ada);
        await letter.Issues.TryCreateAsync(Deliveries.Newsletter.Manifest, RecentIssues.None, CancellationToken.None);
        await letter.PassAsync(Ada);
        var workflow = new ExportSubscriber(letter.Subscribers, letter.Erased, letter.Ledger, letter.Issues);
        var erase = new EraseSubscriber(letter.Subscribers, letter.Erased, letter.Clock);
        var export = await workflow.RunAsync(EmailAddress.Parse(Ada), CancellationToken.None);
        Assert.Equal(("test", Ada), (export.Subscriber!.Consent.Source, export.Subscriber.Address));
        Assert.Equal([DeliveryState.Planned, DeliveryState.Sending, DeliveryState.Accepted], export.Deliveries.Select(d => d.State));

        Assert.True(await erase.RunAsync(EmailAddress.Parse(Ada), CancellationToken.None));
        Assert.False(await erase.RunAsync(EmailAddress.Parse(Ada), CancellationToken.None));
        var after = await workflow.RunAsync(EmailAddress.Parse(Ada), CancellationToken.None);
        Assert.Null(after.Subscriber);
        Assert.Null(after.Erased!.Cause);
    }

    [Fact]
    public async Task Who_was_active_when_they_were_erased_comes_back_by_the_form_and_by_no_list()
    {
        await ImportAsync(Ada);
        await EraseAsync();
        Assert.Equal(1, (await ImportAsync(Ada)).Suppressed);
        await _desk.ActivateAsync(Ada);
        Assert.Equal(SubscriberState.Active, (await _desk.FindAsync(Ada))!.State);
    }

    [Theory]
    [InlineData("complaint")]
    [InlineData("bounce")]
    [InlineData("left")]
    [InlineData("active")]
    public async Task Who_was_erased_is_not_brought_back_by_a_list(string how)
    {
        await ImportAsync(Ada);
        await EndAsync(how);
        await EraseAsync();
        var result = await ImportAsync(Ada, "bob@example.org");
        Assert.Equal((1, 1), (result.Added, result.Suppressed));
        Assert.Null(await _desk.FindAsync(Ada));
    }

    [Fact]
    public async Task The_memory_of_an_erased_reader_outlives_a_change_of_keys()
    {
        await ImportAsync(Ada);
        await EndAsync("complaint");
        await EraseAsync();
        _desk.TokenOptions.Keys["k2"] = TokenOptions.NewKey();
        _desk.TokenOptions.Current = "k2";
        Assert.Equal(1, (await ImportAsync(Ada)).Suppressed);
        _desk.TokenOptions.Keys.Remove("k1");
        Assert.Equal(1, (await ImportAsync(Ada)).Added);
    }

    [Fact]
    public async Task After_an_erasure_no_blob_holds_the_address_or_its_plain_hash()
    {
        await ImportAsync(Ada);
        await EndAsync("complaint");
        await EraseAsync();
        var blobs = 0;
        await foreach (var blob in _desk.Container.GetBlobsAsync())
        {
            var text = (await _desk.Container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToString();
            Assert.DoesNotContain("ada@", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(EmailAddress.Parse(Ada).SubscriberId, text, StringComparison.OrdinalIgnoreCase);
            blobs += text.Contains("complaint", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.Equal(1, blobs);
    }

    [Fact]
    public async Task After_a_complaint_and_an_erasure_the_form_answers_as_ever_and_sends_nothing()
    {
        await ImportAsync(Ada);
        await EndAsync("complaint");
        await EraseAsync();
        Assert.Equal(System.Net.HttpStatusCode.Accepted, (await _desk.SubscribeAsync(Ada)).StatusCode);
        Assert.Empty(_desk.Server.Received);
        Assert.Null(await _desk.FindAsync(Ada));
    }

    [Fact]
    public async Task After_a_bounce_and_an_erasure_the_owner_may_subscribe_again()
    {
        await ImportAsync(Ada);
        await EndAsync("bounce");
        await EraseAsync();
        await _desk.ActivateAsync(Ada);
        Assert.Equal(SubscriberState.Active, (await _desk.FindAsync(Ada))!.State);
        Assert.Equal(1, (await ImportAsync(Ada)).Known);
    }

    [Fact]
    public async Task An_operator_lifts_a_bounce_and_the_reason_is_kept()
    {
        await ImportAsync(Ada);
        await EndAsync("bounce");
        var suppression = (await _desk.FindAsync(Ada))!.Suppression!;
        Assert.Equal(LiftResult.Active, await LiftAsync("wrote to us"));
        var reader = (await _desk.FindAsync(Ada))!;
        Assert.Equal(SubscriberState.Active, reader.State);
        Assert.Equal(new LiftedSuppression(suppression, "wrote to us", "operator", _desk.Clock.GetUtcNow()), reader.Lifted);
        Assert.Equal(LiftResult.NotSuppressed, await LiftAsync("again"));
        Assert.Equal("wrote to us", (await _desk.FindAsync(Ada))!.Lifted!.Reason);
    }

    [Fact]
    public async Task Who_left_while_a_bounce_suppressed_them_is_not_mailed_again_by_a_lift()
    {
        await ImportAsync(Ada);
        await EndAsync("bounce");
        await EndAsync("left");
        Assert.Equal(LiftResult.MaySubscribe, await LiftAsync("the mailbox is back"));
        Assert.Equal((SubscriberState.Unsubscribed, "page"), ((await _desk.FindAsync(Ada))!.State, (await _desk.FindAsync(Ada))!.LeftBy));
    }

    [Fact]
    public async Task A_complaint_that_is_lifted_lets_the_reader_subscribe_and_sends_nothing_by_itself()
    {
        await ImportAsync(Ada);
        await EndAsync("complaint");
        Assert.Equal(LiftResult.MaySubscribe, await LiftAsync("pressed the wrong button"));
        Assert.Equal(SubscriberState.Unsubscribed, (await _desk.FindAsync(Ada))!.State);
        Assert.Equal(1, (await ImportAsync(Ada)).Left);
        await _desk.ActivateAsync(Ada);
        Assert.Equal(SubscriberState.Active, (await _desk.FindAsync(Ada))!.State);
    }

    [Fact]
    public async Task Lifting_what_is_kept_of_an_erased_reader_lets_a_list_bring_them_back()
    {
        await ImportAsync(Ada);
        await EndAsync("complaint");
        await EraseAsync();
        Assert.Equal(LiftResult.MaySubscribe, await LiftAsync("asked by letter"));
        Assert.Equal(LiftResult.NotSuppressed, await LiftAsync("asked by letter"));
        Assert.Equal(1, (await ImportAsync(Ada)).Added);
    }

    [Fact]
    public async Task Who_never_confirmed_does_not_get_the_digest_by_a_lift()
    {
        await _desk.SubscribeAsync(Ada);
        await EndAsync("bounce");
        Assert.Equal(LiftResult.MaySubscribe, await LiftAsync("typo at the provider"));
        Assert.Equal(SubscriberState.Pending, (await _desk.FindAsync(Ada))!.State);
    }

    private Task<ImportResult> ImportAsync(params string[] addresses) =>
        _desk.Import.RunAsync(new StringReader("email\n" + string.Join('\n', addresses)), "fair", progress: null, CancellationToken.None);

    private async Task EraseAsync() => Assert.True(await _desk.Erase.RunAsync(EmailAddress.Parse(Ada), CancellationToken.None));

    private Task<LiftResult> LiftAsync(string reason) => _desk.Lift.RunAsync(EmailAddress.Parse(Ada), reason, "operator", CancellationToken.None);

    private Task EndAsync(string how) => how switch
    {
        "complaint" => new RecordMailEvents(_desk.Store, new DeliveryOptions(), _desk.Clock)
            .RunAsync([new MailEvent(MailEventKind.Complaint, Ada, null, "abuse")], CancellationToken.None),
        "bounce" => new RecordMailEvents(_desk.Store, new DeliveryOptions(), _desk.Clock)
            .RunAsync([new MailEvent(MailEventKind.HardBounce, Ada, null, "5.1.1")], CancellationToken.None),
        "active" => Task.CompletedTask,
        _ => _desk.Store.ChangeAsync(EmailAddress.Parse(Ada).SubscriberId, s => SubscriberStates.Leave(s!, "page", _desk.Clock.GetUtcNow()), CancellationToken.None),
    };
}
