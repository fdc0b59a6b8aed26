using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Cli.Host;

/// <summary>A function found in an assembly, with the parameter that triggers it.</summary>
/// <param name="Name">Name from <see cref="FunctionAttribute"/>.</param>
/// <param name="Method">The method.</param>
/// <param name="Trigger">The trigger's attribute.</param>
/// <param name="TriggerParameter">The parameter that carries it.</param>
internal sealed record FunctionDefinition(string Name, MethodInfo Method, Attribute Trigger, ParameterInfo TriggerParameter);

/// <summary>Finds the functions of an assembly, as the Functions host does from the worker's metadata.</summary>
internal static class FunctionCatalog
{
    /// <summary>All functions of <paramref name="assembly"/>, by name.</summary>
    /// <exception cref="InvalidOperationException">Two functions share a name, or one uses a binding that this host does not have.</exception>
    public static IReadOnlyList<FunctionDefinition> Find(Assembly assembly)
    {
        var functions = assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
            .Select(Define)
            .OrderBy(function => function.Name, StringComparer.Ordinal)
            .ToList();
        var twice = functions.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? functions : throw new InvalidOperationException($"Two functions are called {twice.Key}.");
    }

    private static FunctionDefinition Define(MethodInfo method)
    {
        var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        var triggers = method.GetParameters().Select(p => (Parameter: p, Trigger: TriggerOf(p))).Where(p => p.Trigger is not null).ToList();
        if (triggers is not [var (parameter, trigger)])
        {
            throw new InvalidOperationException($"The function {name} must have exactly one trigger; it has {triggers.Count}.");
        }

        var outputs = method.GetCustomAttributes().Any(a => a is BlobOutputAttribute or QueueOutputAttribute);
        var inputs = method.GetParameters().Any(p => p.GetCustomAttribute<BlobInputAttribute>() is not null);
        return outputs || inputs
            ? throw new InvalidOperationException($"The function {name} uses an input or output binding; this host has triggers only. Use a client instead.")
            : new FunctionDefinition(name, method, trigger!, parameter);
    }

    private static Attribute? TriggerOf(ParameterInfo parameter) =>
        parameter.GetCustomAttributes().FirstOrDefault(a =>
            a is BlobTriggerAttribute or QueueTriggerAttribute or TimerTriggerAttribute or HttpTriggerAttribute);
}
