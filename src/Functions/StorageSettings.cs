using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Digest.Functions;

/// <summary>
/// The storage that the settings name: the addresses of blobs and queues, for who signs in with an identity, or a connection
/// string. Addresses win: the local defaults hold the emulator's string, which nobody should have to unset.
/// </summary>
internal sealed class StorageSettings
{
    // The emulator's one account; no account of Azure can have this name.
    private const string EmulatorAccount = "devstoreaccount1";

    private const string BlobKey = "blobServiceUri";
    private const string QueueKey = "queueServiceUri";

    // The Functions host reads the same section, and knows more of it than the digest does.
    private static readonly string[] OfTheHost = ["accountName", "tableServiceUri", "credential", "clientId"];

    private readonly Uri? _blobs;
    private readonly Uri? _queues;
    private readonly string? _connection;

    private StorageSettings(Uri? blobs, Uri? queues, string? connection) => (_blobs, _queues, _connection) = (blobs, queues, connection);

    /// <summary>Every setting below the storage connection that the digest or its host reads.</summary>
    public static IReadOnlyList<string> Names { get; } = [BlobKey, QueueKey, .. OfTheHost];

    /// <summary>True when it is the emulator: what fits one machine only is allowed there.</summary>
    public bool IsEmulator => _connection is not null && string.Equals(Blobs(_connection).AccountName, EmulatorAccount, StringComparison.Ordinal);

    /// <summary>Reads them. Half of the addresses, or one that is none, would quietly lead to two storages at once, so it is refused.</summary>
    /// <exception cref="OptionsValidationException">They name no storage; the message names the setting.</exception>
    public static StorageSettings Read(IConfiguration configuration)
    {
        var (blobs, queues) = (Address(configuration, BlobKey), Address(configuration, QueueKey));
        if (blobs is null != queues is null)
        {
            throw Wrong($"{NameOf(blobs is null ? BlobKey : QueueKey)} is missing: name the blobs' address and the queues', or neither.");
        }

        if (blobs is not null)
        {
            return new StorageSettings(blobs, queues, connection: null);
        }

        return configuration[Composition.StorageConnection] is { Length: > 0 } connection && Blobs(connection) is not null
            ? new StorageSettings(blobs: null, queues: null, connection)
            : throw Wrong(
                $"No storage is configured. Set {Composition.StorageConnection} to a connection string, or {NameOf(BlobKey)} and {NameOf(QueueKey)} to the addresses of the services.");
    }

    /// <summary>Its blobs.</summary>
    /// <param name="credential">Signs in at an address.</param>
    public BlobServiceClient Blobs(TokenCredential credential) =>
        _blobs is null ? new BlobServiceClient(_connection) : new BlobServiceClient(_blobs, credential);

    /// <summary>Its queues.</summary>
    /// <param name="credential">Signs in at an address.</param>
    public QueueServiceClient Queues(TokenCredential credential)
    {
        // The Functions host reads queue messages as base64 unless told otherwise; both sides keep to that default.
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        return _queues is null ? new QueueServiceClient(_connection, options) : new QueueServiceClient(_queues, credential, options);
    }

    private static Uri? Address(IConfiguration configuration, string key) =>
        configuration[$"{Composition.StorageConnection}:{key}"] is not { Length: > 0 } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) ? uri
        : throw Wrong($"{NameOf(key)} is \"{text}\", which is no https address; it looks like https://ACCOUNT.{key[..^"ServiceUri".Length]}.core.windows.net.");

    private static BlobServiceClient Blobs(string connection)
    {
        try
        {
            return new BlobServiceClient(connection);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            // The text may hold a key: it is not repeated.
            throw Wrong($"{Composition.StorageConnection} is no connection string of storage.");
        }
    }

    // As environment variables write it: these settings are hardly ever written elsewhere.
    private static string NameOf(string key) => $"{Composition.StorageConnection}__{key}";

    private static OptionsValidationException Wrong(string message) => new(Composition.StorageConnection, typeof(StorageSettings), [message]);
}
