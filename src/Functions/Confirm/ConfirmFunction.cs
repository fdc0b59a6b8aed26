using Digest.Core.Rendering.Site;
using Digest.Core.Workflows;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions.Confirm;

/// <summary>The page behind the link in a confirmation mail. GET only asks: programs that check mail open links.</summary>
public sealed class ConfirmFunction(ConfirmSubscription workflow, SubscriptionPages pages)
{
    /// <summary>Shows the button, or confirms.</summary>
    [Function("Confirm")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "confirm")] HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        string? token = request.Query["t"];
        if (HttpMethods.IsPost(request.Method))
        {
            return await workflow.RunAsync(token, cancellationToken)
                ? new Page(await pages.ConfirmedAsync())
                : new Page(await pages.ConfirmExpiredAsync(), StatusCodes.Status400BadRequest);
        }

        return workflow.IsGood(token)
            ? new Page(await pages.AskConfirmAsync())
            : new Page(await pages.ConfirmExpiredAsync(), StatusCodes.Status400BadRequest);
    }
}
