using Digest.Core.Deliveries;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering.Editors;
using Digest.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions.Editors;

/// <summary>Shows editors how an issue's delivery stands, as <c>digest status</c> does.</summary>
public sealed class ShowDeliveryFunction(EditorGate gate, IIssueStore issues, IDeliveryLedger ledgers, EditorPages pages, TimeProvider clock)
{
    /// <summary>The newest issue's delivery, or that of <c>?issue=</c>.</summary>
    [Function("EditorStatus")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "editor/status")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(request, async _ =>
        {
            string? named = request.Query["issue"];
            var id = named ?? (await issues.ListAsync(cancellationToken).LastOrDefaultAsync(cancellationToken))?.Id;
            return id is not null && IssueId.IsValid(id)
                ? await request.ShowAsync(await new DeliveryTally(ledgers, id, clock).LookAsync(cancellationToken), pages.StatusAsync)
                : await request.FailedAsync(pages, StatusCodes.Status404NotFound, "There is no such issue.");
        });
}
