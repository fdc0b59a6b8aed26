using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate.Matching;

namespace Digest.Core.Boilerplate;

/// <summary>All boilerplate rules with the vocabulary they share. Immutable and safe for use by many threads.</summary>
public sealed class RuleSet
{
    private const string ResourcePrefix = "Digest.Core.Boilerplate.Rules.";
    private const string VocabularyName = "vocabulary.json";

    private static readonly Lazy<RuleSet> BuiltIn = new(LoadBuiltIn);

    private readonly RuleMatcher _matcher;

    private RuleSet(IReadOnlyList<Rule> rules, Vocabulary vocabulary, string version)
    {
        Rules = rules;
        Vocabulary = vocabulary;
        Version = version;
        _matcher = new RuleMatcher(rules, vocabulary);
        ById = rules.ToFrozenDictionary(r => r.Id);
    }

    /// <summary>The rules that come with the program: the files in <c>Boilerplate/Rules</c>.</summary>
    public static RuleSet Default => BuiltIn.Value;

    /// <summary>All rules, by file and id.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The rules by id.</summary>
    public FrozenDictionary<string, Rule> ById { get; }

    /// <summary>The shared words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>First 12 hex digits of the SHA-256 over names and bytes of the rule files: changes when a rule does.</summary>
    public string Version { get; }

    /// <summary>Reads rule files.</summary>
    /// <param name="files">File names and UTF-8 contents; one of them is <c>vocabulary.json</c>.</param>
    /// <exception cref="RuleSetException">A file is not what it should be, or an id stands twice.</exception>
    public static RuleSet Load(IEnumerable<(string Name, byte[] Content)> files)
    {
        var rules = Read(files);
        rules._matcher.Prepare();
        return rules;
    }

    private static RuleSet Read(IEnumerable<(string Name, byte[] Content)> files)
    {
        var ordered = files.OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        var vocabulary = ordered.Find(f => f.Name == VocabularyName) is { Content: { } content }
            ? Vocabulary.Parse(VocabularyName, content)
            : throw new RuleSetException($"The rule files come without {VocabularyName}.");
        var rules = ordered.Where(f => f.Name != VocabularyName).SelectMany(f => RuleFile.Parse(f.Name, f.Content).Rules).ToList();
        var twice = rules.GroupBy(r => r.Id).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? new RuleSet(rules, vocabulary, Hash(ordered))
            : throw new RuleSetException($"Rule id '{twice.Key}' stands twice: in {string.Join(" and in ", twice.Select(r => r.File))}.");
    }

    /// <summary>The rules that satisfy a condition, with the same vocabulary: how an essay is read by who does not know the others.</summary>
    internal RuleSet Where(Func<Rule, bool> condition) => new([.. Rules.Where(condition)], Vocabulary, Version);

    /// <summary>The words that one rule matches in a block looked at on its own, or null. Whether the rule applies where the block stands is decided with the essay.</summary>
    /// <exception cref="KeyNotFoundException">There is no rule of that id.</exception>
    public string? Match(string id, Block block)
    {
        if (!ById.TryGetValue(id, out var rule))
        {
            throw new KeyNotFoundException($"There is no rule '{id}'.");
        }

        foreach (var match in Match(block, new BlockForm(block)))
        {
            if (match.Rule == rule)
            {
                return match.Matched;
            }
        }

        return null;
    }

    /// <summary>The rules that match a block on its own, wherever it stands, with the matched words.</summary>
    internal RuleMatch[] Match(Block block, BlockForm form) => _matcher.Match(block, form);

    /// <summary>The tests have made every expression of these files; here each is made when it is needed.</summary>
    private static RuleSet LoadBuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return Read(assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(n => (n[ResourcePrefix.Length..], Content(assembly, n))));
    }

    private static byte[] Content(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static string Hash(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{content.Length}\n"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }
}
