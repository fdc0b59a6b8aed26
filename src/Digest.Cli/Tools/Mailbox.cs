using System.Globalization;
using System.Text.Json;

namespace Digest.Cli.Tools;

/// <summary>A mailbox that takes all mail and shows it on a web page (maildev).</summary>
public sealed class Mailbox : IAsyncDisposable
{
    /// <summary>Default port for SMTP.</summary>
    public const int DefaultSmtpPort = 1025;

    /// <summary>Default port of the web page.</summary>
    public const int DefaultWebPort = 1080;

    private readonly NodeService _service;

    private Mailbox(NodeService service, int webPort)
    {
        _service = service;
        Address = new Uri($"http://127.0.0.1:{webPort}/");
    }

    /// <summary>The web page.</summary>
    public Uri Address { get; }

    /// <summary>Starts the mailbox, or takes charge of the one that an earlier host left in the folder.</summary>
    /// <param name="tools">The installed packages.</param>
    /// <param name="folder">Where it keeps the mail.</param>
    /// <param name="smtpPort">Port for SMTP.</param>
    /// <param name="webPort">Port of the web page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ToolException">A port is taken, or the mailbox does not come up.</exception>
    public static async Task<Mailbox> StartAsync(NodeTools tools, string folder, int smtpPort, int webPort, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            tools.Script("maildev/dist/bin/maildev.js"),
            "--ip", "127.0.0.1", "--smtp", smtpPort.ToString(CultureInfo.InvariantCulture),
            "--web-ip", "127.0.0.1", "--web", webPort.ToString(CultureInfo.InvariantCulture),
            "--mail-directory", Path.Combine(folder, "mail"),
        ];
        var service = await NodeService.StartAsync(
            "mailbox",
            arguments,
            folder,
            [(smtpPort, "--smtp-port"), (webPort, "--mailbox-port")],
            token => AnswersAsync(webPort, token),
            cancellationToken);
        return new Mailbox(service, webPort);
    }

    /// <summary>Number of messages in the mailbox.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        await using var body = await client.GetStreamAsync(new Uri(Address, "api/email"), cancellationToken);
        using var mails = await JsonDocument.ParseAsync(body, default, cancellationToken);
        return mails.RootElement.GetArrayLength();
    }

    /// <summary>Deletes all messages.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        using var response = await client.DeleteAsync(new Uri(Address, "api/email/all"), cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private static async Task<bool> AnswersAsync(int webPort, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        try
        {
            using var response = await client.GetAsync(new Uri($"http://127.0.0.1:{webPort}/api/email"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
