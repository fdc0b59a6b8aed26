using System.Net;
using System.Text;
using System.Text.Json;
using Digest.Core.Rendering;
using Digest.Core.Subscribers;
using Digest.Functions.Access;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Digest.Functions.Tests.Access;

public sealed class EditorGateTests
{
    private const string Ada = "11111111-2222-3333-4444-555555555555";

    private static readonly AccessOptions Trusting = new() { TrustPlatformPrincipal = true, Editors = { Ada, "bob@example.org" }, EditorRole = "Digest.Editor" };

    [Fact]
    public async Task Nobody_gets_in_where_nothing_is_set() =>
        Assert.Equal(401, await AskAsync(new AccessOptions(), Get()));

    [Fact]
    public async Task A_header_that_anybody_could_send_counts_for_nothing_where_the_platform_does_not_vouch_for_it() =>
        Assert.Equal(401, await AskAsync(new AccessOptions { Editors = { Ada }, EditorRole = "Digest.Editor" }, Get(Principal(oid: Ada, role: "Digest.Editor"))));

    [Fact]
    public async Task Who_has_not_signed_in_is_asked_to() => Assert.Equal(401, await AskAsync(Trusting, Get()));

    [Theory]
    [InlineData(Ada, null, null, 200)]
    [InlineData("11111111-2222-3333-4444-555555555556", "BOB@example.org", null, 200)]
    [InlineData("11111111-2222-3333-4444-555555555556", null, "Digest.Editor", 200)]
    [InlineData("11111111-2222-3333-4444-555555555556", "eve@example.org", null, 403)]
    [InlineData("11111111-2222-3333-4444-555555555556", null, "Digest.Reader", 403)]
    [InlineData(null, null, null, 403)]
    public async Task Only_named_accounts_and_the_role_get_in(string? oid, string? name, string? role, int expected) =>
        Assert.Equal(expected, await AskAsync(Trusting, Get(Principal(oid, name, role))));

    [Fact]
    public async Task Without_a_role_in_the_settings_no_role_lets_in() =>
        Assert.Equal(403, await AskAsync(new AccessOptions { TrustPlatformPrincipal = true }, Get(Principal(Ada, role: ""))));

    [Fact]
    public async Task A_display_name_or_mail_claim_is_no_identity()
    {
        // Both are what the account's owner writes into them.
        var forged = Encode(new { auth_typ = "aad", claims = new[] { new { typ = "name", val = Ada }, new { typ = "email", val = "bob@example.org" } } });
        Assert.Equal(403, await AskAsync(Trusting, Get(forged)));
    }

