using Digest.Core.Rendering.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions.Unsubscribe;

/// <summary>
/// Leaving with one click (RFC 8058): a POST with <c>List-Unsubscribe=One-Click</c>, without cookie, login or redirect.
/// GET only shows a page with a button.
/// </summary>
public sealed class UnsubscribeFunction(Core.Workflows.Unsubscribe workflow, SubscriptionPages pages)
{
    private const long LargestBody = 16 * 1024;

    /// <summary>Shows the button, or takes them off the list.</summary>
    [Function("Unsubscribe")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "unsubscribe")] HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        string? token = request.Query["t"];
        if (!HttpMethods.IsPost(request.Method))
        {
            return workflow.IsGood(token)
                ? new Page(await pages.AskLeaveAsync())
                : new Page(await pages.BadLinkAsync(), StatusCodes.Status400BadRequest);
        }

        return await workflow.RunAsync(token, await IsOneClickAsync(request, cancellationToken) ? "one-click" : "page", cancellationToken)
            ? new Page(await pages.LeftAsync())
            : new Page(await pages.BadLinkAsync(), StatusCodes.Status400BadRequest);
    }

    // The body only says who pressed the button; a mailbox provider that sends another one must not fail by it.
    private static async Task<bool> IsOneClickAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > LargestBody)
        {
            return false;
        }

        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            return form.ContainsKey("List-Unsubscribe");
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
