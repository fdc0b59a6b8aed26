using Azure;
using Digest.Cli.Doctor;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Digest.Core.Ports;
using Digest.Testing.InMemory;
using Xunit;

namespace Digest.Cli.Tests.Doctor;

public sealed class WaitingDropsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryInbox _inbox = new();
    private readonly InMemoryEssayStore _essays = new();

    [Fact]
    public async Task Drops_that_wait_for_long_are_counted_with_the_time_of_the_oldest()
    {
        _inbox.Put("a.txt", Now.AddHours(-2));
        _inbox.Put("b.txt", Now.AddDays(-3));
        _inbox.Put("c.txt", Now);
        var finding = await ExamineAsync();
        Assert.Equal(Verdict.Warn, finding.Verdict);
        Assert.StartsWith("3 drops wait to be read, the oldest since Tue 17 Nov 2026 12:00 UTC. ", finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drop_that_came_just_now_is_well() =>
        Assert.Equal(Finding.Ok("Inbox", "1 drop waits to be read, since Fri 20 Nov 2026 11:59 UTC."), await WithAsync(Now.AddMinutes(-1)));

    [Fact]
    public async Task A_drop_with_a_problem_does_not_wait()
    {
        var received = Now.AddDays(-1);
        await _essays.SaveProblemAsync(new DropProblem("a.txt", "\"1\"", received, Now, new Problem(ProblemCodes.UnknownFormat, "It is a PDF.")), default);
        Assert.Equal(Finding.Ok("Inbox", "Every drop is read."), await WithAsync(received));
    }

    [Fact]
    public async Task Who_may_not_list_is_told_so()
    {
        var finding = await new WaitingDrops(new ClosedInbox(), _essays).ExamineAsync(Now, default);
        Assert.Equal(Verdict.Warn, finding.Verdict);
        Assert.Contains("You may not list incoming", finding.Text, StringComparison.Ordinal);
    }

    private Task<Finding> WithAsync(DateTimeOffset received)
    {
        _inbox.Put("a.txt", received);
        return ExamineAsync();
    }

    private Task<Finding> ExamineAsync() => new WaitingDrops(_inbox, _essays).ExamineAsync(Now, default);

    private sealed class ClosedInbox : IInbox
    {
        public IAsyncEnumerable<InboxEntry> ListAsync(CancellationToken cancellationToken) => throw new RequestFailedException(403, "AuthorizationPermissionMismatch");

        public Task<InboxEntry?> FindAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<RawEssay?> ReadAsync(InboxEntry entry, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
