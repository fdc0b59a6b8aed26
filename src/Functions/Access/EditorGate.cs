using System.Net;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Editors;
using Digest.Core.Subscribers;
using Microsoft.AspNetCore.Http;

namespace Digest.Functions.Access;

/// <summary>An editor who was let in.</summary>
/// <param name="Id">Object id of the Entra account, or <c>local</c>.</param>
public sealed record Editor(string Id);

/// <summary>
/// The one way to the editors' routes: nobody gets past it who is not named in the settings, and nothing is changed by a
/// request that another site made a browser send.
/// </summary>
/// <param name="options">Who may.</param>
/// <param name="subscriptions">Where the functions are in public, for requests of older browsers.</param>
/// <param name="site">The site, whose look the pages have.</param>
public sealed class EditorGate(AccessOptions options, SubscriptionOptions subscriptions, SiteOptions site)
{
    private const string SignIn = "/.auth/login/aad?post_login_redirect_uri=/api/editor/essays";

    private readonly EditorPages _pages = new(site);
    private readonly Uri _public = subscriptions.FunctionsUrl ?? new SiteAddress(site).Of("api/");

    /// <summary>Answers an editor, and turns everybody else away with a sentence.</summary>
    public async Task<IResult> AnswerAsync(HttpRequest request, Func<Editor, Task<IResult>> answer)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(answer);
        var principal = options.TrustPlatformPrincipal ? PlatformPrincipal.Read(request.Headers[PlatformPrincipal.Header]) : null;
        if (principal is null && !IsAtThisMachine(request))
        {
            return await RefuseAsync(
                request, StatusCodes.Status401Unauthorized,
                options.TrustPlatformPrincipal ? "Sign in with your Entra account to see the editors' pages."
                    : "Nobody can sign in here: switch App Service authentication on and set Digest:Access, as docs/operations.md says.",
                options.TrustPlatformPrincipal ? SignIn : null);
        }

        if (principal is not null && !MayEdit(principal))
        {
            return await RefuseAsync(
                request, StatusCodes.Status403Forbidden,
                "Your account is not one of the editors; ask an operator to add its object id to Digest:Access:Editors, or to give it the editors' role.");
        }

        if (!HttpMethods.IsGet(request.Method) && !ComesFromOwnPage(request))
        {
            return await RefuseAsync(request, StatusCodes.Status403Forbidden, "This request came from another site; press the button on the editors' own page.");
        }

        return await answer(new Editor(principal?.ObjectId ?? "local"));
    }

    private bool MayEdit(PlatformPrincipal principal) =>
        (principal.ObjectId is { } id && options.Editors.Contains(id, StringComparer.OrdinalIgnoreCase))
        || (principal.SignInName is { } name && options.Editors.Contains(name, StringComparer.OrdinalIgnoreCase))
        || (options.EditorRole is { } role && principal.Roles.Contains(role));

    private bool IsAtThisMachine(HttpRequest request) =>
        options is { LocalEditor: true, TrustPlatformPrincipal: false }
        && request.HttpContext.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !request.Headers.ContainsKey("X-Forwarded-For") && !request.Headers.ContainsKey("Forwarded");

    // Browsers say themselves where a request comes from, and pages can't make them lie (Fetch Metadata); the few that do not
    // know of that send Origin with every POST.
    private bool ComesFromOwnPage(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
        {
            return site == "same-origin";
        }

        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && (IsSameOrigin(origin, _public) || string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsSameOrigin(Uri one, Uri other) =>
        string.Equals(one.GetLeftPart(UriPartial.Authority), other.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);

    private async Task<IResult> RefuseAsync(HttpRequest request, int status, string message, string? signIn = null) => request.WantsPage()
        ? new Page(await _pages.MessageAsync("For the editors", message, signIn), status)
        : Results.Json(new EditorMessage(message), statusCode: status);
}

/// <summary>One sentence to an editor's program.</summary>
/// <param name="Message">The sentence.</param>
public sealed record EditorMessage(string Message);
