using Digest.Core.Essays;
using Digest.Core.Ports;
using Digest.Core.Rendering.Editors;
using Digest.Core.Workflows;
using Digest.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions.Editors;

/// <summary>Shows editors one essay and every decision on it.</summary>
public sealed class ShowEssayFunction(EditorGate gate, IEssayStore essays, FindTwins findTwins, EditorPages pages)
{
    /// <summary>What was read, what was stripped, by which rule, and why.</summary>
    [Function("EditorEssay")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "editor/essays/{id}")] HttpRequest request, string id, CancellationToken cancellationToken) =>
        gate.AnswerAsync(request, async _ => EssayId.IsValid(id) && await essays.FindAsync(id, cancellationToken) is { } record
            ? await request.ShowAsync(record, async shown => await pages.EssayAsync(shown, await TwinOfAsync(id, cancellationToken)))
            : EditorAnswers.Failed(StatusCodes.Status404NotFound, "There is no such essay."));

    private async Task<EssayTwin?> TwinOfAsync(string id, CancellationToken cancellationToken) =>
        await essays.FindEntryAsync(id, cancellationToken) is { } entry ? (await findTwins.RunAsync([entry], cancellationToken)).GetValueOrDefault(id) : null;
}
