using System.Collections.Frozen;

namespace Digest.Core.Insight;

/// <summary>A table of words that is asked with characters of the text, without making strings.</summary>
internal sealed class WordTable<T>(FrozenDictionary<string, T> rows)
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _lookup = rows.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool TryGet(ReadOnlySpan<char> word, out T value) => _lookup.TryGetValue(word, out value!);
}

/// <summary>
/// The word lists in <c>Words/</c>, embedded in the assembly. One entry a line; <c>#</c> begins a comment; the columns
/// of a table are parted by one tab. A list that is missing or empty is a mistake of the build and throws.
/// </summary>
internal static class WordList
{
    /// <summary>The rows of a table, by their first column, without regard to case; the other columns are read into the value.</summary>
    public static WordTable<T> Table<T>(string name, Func<string[], T> read) =>
        new(Lines(name).Select(line => line.Split('\t')).ToFrozenDictionary(row => row[0], row => read(row[1..]), StringComparer.OrdinalIgnoreCase));

    /// <summary>The entries of a list in the order of the file.</summary>
    public static IReadOnlyList<string> Lines(string name)
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
