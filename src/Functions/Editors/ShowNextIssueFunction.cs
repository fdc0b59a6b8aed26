using Digest.Core.Issues;
using Digest.Core.Rendering.Checking;
using Digest.Core.Rendering.Editors;
using Digest.Core.Workflows;
using Digest.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Functions.Editors;

/// <summary>Shows editors the next issue as it would be made now; nothing is stored.</summary>
public sealed class ShowNextIssueFunction(EditorGate gate, PreviewIssue workflow, EditorPages pages)
{
    /// <summary>The report with its checks and where essays differ; with <c>?show=mail</c> the mail itself.</summary>
    [Function("EditorNextIssue")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "editor/issues/next")] HttpRequest request, CancellationToken cancellationToken) =>
        gate.AnswerAsync(request, async _ =>
        {
            var preview = await workflow.NextAsync(cancellationToken);
            return request.Query["show"] == "mail" ? new MailPreview(preview.Rendering.Mail.Html)
                : request.WantsPage() ? new Page(await pages.NextIssueAsync(preview))
                : EditorAnswers.Json(new NextIssue(preview.View.Issue, preview.Checks, [.. preview.WaitingOn.Select(e => e.Essay.Title)], preview.WhyNone, preview.MoreWaiting));
        });

    // The mail's own styles stand in the mail; scripts, forms and everything from elsewhere stay out.
    private sealed class MailPreview(string html) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentSecurityPolicy =
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox allow-popups";
            return Results.Content(html, "text/html; charset=utf-8").ExecuteAsync(httpContext);
        }
    }
}

/// <summary>The next issue for a program.</summary>
/// <param name="Issue">The manifest as it would be; <c>differences</c> is the list of facts to check.</param>
/// <param name="Checks">What was checked.</param>
/// <param name="WaitingOn">Titles of essays that wait on for the issue after it.</param>
/// <param name="WhyNone">Why no issue would be made; null when one would be.</param>
/// <param name="MoreWaiting">How many more essays wait behind those.</param>
public sealed record NextIssue(DigestIssue Issue, IReadOnlyList<IssueCheck> Checks, IReadOnlyList<string> WaitingOn, string? WhyNone = null, int MoreWaiting = 0);
