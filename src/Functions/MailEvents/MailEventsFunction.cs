using System.Text.Json;
using Digest.Core.Subscribers;
using Digest.Core.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.MailEvents;

/// <summary>
/// Takes bounces and complaints that come after a mail was accepted: delivery reports of Azure Communication Services
/// through Event Grid, or the plain form of any other provider. The caller shows the function's key.
/// </summary>
public sealed class MailEventsFunction(RecordMailEvents workflow, ILogger<MailEventsFunction> logger)
{
    // Event Grid sends up to 1 MB.
    private const int LargestBody = 1024 * 1024;

    /// <summary>Answers Event Grid's handshakes (its own and that of CloudEvents), and notes the events.</summary>
    [Function("MailEvents")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", "options", Route = "mail-events")] HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (HttpMethods.IsOptions(request.Method))
        {
            // CloudEvents 1.0, HTTP webhook, section 4: the sender asks whether it may send.
            request.HttpContext.Response.Headers["WebHook-Allowed-Origin"] = request.Headers["WebHook-Request-Origin"];
            request.HttpContext.Response.Headers["WebHook-Allowed-Rate"] = "*";
            return Results.Ok();
        }

        if (await request.ReadBodyAsync(LargestBody, cancellationToken) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            var batch = MailEventReader.Read(body);
            if (batch.ValidationCode is { } code)
            {
                return Results.Json(new ValidationReply(code));
            }

            var known = await workflow.RunAsync(batch.Events, cancellationToken);
            logger.LogInformation("{Events} mail events, {Known} about known subscribers", batch.Events.Count, known);
            return Results.Ok();
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }
    }
}

/// <summary>The answer to Event Grid's handshake.</summary>
/// <param name="ValidationResponse">The code that came.</param>
public sealed record ValidationReply(string ValidationResponse);
