using System.Collections.Frozen;

namespace Digest.Core.Issues.Differences;

/// <summary>The tables in <c>Words/</c>: which words mean the same actor, thing, happening or event.</summary>
internal static class LikeWords
{
    private static readonly FrozenDictionary<string, string> ActorNames = Lines("actors")
        .Select(line => line.Split('|'))
        .SelectMany(names => names.Select(name => (name, names[0])))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Item2, StringComparer.Ordinal);

    private static readonly int LongestActor = ActorNames.Keys.Max(name => name.Split(' ').Length);

    private static readonly ILookup<string, (string Name, string[] Words)> Kinds = Lines("kinds")
        .Select(line => line.Split('\t'))
        .ToLookup(row => row[0], row => (row[1], row[2].Split(' ')), StringComparer.Ordinal);

    /// <summary>Whether a text is the name of an actor and nothing else: "North Koreans".</summary>
    public static bool IsActor(string text) => ActorNames.ContainsKey(text);

    /// <summary>The actors a text names, in the order of the text; a longer name is never read as a shorter one within it.</summary>
    public static IReadOnlyList<string> Actors(string text)
    {
        var words = Words(text);
        var actors = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            for (var length = Math.Min(LongestActor, words.Count - i); length > 0; length--)
            {
                if (ActorNames.TryGetValue(string.Join(' ', words.GetRange(i, length)), out var actor))
                {
                    actors.Add(actor);
                    i += length - 1;
                    break;
                }
            }
        }

        return [.. actors.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The names of a kind whose words stand in a text.</summary>
    /// <param name="kind"><c>thing</c>, <c>happening</c> or <c>event</c>.</param>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<string> Find(string kind, string text)
    {
        var words = Words(text).ConvertAll(w => w.ToLowerInvariant());
        return [.. Kinds[kind].Where(k => k.Words.Any(pattern => words.Exists(w => Matches(w, pattern)))).Select(k => k.Name)];
    }

    private static bool Matches(string word, string pattern) =>
        pattern[^1] == '*' ? word.StartsWith(pattern[..^1], StringComparison.Ordinal) : word == pattern;

    // "Russia’s", "Russian-North" and "(UN)" are the words Russia, Russian, North and UN; "U.S." keeps its dots.
    private static List<string> Words(string text) =>
        [.. text.Replace('’', '\'').Split([' ', '\t', '\n', '\u00A0', '-', '–', '—', '/', ',', ';', ':', '(', ')', '"', '“', '”', '?', '!'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.EndsWith("'s", StringComparison.Ordinal) ? w[..^2] : w.Trim('\'', '‘'))
            .Select(w => w.Length > 1 && w[^1] == '.' && !w[..^1].Contains('.', StringComparison.Ordinal) ? w[..^1] : w)
            .Where(w => w.Length > 0)];

    private static List<string> Lines(string name)
    {
        var resource = $"Digest.Core.Issues.Differences.Words.{name}.txt";
        using var stream = typeof(LikeWords).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The table {resource} is not embedded.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0 && l[0] != '#')];
    }
}
