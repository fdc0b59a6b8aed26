using Digest.Core.Essays;
using Digest.Core.Rendering.Editors;
using Digest.Core.Workflows;
using Digest.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Functions.Editors;

/// <summary>Pins, holds, withdraws or releases an essay, as <c>digest essays</c> does.</summary>
public sealed class PlaceEssayFunction(EditorGate gate, PlaceEssay workflow, EditorPages pages, ILogger<PlaceEssayFunction> logger)
{
    /// <summary>Gives an essay its place in the next issue.</summary>
    [Function("EditorPlaceEssay")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "editor/essays/{id}/{place}")] HttpRequest request,
        string id, string place, CancellationToken cancellationToken) =>
        gate.AnswerAsync(request, async editor =>
        {
            if (EditorPages.Places.FirstOrDefault(p => p.Verb == place) is not { Verb: not null } wanted)
            {
                return await request.FailedAsync(pages, StatusCodes.Status404NotFound, "Say pin, hold, withdraw or release.");
            }

            if (!EssayId.IsValid(id) || await workflow.RunAsync(id, wanted.Placement, cancellationToken) is not { } placed)
            {
                return await request.FailedAsync(pages, StatusCodes.Status404NotFound, "There is no such essay.");
            }

            if (!placed.Done)
            {
                return await request.FailedAsync(pages, StatusCodes.Status409Conflict, placed.Says);
            }

            logger.LogInformation("Editor {Editor} gave essay {EssayId} the place {Placement}", editor.Id, id, wanted.Placement);
            return request.Done(EditorPages.BackTo(request.Query["from"], id), placed.Says);
        });
}
