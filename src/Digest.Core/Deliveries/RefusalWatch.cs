using System.Globalization;

namespace Digest.Core.Deliveries;

/// <summary>
/// Tells refusals that speak of addresses from those that speak of the sender. A server that has blocked the sender may
/// answer every recipient with 550; taken for bounces these would suppress the whole list. Bad addresses are a small
/// share of any list that was ever mailed, so a large share stops the issue and is for an operator to judge.
/// </summary>
/// <param name="options">The share, and from how many outcomes on it is looked at.</param>
public sealed class RefusalWatch(DeliveryOptions options)
{
    // Long enough to tell a share, short enough to notice a server that changes its mind in the middle of an issue.
    private const int Window = 100;

    // Two bad addresses among three readers are no wonder.
    private const int FewestInDoubt = 3;

    private readonly Dictionary<(string IssueId, DateTimeOffset? Since), Recent> _issues = [];
    private readonly Lock _lock = new();

    /// <summary>Notes an outcome of an issue, over all shards that this process works on.</summary>
    /// <param name="issueId">Id of the issue.</param>
    /// <param name="control">What has been decided about it; each decision begins a new count.</param>
    /// <param name="result">The outcome. Only recipients that were taken or refused count.</param>
    /// <returns>True when this is a refusal, and too many of the last recipients were refused.</returns>
    public bool Note(string issueId, DeliveryControl control, SendResult result)
    {
        ArgumentNullException.ThrowIfNull(control);
        if (control.RefusalsConfirmed || result is not (SendResult.Accepted or SendResult.RecipientRefused))
        {
            return false;
        }

        lock (_lock)
        {
            var key = (issueId, control.Changed);
            if (!_issues.TryGetValue(key, out var recent))
            {
                _issues[key] = recent = new Recent();
            }

            var refused = result == SendResult.RecipientRefused;
            recent.Add(refused);
            return refused && AreTooMany(recent.Refused, recent.Count, options);
        }
    }

    /// <summary>True when the refused ones among the outcomes of a whole issue are too many to be bad addresses.</summary>
    /// <param name="refused">How many were refused.</param>
    /// <param name="outcomes">How many were taken or refused.</param>
    /// <param name="options">The share; on a list too short for it, half of them.</param>
    public static bool AreTooManyOfAll(int refused, int outcomes, DeliveryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return AreTooMany(refused, outcomes, options)
            || (outcomes < options.RefusedShareFrom && refused >= FewestInDoubt && refused > outcomes * Math.Max(options.MaxRefusedShare, 0.5));
    }

    private static bool AreTooMany(int refused, int outcomes, DeliveryOptions options) =>
        outcomes >= options.RefusedShareFrom && refused > outcomes * options.MaxRefusedShare;

    /// <summary>Stops an issue whose refusals an operator has to judge.</summary>
    /// <param name="control">What has been decided so far.</param>
    /// <param name="words">The server's last words, or null.</param>
    /// <param name="now">The time.</param>
    /// <param name="options">The share.</param>
    public static DeliveryControl Doubt(DeliveryControl control, string? words, DateTimeOffset now, DeliveryOptions options)
    {
        ArgumentNullException.ThrowIfNull(control);
        ArgumentNullException.ThrowIfNull(options);
        return control.RefusalsConfirmed ? control : control with
        {
            Held = true,
            RefusalsInDoubt = true,
            Reason = string.Create(
                CultureInfo.InvariantCulture,
                $"The mail server refuses more than {options.MaxRefusedShare:0.##%} of the recipients{(words is null ? "" : ", the last one with: " + words)}"),
            Changed = now,
        };
    }

    private sealed class Recent
    {
        private readonly Queue<bool> _last = new(Window);

        public int Count => _last.Count;

        public int Refused { get; private set; }

        public void Add(bool refused)
        {
            if (_last.Count == Window && _last.Dequeue())
            {
                Refused--;
            }

            _last.Enqueue(refused);
            Refused += refused ? 1 : 0;
        }
    }
}
