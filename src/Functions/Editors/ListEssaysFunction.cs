using Digest.Core.Rendering.Checking;
using Digest.Core.Rendering.Editors;
using Digest.Core.Workflows;
using Digest.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions.Editors;

/// <summary>Shows editors what has come of the drops.</summary>
public sealed class ListEssaysFunction(EditorGate gate, ReviewInbox workflow, EditorPages pages)
{
    /// <summary>The newest essays with place and summary, and the drops that can't be used with the reason.</summary>
    [Function("EditorEssays")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "editor/essays")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(request, async _ => await request.ShowAsync(await workflow.RunAsync(ListLength.Most, cancellationToken), pages.EssaysAsync));
}