    [Fact]
    public async Task Another_identity_provider_does_not_count() =>
        Assert.Equal(401, await AskAsync(Trusting, Get(Encode(new { auth_typ = "github", claims = new[] { new { typ = "oid", val = Ada } } }))));

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("e30=")]
    [InlineData("W10=")]
    [InlineData("bnVsbA==")]
    [InlineData("eyJhdXRoX3R5cCI6ImFhZCIsImNsYWltcyI6WzFdfQ==")]
    public async Task A_broken_principal_is_none(string header) => Assert.Equal(401, await AskAsync(Trusting, Get(header)));

    [Fact]
    public async Task Two_principals_are_none()
    {
        var request = Get(Principal(Ada));
        request.Headers[PlatformPrincipal.Header] = new[] { Principal(Ada), Principal(Ada) };
        Assert.Equal(401, await AskAsync(Trusting, request));
    }

    [Theory]
    [InlineData("same-origin", null, 200)]
    [InlineData("cross-site", null, 403)]
    [InlineData("same-site", "https://digest.example.org", 403)]
    [InlineData("none", null, 403)]
    [InlineData(null, "https://digest.example.org", 200)]
    [InlineData(null, "https://func.azurewebsites.net", 200)]
    [InlineData(null, "https://evil.example", 403)]
    [InlineData(null, "null", 403)]
    [InlineData(null, null, 403)]
    public async Task A_change_must_come_from_a_page_of_our_own(string? site, string? origin, int expected)
    {
        var request = Get(Principal(Ada));
        request.Method = "POST";
        if (site is not null)
        {
            request.Headers["Sec-Fetch-Site"] = site;
        }

        if (origin is not null)
        {
            request.Headers.Origin = origin;
        }

        Assert.Equal(expected, await AskAsync(Trusting, request));
    }

    [Theory]
    [InlineData(true, "127.0.0.1", null, 200)]
    [InlineData(true, "::1", null, 200)]
    [InlineData(true, "192.0.2.7", null, 401)]
    [InlineData(true, "127.0.0.1", "192.0.2.7", 401)]
    [InlineData(false, "127.0.0.1", null, 401)]
    public async Task The_local_editor_sits_at_this_machine_and_is_allowed_by_a_setting(bool set, string address, string? forwarded, int expected)
    {
        var request = Get();
        request.HttpContext.Connection.RemoteIpAddress = IPAddress.Parse(address);
        if (forwarded is not null)
        {
            request.Headers["X-Forwarded-For"] = forwarded;
        }

        Assert.Equal(expected, await AskAsync(new AccessOptions { LocalEditor = set }, request));
    }

    [Fact]
    public async Task Behind_the_platform_nobody_is_local()
    {
        var request = Get();
        request.HttpContext.Connection.RemoteIpAddress = IPAddress.Loopback;
        Assert.Equal(401, await AskAsync(new AccessOptions { TrustPlatformPrincipal = true, LocalEditor = true }, request));
    }

    [Fact]
    public async Task A_refusal_says_what_to_do_to_a_program_and_shows_a_browser_where_to_sign_in()
    {
        Assert.Contains("Entra", (await BodyAsync(Trusting, Get())).GetProperty("message").GetString(), StringComparison.Ordinal);
        var browser = Get();
        browser.Headers.Accept = "text/html";
        var page = await TextAsync(Trusting, browser);
        Assert.Contains("href=\"/.auth/login/aad?post_login_redirect_uri=/api/editor/essays\"", page, StringComparison.Ordinal);
    }

    private static HttpRequest Get(string? principal = null)
    {
        var context = new DefaultHttpContext { RequestServices = new NoServices() };
        context.Request.Method = "GET";
        context.Request.Host = new HostString("func.azurewebsites.net");
        context.Response.Body = new MemoryStream();
        if (principal is not null)
        {
            context.Request.Headers[PlatformPrincipal.Header] = principal;
        }

        return context.Request;
    }

    private static async Task<int> AskAsync(AccessOptions options, HttpRequest request)
    {
        var let = false;
        var gate = new EditorGate(options, new SubscriptionOptions { FunctionsUrl = new Uri("https://digest.example.org/api/") }, new SiteOptions());
        var result = await gate.AnswerAsync(request, _ =>
        {
            let = true;
            return Task.FromResult(Results.StatusCode(200));
        });
        await result.ExecuteAsync(request.HttpContext);
        Assert.Equal(let, request.HttpContext.Response.StatusCode == 200);
        return request.HttpContext.Response.StatusCode;
    }

    private static async Task<string> TextAsync(AccessOptions options, HttpRequest request)
    {
        await AskAsync(options, request);
        return Encoding.UTF8.GetString(((MemoryStream)request.HttpContext.Response.Body).ToArray());
    }

    private static async Task<JsonElement> BodyAsync(AccessOptions options, HttpRequest request) =>
        JsonDocument.Parse(await TextAsync(options, request)).RootElement;

    private static string Principal(string? oid = null, string? name = null, string? role = null) => Encode(new
    {
        auth_typ = "aad",
        name_typ = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        role_typ = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
        claims = new[]
        {
            ("http://schemas.microsoft.com/identity/claims/objectidentifier", oid), ("http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn", name), ("roles", role),
        }.Where(c => c.Item2 is not null).Select(c => new { typ = c.Item1, val = c.Item2 }),
    });

    private static string Encode<T>(T principal) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(principal));

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(Microsoft.Extensions.Logging.ILoggerFactory) ? Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance : null;
    }
}
