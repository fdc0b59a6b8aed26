using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Digest.Core.Rendering.Editors;
using Microsoft.AspNetCore.Http;

namespace Digest.Functions.Editors;

/// <summary>Answers to editors: a page for a browser, the same as JSON for a program.</summary>
internal static class EditorAnswers
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>What was asked for, as a page or as JSON.</summary>
    public static async Task<IResult> ShowAsync<T>(this HttpRequest request, T model, Func<T, Task<string>> page) =>
        request.WantsPage() ? new Page(await page(model)) : Json(model);

    /// <summary>An answer to a program.</summary>
    public static IResult Json<T>(T model) => Results.Json(model, Options);

    /// <summary>Something was done: a browser goes back to the page that shows it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="back">The page, relative to the address that was posted to.</param>
    /// <param name="message">What was done, for a program.</param>
    public static IResult Done(this HttpRequest request, string back, string message) =>
        request.WantsPage() ? new SeeOther(back) : Json(new Access.EditorMessage(message));

    /// <summary>It can't be done, and why: a page with the ways to the others, or JSON.</summary>
    public static async Task<IResult> FailedAsync(this HttpRequest request, EditorPages pages, int status, string message) => request.WantsPage()
        ? new Page(await pages.FailedAsync(message, ToRoot(request.Path)), status)
        : Results.Json(new Access.EditorMessage(message), Options, statusCode: status);

    // A page can answer at any of the editors' addresses, and its links are relative, as those of all pages are.
    private static string ToRoot(PathString path)
    {
        const string Root = "/editor/";
        var at = path.Value?.IndexOf(Root, StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? "" : string.Concat(Enumerable.Repeat("../", path.Value!.AsSpan(at + Root.Length).Count('/')));
    }

    // 303: whatever was posted, the next request is a GET.
    private sealed class SeeOther(string location) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = location;
            return Task.CompletedTask;
        }
    }
}
