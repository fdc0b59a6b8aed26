using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Digest.Cli.Host;
using Digest.Functions;
using Digest.Functions.Access;
using Digest.Testing;
using Microsoft.Azure.Functions.Worker;
using Xunit;

namespace Digest.Cli.Tests.Access;

/// <summary>What holds for every HTTP route there is: found by reflection, so that a new one can't be forgotten.</summary>
public sealed partial class RouteTests(AzuriteFixture fixture)
{
    private static readonly IReadOnlyList<(string Route, string Method)> Routes = [.. FunctionCatalog.Find(typeof(Composition).Assembly)
        .Select(f => f.Trigger).OfType<HttpTriggerAttribute>()
        .SelectMany(t => (t.Methods ?? []).Select(m => ("api/" + Parameter().Replace(t.Route ?? "", "some-essay-0123456789"), m.ToUpperInvariant())))];

    [Fact]
    public async Task Every_route_answers_with_the_headers_that_keep_it_safe()
    {
        await using var app = await RunningApp.StartAsync(fixture);
        foreach (var (route, method) in Routes)
        {
            foreach (var accept in new[] { "application/json", "text/html" })
            {
                using var response = await SendAsync(app, route, method, accept);
                var found = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
                foreach (var (name, value) in SecurityHeaders.All)
                {
                    Assert.True(found.TryGetValue(name, out var sent), $"{method} {route} ({accept}) does not send {name}.");
                    if (name != "Content-Security-Policy")
                    {
                        Assert.Equal(value, sent);
                    }
                }

                // A page names where its styles come from in its own policy; nothing else may be without one.
                var policy = found["Content-Security-Policy"];
                Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
                Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
                var body = await response.Content.ReadAsStringAsync();
                Assert.True(
                    policy.Contains("default-src 'none'", StringComparison.Ordinal) || body.Contains("http-equiv=\"Content-Security-Policy\" content=\"default-src", StringComparison.Ordinal),
                    $"{method} {route} ({accept}) may load anything.");
                Assert.False(found.ContainsKey("Set-Cookie"));
                // An address that is a number can't be reached by https; browsers are not told that it can.
                Assert.False(found.ContainsKey(SecurityHeaders.WhereEncrypted.Name));
            }
        }

        Assert.Contains(Routes, r => r.Method == "POST");
        Assert.InRange(Routes.Count, 10, 100);
    }

    [Fact]
    public async Task Every_route_of_the_editors_is_closed_by_default_and_to_a_forged_header()
    {
        await using var app = await RunningApp.StartAsync(fixture, ("Digest:Access:Editors:0", "ada"), ("Digest:Access:EditorRole", "Digest.Editor"));
        var editors = Routes.Where(r => r.Route.StartsWith("api/editor", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.InRange(editors.Count, 6, 100);
        var forged = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"auth_typ":"aad","claims":[{"typ":"oid","val":"ada"},{"typ":"roles","val":"Digest.Editor"}]}"""));
        foreach (var (route, method) in editors)
        {
            using var open = await SendAsync(app, route, method, "application/json");
            Assert.Equal(HttpStatusCode.Unauthorized, open.StatusCode);
            using var spoofed = await SendAsync(app, route, method, "application/json", forged);
            Assert.Equal(HttpStatusCode.Unauthorized, spoofed.StatusCode);
            Assert.Contains("\"message\"", await spoofed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_route_of_the_editors_is_closed_to_accounts_that_are_not_named()
    {
        await using var app = await RunningApp.StartAsync(fixture, ("Digest:Access:TrustPlatformPrincipal", "true"), ("Digest:Access:Editors:0", "ada"));
        var eve = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"auth_typ":"aad","claims":[{"typ":"oid","val":"eve"}]}"""));
        foreach (var (route, method) in Routes.Where(r => r.Route.StartsWith("api/editor", StringComparison.OrdinalIgnoreCase)))
        {
            using var response = await SendAsync(app, route, method, "application/json", eve);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    private static Task<HttpResponseMessage> SendAsync(RunningApp app, string route, string method, string accept, string? principal = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), route) { Headers = { { "Accept", accept } } };
        if (principal is not null)
        {
            request.Headers.Add(PlatformPrincipal.Header, principal);
        }

        if (method == "POST")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        }

        return app.Http.SendAsync(request);
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
