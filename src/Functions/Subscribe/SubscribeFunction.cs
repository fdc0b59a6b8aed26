using System.Text;
using System.Text.Json;
using Digest.Core.Rendering.Site;
using Digest.Core.Subscribers;
using Digest.Core.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions.Subscribe;

/// <summary>Takes requests to subscribe: from the form (a page answers) and from programs (JSON in, JSON out).</summary>
public sealed class SubscribeFunction(Core.Workflows.Subscribe workflow, SubscriptionPages pages, SubscriptionOptions options)
{
    private const int LargestBody = 16 * 1024;

    /// <summary>Answers a form post or <c>{"address": "…"}</c>.</summary>
    [Function("Subscribe")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "subscribe")] HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await request.ReadBodyAsync(LargestBody, cancellationToken) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var isJson = request.HasJsonContentType();
        var (address, trap) = isJson ? ReadJson(body) : ReadForm(request, body);
        var client = ClientNetwork.ClientOf(request.Headers["X-Forwarded-For"], request.HttpContext.Connection.RemoteIpAddress, options.TrustedProxies);
        var answer = await workflow.RunAsync(new SubscribeRequest(address, trap, isJson ? "api" : "form", client), cancellationToken);
        var status = answer switch
        {
            { TooMany: true } => StatusCodes.Status429TooManyRequests,
            { Problem: not null } => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status202Accepted,
        };
        return isJson
            ? Results.Json(new SubscribeReply(answer.Problem ?? "Check your mail to confirm."), statusCode: status)
            : new Page(await PageAsync(answer), status);
    }

    private Task<string> PageAsync(SubscribeAnswer answer) => answer switch
    {
        { Problem: null } => pages.CheckYourMailAsync(),
        { TooMany: true } => pages.TooManyAsync(answer.Problem),
        _ => pages.BadAddressAsync(answer.Problem),
    };

    private static (string? Address, string? Trap) ReadForm(HttpRequest request, byte[] body)
    {
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            return (null, null);
        }

        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
        return (form.GetValueOrDefault("address"), form.GetValueOrDefault("website"));
    }

    private static (string? Address, string? Trap) ReadJson(byte[] body)
    {
        try
        {
            return (JsonSerializer.Deserialize<SubscribeBody>(body, JsonSerializerOptions.Web)?.Address, null);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private sealed record SubscribeBody(string? Address);
}

/// <summary>The answer to a program.</summary>
/// <param name="Message">One sentence.</param>
public sealed record SubscribeReply(string Message);
