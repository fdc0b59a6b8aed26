using System.Buffers;

namespace Digest.Core.Insight.Summary;

/// <summary>Phrases by which an author says what the essay is about.</summary>
internal static class CuePhrases
{
    /// <summary>More phrases than this tell nothing more.</summary>
    private const int Most = 3;

    private static readonly string[] All = [.. WordList.Lines("cue-phrases")];
    private static readonly SearchValues<string> Any = SearchValues.Create(All, StringComparison.Ordinal);

    /// <summary>Share of <see cref="Most"/> that a sentence in lower case holds, from 0 to 1.</summary>
    public static double ShareIn(ReadOnlySpan<char> lower)
    {
        // Most sentences hold none, which one search tells.
        var first = lower.IndexOfAny(Any);
        if (first < 0)
        {
            return 0;
        }

        var rest = lower[first..];
        var found = 0;
        for (var i = 0; i < All.Length && found < Most; i++)
        {
            found += rest.Contains(All[i], StringComparison.Ordinal) ? 1 : 0;
        }

        return found / (double)Most;
    }
}
