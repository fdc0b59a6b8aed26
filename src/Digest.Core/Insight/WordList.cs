using System.Collections.Frozen;

namespace Digest.Core.Insight;

/// <summary>
/// The word lists beside this file, embedded in the assembly. One entry a line; <c>#</c> begins a comment; entries of
/// a table have columns parted by tabs. A list that is missing or empty is an error of the build and throws.
/// </summary>
internal static class WordList
{
    /// <summary>The entries of a list, matched without regard to case.</summary>
    public static FrozenSet<string> Words(string name) => Lines(name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The entries of a list, matched exactly as they are written.</summary>
    public static FrozenSet<string> ExactWords(string name) => Lines(name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The rows of a table, by their first column, without regard to case.</summary>
    public static FrozenDictionary<string, string[]> Table(string name) =>
        Lines(name).Select(line => line.Split('\t')).ToFrozenDictionary(row => row[0], row => row[1..], StringComparer.OrdinalIgnoreCase);

    private static List<string> Lines(string name)
    {
        var resource = $"Digest.Core.Insight.Words.{name}.txt";
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The word list {resource} is not embedded.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            var entry = (comment >= 0 ? line[..comment] : line).Trim();
            if (entry.Length > 0)
            {
                lines.Add(entry);
            }
        }

        return lines.Count > 0 ? lines : throw new InvalidOperationException($"The word list {resource} is empty.");
    }
}
