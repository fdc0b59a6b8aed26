using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Digest.Functions;

/// <summary>The one composition root: the Functions app on Azure and the local host run exactly these services.</summary>
public static class Composition
{
    /// <summary>Name of the storage connection, as the Functions host knows it.</summary>
    public const string StorageConnection = "AzureWebJobsStorage";

    /// <summary>Adds everything that functions and commands need.</summary>
    /// <param name="services">The collection to add to.</param>
    /// <param name="configuration">
    /// Settings: section <c>Digest</c>, and <c>AzureWebJobsStorage</c> as a connection string or, with an identity,
    /// <c>AzureWebJobsStorage:blobServiceUri</c> and <c>AzureWebJobsStorage:queueServiceUri</c>.
    /// </param>
    public static IServiceCollection AddDigest(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => BlobService(configuration));
        services.AddSingleton(_ => QueueService(configuration));
        return services;
    }

    private static BlobServiceClient BlobService(IConfiguration configuration) =>
        configuration[StorageConnection] is { Length: > 0 } connectionString
            ? new BlobServiceClient(connectionString)
            : new BlobServiceClient(ServiceUri(configuration, "blobServiceUri"), Credential(configuration));

    private static QueueServiceClient QueueService(IConfiguration configuration)
    {
        // The Functions host reads queue messages as base64 unless told otherwise; both sides keep to that default.
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        return configuration[StorageConnection] is { Length: > 0 } connectionString
            ? new QueueServiceClient(connectionString, options)
            : new QueueServiceClient(ServiceUri(configuration, "queueServiceUri"), Credential(configuration), options);
    }

    private static Uri ServiceUri(IConfiguration configuration, string key) =>
        Uri.TryCreate(configuration[$"{StorageConnection}:{key}"], UriKind.Absolute, out var uri)
            ? uri
            : throw new InvalidOperationException(
                $"No storage is configured. Set {StorageConnection} to a connection string, or {StorageConnection}__{key} to the address of the service.");

    private static DefaultAzureCredential Credential(IConfiguration configuration) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = configuration[$"{StorageConnection}:clientId"] });
}
