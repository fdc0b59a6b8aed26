using System.CommandLine;
using System.CommandLine.Parsing;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Cli.Commands;

/// <summary>How commands are told of an issue: what is no id of one is refused, and so is an issue that there is not.</summary>
internal static class IssueNames
{
    /// <summary>An argument that may be left out for the newest issue.</summary>
    public static Argument<string?> OrNewest()
    {
        var issue = new Argument<string?>("issue") { Description = "The issue, such as 2026-W47; the newest one when left out.", Arity = ArgumentArity.ZeroOrOne };
        issue.Validators.Add(RequireId);
        return issue;
    }

    /// <summary>An argument that must be given.</summary>
    /// <param name="description">What it is for.</param>
    public static Argument<string> Named(string description)
    {
        var issue = new Argument<string>("issue") { Description = description };
        issue.Validators.Add(RequireId);
        return issue;
    }

    /// <summary>Refuses what is no id: a year, and a week that it has. An id becomes the name of a blob.</summary>
    public static void RequireId(SymbolResult result)
    {
        if (result.Tokens is [{ Value: var text }] && !(IssueId.IsValid(text) && IssueId.TryReadWeek(text, out _)))
        {
            result.AddError($"\"{text}\" is not the id of an issue; ids look like 2026-W47.");
        }
    }

    /// <summary>The id of the issue that was named, or of the newest.</summary>
    /// <param name="services">The digest's services.</param>
    /// <param name="named">An id, or null.</param>
    /// <param name="errors">Is told when there is no such issue.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>Null when there is none.</returns>
    public static async Task<string?> FindAsync(IServiceProvider services, string? named, TextWriter errors, CancellationToken cancellationToken)
    {
        var issues = services.GetRequiredService<IIssueStore>();
        var found = named is null
            ? (await issues.RecentAsync(cancellationToken)).Newest?.Id
            : (await issues.FindAsync(named, cancellationToken))?.Id;
        if (found is null)
        {
            await errors.WriteLineAsync(named is null ? "There is no issue yet." : $"There is no issue {named}; digest issue lists them.");
        }

        return found;
    }
}
