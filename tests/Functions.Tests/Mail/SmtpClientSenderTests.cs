using Digest.Core.Ports;
using Digest.Functions.Mail;

namespace Digest.Functions.Tests.Mail;

public sealed class SmtpClientSenderTests : MailSenderContract
{
    protected override bool KnowsEndOfData => true;

    protected override IMailSender Create(SmtpOptions options) => new SmtpClientSender(options, TimeProvider.System);
}
