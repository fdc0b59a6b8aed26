using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Digest.Functions.Access;

/// <summary>
/// Headers on every answer of the HTTP functions, unless a function has set its own: nothing is cached, framed, sniffed
/// or allowed to load. The Functions host could add headers too (host.json), but only after an answer may have begun.
/// </summary>
internal sealed class SecurityHeaders : IStartupFilter
{
    /// <summary>Name and value of each.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Cache-Control"] = "no-store",
        ["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
        ["Referrer-Policy"] = "no-referrer",
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
    };

    /// <summary>Where the app is reached under a name of its own it is reached by https only, and browsers are to remember that.</summary>
    public static (string Name, string Value) WhereEncrypted { get; } = ("Strict-Transport-Security", "max-age=31536000");

    /// <summary>Adds what is not there yet.</summary>
    public static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        foreach (var (name, value) in All)
        {
            headers.TryAdd(name, value);
        }

        if (!IsThisMachine(context.Request.Host.Host))
        {
            headers.TryAdd(WhereEncrypted.Name, WhereEncrypted.Value);
        }
    }

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(static (context, rest) =>
        {
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            {
                context.Response.OnStarting(
                    static state =>
                    {
                        Add((HttpContext)state);
                        return Task.CompletedTask;
                    },
                    context);
            }

            return rest(context);
        });
        next(app);
    };

    // An IP address can't be given a certificate that browsers would remember (RFC 6797, section 8.1.1), nor can this machine's own name.
    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out _);
}
