using Azure;
using Azure.Storage.Blobs;
using Digest.Functions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions;

/// <summary>Tells a monitor whether the app can do its work.</summary>
public sealed class HealthFunction(BlobServiceClient storage, ILogger<HealthFunction> logger)
{
    /// <summary>200 when storage answers, 503 when not. Says nothing that a stranger could use.</summary>
    [Function("Health")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        try
        {
            await storage.GetBlobContainerClient(StorageNames.Incoming).GetPropertiesAsync(cancellationToken: cancellationToken);
            return Results.Json(new HealthReport("ok"));
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            logger.LogError(e, "Storage does not answer");
            return Results.Json(new HealthReport("storage does not answer"), statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

/// <summary>The answer.</summary>
/// <param name="Status"><c>ok</c>, or what is wrong.</param>
public sealed record HealthReport(string Status);
