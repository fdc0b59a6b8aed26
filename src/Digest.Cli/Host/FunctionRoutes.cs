using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Digest.Cli.Host;

/// <summary>The HTTP side of the host: functions with HTTP triggers below <c>/api</c>, and the admin endpoint.</summary>
internal static class FunctionRoutes
{
    /// <summary>Maps an HTTP function to its route and methods.</summary>
    public static void MapHttpFunction(this IEndpointRouteBuilder routes, FunctionDefinition function, FunctionInvoker invoker, ILogger logger)
    {
        var trigger = (HttpTriggerAttribute)function.Trigger;
        var route = "/api/" + (trigger.Route ?? function.Name);
        RequestDelegate answer = async context =>
        {
            try
            {
                var result = await invoker.InvokeAsync(
                    function,
                    function.TriggerParameter.ParameterType == typeof(HttpContext) ? context : context.Request,
                    context.Request.RouteValues,
                    context.RequestAborted);
                await AnswerAsync(function, context, result);
            }
            catch (Exception e) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
            {
                logger.LogError(e, "The function {Function} failed", function.Name);
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        };
        if (trigger.Methods is { Length: > 0 } methods)
        {
            routes.MapMethods(route, methods, answer);
        }
        else
        {
            routes.Map(route, answer);
        }
    }

    /// <summary>
    /// <c>POST /admin/functions/{name}</c> with <c>{"input": "…"}</c> runs a function now, as on the Functions host. Only
    /// JSON bodies are taken: a page of another origin can't send one without asking first, and is not allowed to.
    /// </summary>
    public static void MapAdmin(this IEndpointRouteBuilder routes, Func<string, string?, CancellationToken, Task<bool>> run) =>
        routes.MapPost("/admin/functions/{name}", async (string name, HttpContext context) =>
        {
            if (!context.Request.HasJsonContentType())
            {
                return Results.Problem("Send a JSON body: {\"input\": \"…\"}, or {} where there is no input.", statusCode: StatusCodes.Status415UnsupportedMediaType);
            }

            string? input = null;
            try
            {
                using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
                if (body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("input", out var value))
                {
                    input = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
                }
            }
            catch (JsonException)
            {
                return Results.Problem("The body is not JSON.", statusCode: StatusCodes.Status400BadRequest);
            }

            return await run(name, input, context.RequestAborted) ? Results.Accepted() : Results.NotFound();
        });

    private static async Task AnswerAsync(FunctionDefinition function, HttpContext context, object? result)
    {
        switch (result)
        {
            case IResult answer:
                await answer.ExecuteAsync(context);
                break;
            case null:
                break;
            default:
                throw new InvalidOperationException(
                    $"The function {function.Name} returned {result.GetType().Name}; on Azure that is an empty answer. Return an IResult.");
        }
    }
}
