using System.Globalization;

namespace Digest.Cli.Tools;

/// <summary>Azurite, the storage emulator: blobs and queues on loopback.</summary>
public sealed class Azurite : IAsyncDisposable
{
    /// <summary>The port Azure's tools expect blobs on.</summary>
    public const int DefaultBlobPort = 10000;

    /// <summary>The port Azure's tools expect queues on.</summary>
    public const int DefaultQueuePort = 10001;

    // The emulator's account and key are the same on every machine; they are published and no secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly NodeService _service;

    private Azurite(NodeService service, string connectionString)
    {
        _service = service;
        ConnectionString = connectionString;
    }

    /// <summary>Connection string of this emulator.</summary>
    public string ConnectionString { get; }

    /// <summary>The connection string of an emulator on these ports.</summary>
    public static string ConnectionStringFor(int blobPort, int queuePort) => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{blobPort}/{Account};QueueEndpoint=http://127.0.0.1:{queuePort}/{Account};");

    /// <summary>Starts Azurite, or takes charge of the one that an earlier host left in the folder.</summary>
    /// <param name="tools">The installed packages.</param>
    /// <param name="folder">Where it keeps its data.</param>
    /// <param name="blobPort">Port for blobs.</param>
    /// <param name="queuePort">Port for queues.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ToolException">A port is taken, or Azurite does not come up.</exception>
    public static async Task<Azurite> StartAsync(NodeTools tools, string folder, int blobPort, int queuePort, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            tools.Script("azurite/dist/src/azurite.js"),
            "--location", folder,
            "--blobHost", "127.0.0.1", "--blobPort", blobPort.ToString(CultureInfo.InvariantCulture),
            "--queueHost", "127.0.0.1", "--queuePort", queuePort.ToString(CultureInfo.InvariantCulture),
            "--tableHost", "127.0.0.1", "--tablePort", "0", // not used; 0 is any free port
            "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        ];
        var service = await NodeService.StartAsync(
            "storage emulator",
            arguments,
            folder,
            [(blobPort, "--blob-port"), (queuePort, "--queue-port")],
            token => AnswersAsync(blobPort, queuePort, token),
            cancellationToken);
        return new Azurite(service, ConnectionStringFor(blobPort, queuePort));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private static async Task<bool> AnswersAsync(int blobPort, int queuePort, CancellationToken cancellationToken) =>
        await IsAzuriteAsync(blobPort, "Azurite-Blob", cancellationToken) && await IsAzuriteAsync(queuePort, "Azurite-Queue", cancellationToken);

    private static async Task<bool> IsAzuriteAsync(int port, string server, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        try
        {
            using var response = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/{Account}?comp=list"), cancellationToken);
            return response.Headers.TryGetValues("Server", out var values) && values.Any(v => v.StartsWith(server, StringComparison.Ordinal));
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
