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
        ["Strict-Transport-Security"] = "max-age=31536000",
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
    };

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(static (context, rest) =>
        {
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            {
                context.Response.OnStarting(static state => Add((HttpContext)state), context);
            }

            return rest(context);
        });
        next(app);
    };

    private static Task Add(HttpContext context)
    {
        foreach (var (name, value) in All)
        {
            context.Response.Headers.TryAdd(name, value);
        }

        return Task.CompletedTask;
    }
}
