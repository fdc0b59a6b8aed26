using System.Collections.Frozen;

namespace Digest.Core.Judging;

/// <summary>What the words of a short block speak of, as counts by theme: the furniture of pages has a small vocabulary.</summary>
internal static class WordHints
{
    /// <summary>Number of themes.</summary>
    public static int Themes { get; }

    /// <summary>Names of the themes, in the order of the counts.</summary>
    public static IReadOnlyList<string> Names { get; }

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ThemeOf;
    private static readonly WordShapes Shapes = new();

    static WordHints()
    {
        using var stream = typeof(WordHints).Assembly.GetManifestResourceStream("Digest.Core.Judging.furniture-words.txt")!;
        using var reader = new StreamReader(stream);
        var names = new List<string>();
        var themes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var word in parts.Skip(1))
            {
                themes.TryAdd(word, names.Count);
                Shapes.Add(word);
            }

            names.Add(parts[0]);
        }

        Names = names;
        Themes = names.Count;
        ThemeOf = themes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Adds the words of <paramref name="text"/> to the counts of their themes.</summary>
    public static void Count(ReadOnlySpan<char> text, Span<float> counts)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetter(text[i]) || text[i] is '©'))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                if (Shapes.MayHold(text[start..i]) && ThemeOf.TryGetValue(text[start..i], out var theme))
                {
                    counts[theme]++;
                }

                start = -1;
            }
        }
    }
}
