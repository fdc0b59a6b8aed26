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
            ? await request.ShowAsync(record, shown => PageAsync(shown, cancellationToken))
            : await request.FailedAsync(pages, StatusCodes.Status404NotFound, "There is no such essay."));

    private async Task<string> PageAsync(EssayRecord record, CancellationToken cancellationToken)
    {
        var entry = await essays.FindEntryAsync(record.Id, cancellationToken);
        var twins = entry is null ? null : await findTwins.RunAsync([entry], cancellationToken);
        return await pages.EssayAsync(record, entry, twins?.GetValueOrDefault(record.Id));
    }
}
