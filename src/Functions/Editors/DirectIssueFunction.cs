using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering.Editors;
using Digest.Core.Workflows;
using Digest.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.Editors;

/// <summary>Holds the delivery of an issue or lets it go on, as <c>digest deliver</c> does.</summary>
public sealed class DirectIssueFunction(
    EditorGate gate, DirectDelivery workflow, IIssueStore issues, IDeliveryLedger ledgers, EditorPages pages, ILogger<DirectIssueFunction> logger)
{
    /// <summary>Holds or releases an issue.</summary>
    [Function("EditorDirectIssue")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "editor/issues/{id}/{decision}")] HttpRequest request,
        string id, string decision, CancellationToken cancellationToken) =>
        gate.AnswerAsync(request, async editor =>
        {
            if (decision is not ("hold" or "release"))
            {
                return await request.FailedAsync(pages, StatusCodes.Status404NotFound, "Say hold or release.");
            }

            if (!IssueId.IsValid(id) || await issues.FindAsync(id, cancellationToken) is null)
            {
                return await request.FailedAsync(pages, StatusCodes.Status404NotFound, "There is no such issue.");
            }

            if (decision == "hold")
            {
                await workflow.HoldAsync(id, "Held by an editor", cancellationToken);
            }
            else if ((await ledgers.ReadControlAsync(id, cancellationToken)).RefusalsInDoubt)
            {
                return await request.FailedAsync(
                    pages, StatusCodes.Status409Conflict, $"Many recipients were refused: an operator decides with digest deliver {id} --retry-refused or --confirm-refusals.");
            }
            else
            {
                await workflow.ResumeAsync(id, cancellationToken);
            }

            logger.LogInformation("Editor {Editor} asked to {Decision} issue {IssueId}", editor.Id, decision, id);
            return request.Done("../../status?issue=" + id, decision == "hold" ? "The issue is held." : "The issue goes on.");
        });
}
