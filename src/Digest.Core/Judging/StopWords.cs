using System.Collections.Frozen;

namespace Digest.Core.Judging;

/// <summary>The commonest words of languages: running text is full of them, menus and cards are not.</summary>
internal static class StopWords
{
    /// <summary>Longest stop word that is looked up.</summary>
    private const int MaxLength = 8;

    /// <summary>Language codes in the order of the bits of <see cref="LanguagesOf"/>.</summary>
    public static IReadOnlyList<string> Languages { get; }

    private static readonly FrozenDictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> Words;
    private static readonly WordShapes Shapes = new();

    static StopWords()
    {
        using var stream = typeof(StopWords).Assembly.GetManifestResourceStream("Digest.Core.Judging.stop-words.txt")!;
        using var reader = new StreamReader(stream);
        var languages = new List<string>();
        var words = new Dictionary<string, uint>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in parts.Skip(1))
            {
                words[word] = words.GetValueOrDefault(word) | (1u << languages.Count);
                Shapes.Add(word);
            }

            languages.Add(parts[0]);
        }

        Languages = languages;
        Words = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The languages, as bits, in which <paramref name="word"/> is a stop word.</summary>
    public static uint LanguagesOf(ReadOnlySpan<char> word) =>
        word.Length <= MaxLength && Shapes.MayHold(word) && Words.TryGetValue(word, out var languages) ? languages : 0;
}
