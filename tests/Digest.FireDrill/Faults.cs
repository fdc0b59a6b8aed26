using System.Security.Cryptography;
using System.Text;
using Digest.Testing.Smtp;

namespace Digest.FireDrill;

/// <summary>
/// What the server does wrong, decided by seed, recipient and try alone: the same faults meet the same readers in every
/// run, whoever delivers and in whatever order.
/// </summary>
internal sealed class Faults(int seed)
{
    public SmtpAct? Act(SmtpStep step)
    {
        if (step.Recipient is null)
        {
            return Chance($"{step.Moment}/{step.Connection}/{step.Message}", 400) switch
            {
                0 => new SmtpAct.Drop(),
                1 => new SmtpAct.Reply(421, "4.3.2 Restarting"),
                _ => null,
            };
        }

        if (step.Moment == SmtpMoment.Rcpt && IsUnknown(step.Recipient))
        {
            return new SmtpAct.Reply(550, "5.1.1 No such user");
        }

        if (step.Moment == SmtpMoment.Rcpt && step.Attempt <= Chance($"grey/{step.Recipient}", 10) - 7)
        {
            return new SmtpAct.Reply(450, "4.7.1 Greylisted, come back later");
        }

        return (step.Moment, Chance($"{step.Moment}/{step.Recipient}/{step.Attempt}", 100)) switch
        {
            (SmtpMoment.Rcpt, 0) => new SmtpAct.Drop(),
            (SmtpMoment.Rcpt, 1) => new SmtpAct.Reply(452, "4.2.2 Mailbox full"),
            (SmtpMoment.Data, 0) => new SmtpAct.Drop(),
            (SmtpMoment.Data, 1) => new SmtpAct.Reply(451, "4.3.0 Local error"),
            (SmtpMoment.Body, 0) => new SmtpAct.Drop(),
            (SmtpMoment.Body, 1) => new SmtpAct.Wait(TimeSpan.FromMilliseconds(300)),
            (SmtpMoment.EndOfData, 0) => new SmtpAct.Drop(),
            (SmtpMoment.EndOfData, 1) => new SmtpAct.KeepAndDrop(),
            (SmtpMoment.EndOfData, 2) => new SmtpAct.Reply(451, "4.7.1 Later"),
            (SmtpMoment.EndOfData, 3) => new SmtpAct.Wait(TimeSpan.FromMilliseconds(300)),
            _ => null,
        };
    }

    /// <summary>Every thirtieth reader's mailbox is gone.</summary>
    public bool IsUnknown(string recipient) => Chance($"unknown/{recipient}", 30) == 0;

    private int Chance(string of, int sides) =>
        (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{of}"))) % (uint)sides);
}
