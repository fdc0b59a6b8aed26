using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Digest.Core.Boilerplate;

/// <summary>
/// The words that rules and the reading of bylines share: what is a role, an institution, an agency, a credential.
/// An entry is a list of plain words (letter case does not count) or, under <c>patterns</c>, a piece of a pattern.
/// </summary>
public sealed class Vocabulary
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _words;
    private readonly FrozenDictionary<string, string> _patterns;

    private Vocabulary(Dictionary<string, FrozenSet<string>> words, Dictionary<string, string> patterns)
    {
        _words = words.ToFrozenDictionary();
        _patterns = patterns.ToFrozenDictionary();
    }

    /// <summary>Reads the vocabulary file.</summary>
    /// <param name="name">File name, for messages.</param>
    /// <param name="json">UTF-8 text of the file.</param>
    /// <exception cref="RuleSetException">The file is not what it should be.</exception>
    public static Vocabulary Parse(string name, ReadOnlySpan<byte> json)
    {
        VocabularyFile file;
        try
        {
            file = JsonSerializer.Deserialize<VocabularyFile>(json, RuleFile.Strict) ?? throw new JsonException("The file is null.");
        }
        catch (JsonException e)
        {
            throw new RuleSetException($"{name}: {e.Message}", e);
        }

        var words = file.Words.ToDictionary(w => w.Key, w => w.Value.ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
        var patterns = words.ToDictionary(w => w.Key, w => Alternatives(file.Words[w.Key].Select(Regex.Escape)), StringComparer.Ordinal);
        foreach (var (key, alternatives) in file.Patterns)
        {
            if (!patterns.TryAdd(key, Alternatives(alternatives.Select(a => Expand(a, patterns, name)))))
            {
                throw new RuleSetException($"{name}: '{key}' stands under 'words' and under 'patterns'.");
            }
        }

        return new Vocabulary(words, patterns);
    }

    /// <summary>The words of a list.</summary>
    /// <exception cref="RuleSetException">There is no such list.</exception>
    public FrozenSet<string> Words(string list) =>
        _words.TryGetValue(list, out var words) ? words : throw new RuleSetException($"The vocabulary has no list '{list}'.");

    /// <summary>Puts the entries of the vocabulary in the place of <c>{word}</c> in a pattern.</summary>
    /// <exception cref="RuleSetException">There is no such entry.</exception>
    public string Expand(string pattern, string where) => Expand(pattern, _patterns, where);

    private static string Expand(string pattern, IReadOnlyDictionary<string, string> entries, string where)
    {
        var expanded = new StringBuilder(pattern.Length);
        var i = 0;
        while (i < pattern.Length)
        {
            var open = pattern.IndexOf('{', i);
            var close = open < 0 ? -1 : pattern.IndexOf('}', open);
            if (close < 0 || open + 1 >= pattern.Length)
            {
                break;
            }

            var word = pattern[(open + 1)..close];
            expanded.Append(pattern, i, open - i);

            // {2,5} and \p{Lu} belong to the pattern itself.
            var isOwn = word.Length == 0 || char.IsAsciiDigit(word[0]) || (open > 0 && pattern[open - 1] is 'p' or 'P' && open > 1 && pattern[open - 2] == '\\');
            expanded.Append(isOwn ? pattern[open..(close + 1)]
                : entries.TryGetValue(word, out var entry) ? entry
                : throw new RuleSetException($"{where}: the vocabulary has no entry '{word}'."));
            i = close + 1;
        }

        return expanded.Append(pattern, i, pattern.Length - i).ToString();
    }

    private static string Alternatives(IEnumerable<string> alternatives) => "(?:" + string.Join('|', alternatives) + ")";

    private sealed record VocabularyFile(IReadOnlyDictionary<string, IReadOnlyList<string>> Words, IReadOnlyDictionary<string, IReadOnlyList<string>> Patterns);
}
