using System.Text;
using Digest.Functions.Access;
using Microsoft.AspNetCore.Http;

namespace Digest.Functions;

/// <summary>A page for one person: a subscriber, whose address holds a token, or an editor. It is kept by nobody.</summary>
/// <param name="html">The page; its own policy names its style sheet.</param>
/// <param name="status">Status code.</param>
internal sealed class Page(string html, int status = StatusCodes.Status200OK) : IResult
{
    // A page can't forbid to be framed by itself; the header does. Default-src is left to the page's own, stricter policy.
    private const string Policy = "frame-ancestors 'none'; base-uri 'none'";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers["X-Robots-Tag"] = "noindex";
        response.Headers.ContentSecurityPolicy = Policy;
        SecurityHeaders.Add(httpContext);
        await response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted);
    }
}

/// <summary>What a request asks for.</summary>
internal static class PageRequests
{
    /// <summary>True for a browser, false for a program.</summary>
    public static bool WantsPage(this HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
