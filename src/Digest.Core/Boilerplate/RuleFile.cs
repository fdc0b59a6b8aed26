using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Digest.Core.Boilerplate;

/// <summary>A file of rules on one subject.</summary>
/// <param name="About">What the rules of this file have in common.</param>
/// <param name="Rules">The rules, by id.</param>
public sealed record RuleFile(string About, IReadOnlyList<Rule> Rules)
{
    internal static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private static readonly Regex KebabCase = new("^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Reads and checks one rule file.</summary>
    /// <param name="name">File name, for messages.</param>
    /// <param name="json">UTF-8 text of the file; comments and trailing commas are allowed.</param>
    /// <exception cref="RuleSetException">The file is not what it should be.</exception>
    public static RuleFile Parse(string name, ReadOnlySpan<byte> json)
    {
        RuleFile file;
        try
        {
            file = JsonSerializer.Deserialize<RuleFile>(json, Strict) ?? throw new JsonException("The file is null.");
        }
        catch (JsonException e)
        {
            throw new RuleSetException($"{name}: {e.Message}", e);
        }

        foreach (var rule in file.Rules)
        {
            Check(name, rule);
        }

        var unordered = file.Rules.Zip(file.Rules.Skip(1)).FirstOrDefault(pair => string.CompareOrdinal(pair.First.Id, pair.Second.Id) > 0);
        return unordered.Second is null
            ? file with { Rules = [.. file.Rules.Select(r => r with { File = name })] }
            : throw new RuleSetException($"{name}: rules stand in the order of their ids; move '{unordered.Second.Id}' above '{unordered.First.Id}'.");
    }

    private static void Check(string file, Rule rule)
    {
        Require(KebabCase.IsMatch(rule.Id), "ids are written in kebab case");
        Require(rule.Is is not null || rule.Starts is not null || rule.Contains is not null, "give at least one of 'is', 'starts', 'contains'");
        Require(NotEmpty(rule.Is) && NotEmpty(rule.Starts) && NotEmpty(rule.Contains) && NotEmpty(rule.Unless), "a list of patterns is empty or has an empty entry");
        Require(rule.MaxWords is >= 1 and <= 250, "'maxWords' lies between 1 and 250");
        Require(rule.Kinds is not { Count: 0 }, "'kinds' is empty; leave it out to mean all");
        Require(rule.Why.EndsWith('.') && rule.Why.Length >= 20, "'why' is one full sentence for an editor");
        Require(rule.Strips.Count > 0 && NotEmpty(rule.Strips), "'strips' needs at least one example");
        Require(rule.Keeps.Count > 0 && NotEmpty(rule.Keeps), "'keeps' needs at least one example of what looks alike and stays");

        void Require(bool holds, string demand)
        {
            if (!holds)
            {
                throw new RuleSetException($"{file}: rule '{rule.Id}': {demand}.");
            }
        }
    }

    private static bool NotEmpty(IReadOnlyList<string>? texts) => texts is null || (texts.Count > 0 && texts.All(t => !string.IsNullOrWhiteSpace(t)));
}
