// MailKit 4 and MimeKit 4, as far as the sender uses them: the same names, the same bases, the same parameters in the same order.

using System.Net.Mail;
using System.Security.Cryptography.X509Certificates;
using MailKit.Security;
using MimeKit;

#pragma warning disable CA1032, CA1064, CS0067

namespace MimeKit
{
    public class MimeMessage : IDisposable
    {
        public static MimeMessage CreateFromMailMessage(MailMessage message) => throw new NotSupportedException();

        public void Dispose() => GC.SuppressFinalize(this);
    }
}

namespace MailKit
{
    public interface ITransferProgress
    {
        void Report(long bytesTransferred, long totalSize);

        void Report(long bytesTransferred);
    }

    public abstract class CommandException(string message) : Exception(message);

    public abstract class ProtocolException(string message) : Exception(message);

    public class ServiceNotConnectedException : InvalidOperationException;

    public class ServiceNotAuthenticatedException : InvalidOperationException;
}

namespace MailKit.Security
{
    public enum SecureSocketOptions
    {
        None,
        Auto,
        SslOnConnect,
        StartTls,
        StartTlsWhenAvailable,
    }

    public class AuthenticationException(string message) : Exception(message);

    public class SslHandshakeException(string message) : Exception(message)
    {
        public X509Certificate? ServerCertificate { get; }
    }

    public abstract class SaslMechanism;

    public class SaslMechanismOAuth2(string userName, string authToken) : SaslMechanism
    {
        public override string ToString() => userName + authToken.Length;
    }
}

namespace MailKit.Net.Smtp
{
    public enum SmtpErrorCode
    {
        MessageNotAccepted,
        SenderNotAccepted,
        RecipientNotAccepted,
        UnexpectedStatusCode,
    }

    public enum SmtpStatusCode
    {
        Ok = 250,
        ServiceNotAvailable = 421,
    }

    [Flags]
    public enum SmtpCapabilities
    {
        None = 0,
        Authentication = 4,
        Pipelining = 64,
        StartTLS = 16,
        UTF8 = 128,
    }

    public class SmtpCommandException(SmtpErrorCode code, SmtpStatusCode status, string message) : CommandException(message)
    {
        public SmtpErrorCode ErrorCode { get; } = code;

        public SmtpStatusCode StatusCode { get; } = status;
    }

    public class SmtpProtocolException(string message) : ProtocolException(message);

    public class SmtpClient : IDisposable
    {
        public bool IsConnected => throw new NotSupportedException();

        public bool IsAuthenticated => throw new NotSupportedException();

        public SmtpCapabilities Capabilities => throw new NotSupportedException();

        public Task ConnectAsync(
            string host, int port = 0, SecureSocketOptions options = SecureSocketOptions.Auto, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task AuthenticateAsync(string userName, string password, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task AuthenticateAsync(SaslMechanism mechanism, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public Task<string> SendAsync(MimeMessage message, CancellationToken cancellationToken = default, ITransferProgress? progress = null) =>
            throw new NotSupportedException();

        public Task NoOpAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task DisconnectAsync(bool quit, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public void Dispose() => GC.SuppressFinalize(this);
    }
}
