using System.Text;
using Microsoft.AspNetCore.Http;

namespace Digest.Functions;

/// <summary>A page for a subscriber, with headers that keep its address, which holds a token, to itself.</summary>
/// <param name="html">The page.</param>
/// <param name="status">Status code.</param>
internal sealed class SubscriberHtml(string html, int status = StatusCodes.Status200OK) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        var headers = response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        // The page's own policy names its style sheet; what a page can't say for itself stands here.
        headers.ContentSecurityPolicy = "frame-ancestors 'none'; base-uri 'none'";
        await response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted);
    }
}
