using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Cli.Host;

/// <summary>
/// Runs functions the way the worker does: an instance with constructor injection in a scope of its own, parameters
/// bound by type (trigger value, cancellation, context) and then by name (path tokens, route values, trigger metadata).
/// </summary>
internal sealed class FunctionInvoker(IServiceProvider services)
{
    /// <summary>Runs a function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="triggerValue">Value of the trigger's parameter.</param>
    /// <param name="named">Values of other parameters by name.</param>
    /// <param name="cancellationToken">Is cancelled when the host stops.</param>
    /// <returns>What the function returned, or null.</returns>
    /// <exception cref="InvalidOperationException">A parameter can't be bound.</exception>
    public async Task<object?> InvokeAsync(
        FunctionDefinition function,
        object triggerValue,
        IReadOnlyDictionary<string, object?> named,
        CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var context = new LocalFunctionContext(scope.ServiceProvider, cancellationToken);
        var arguments = function.Method.GetParameters()
            .Select(parameter => Bind(function, parameter, triggerValue, named, context))
            .ToArray();
        var instance = function.Method.IsStatic
            ? null
            : ActivatorUtilities.CreateInstance(scope.ServiceProvider, function.Method.DeclaringType!);
        object? result;
        try
        {
            result = function.Method.Invoke(instance, arguments);
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(e.InnerException);
            throw;
        }

        if (result is not Task task)
        {
            return result;
        }

        await task;
        return function.Method.ReturnType.IsGenericType
            ? task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task)
            : null;
    }

    private static object? Bind(
        FunctionDefinition function,
        ParameterInfo parameter,
        object triggerValue,
        IReadOnlyDictionary<string, object?> named,
        FunctionContext context)
    {
        if (parameter == function.TriggerParameter)
        {
            return parameter.ParameterType.IsInstanceOfType(triggerValue) ? triggerValue : ConvertMessage(function, parameter, triggerValue);
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return context.CancellationToken;
        }

        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return context;
        }

        if (named.FirstOrDefault(pair => string.Equals(pair.Key, parameter.Name, StringComparison.OrdinalIgnoreCase)) is { Key: not null } found)
        {
            return Convert(found.Value, parameter.ParameterType);
        }

        throw new InvalidOperationException($"The parameter {parameter.Name} of the function {function.Name} can't be bound.");
    }

    /// <summary>A queue message is text; a function may ask for what the text says as JSON.</summary>
    private static object ConvertMessage(FunctionDefinition function, ParameterInfo parameter, object triggerValue) =>
        triggerValue is string message && !parameter.ParameterType.IsPrimitive
            ? JsonSerializer.Deserialize(message, parameter.ParameterType, JsonSerializerOptions.Web)
                ?? throw new FormatException($"A message for the function {function.Name} is empty.")
            : throw new InvalidOperationException(
                $"The function {function.Name} asks for its trigger as {parameter.ParameterType.Name}; this host has {triggerValue.GetType().Name}.");

    private static object? Convert(object? value, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        return value is null || target.IsInstanceOfType(value)
            ? value
            : System.Convert.ChangeType(value, target, CultureInfo.InvariantCulture);
    }

    private sealed class LocalFunctionContext(IServiceProvider scope, CancellationToken cancellationToken) : FunctionContext
    {
        public override string InvocationId { get; } = Guid.NewGuid().ToString();

        public override IServiceProvider InstanceServices { get; set; } = scope;

        public override CancellationToken CancellationToken => cancellationToken;
    }
}
