using System.Buffers;
using System.Text;

namespace Digest.Core.Insight.Summary;

/// <summary>Phrases by which an author says what the essay is about.</summary>
internal static class CuePhrases
{
    /// <summary>More phrases than this tell nothing more.</summary>
    private const int Most = 3;

    /// <summary>The phrases of ASCII are searched for together, with vector instructions; one beyond ASCII would forbid that to all.</summary>
    private static readonly string[] Plain = [.. WordList.Lines("cue-phrases").Where(phrase => Ascii.IsValid(phrase))];
    private static readonly string[] Others = [.. WordList.Lines("cue-phrases").Where(phrase => !Ascii.IsValid(phrase))];
    private static readonly SearchValues<string> AnyPlain = SearchValues.Create(Plain, StringComparison.Ordinal);

    /// <summary>Share of <see cref="Most"/> that a sentence in lower case holds, from 0 to 1.</summary>
    public static double ShareIn(ReadOnlySpan<char> lower)
    {
        var count = 0;
        foreach (var phrase in Others)
        {
            count += lower.Contains(phrase, StringComparison.Ordinal) ? 1 : 0;
        }

        Span<bool> found = stackalloc bool[Plain.Length];
        for (var next = lower.IndexOfAny(AnyPlain); next >= 0 && count < Most; next = lower.IndexOfAny(AnyPlain))
        {
            lower = lower[next..];
            for (var i = 0; i < Plain.Length; i++)
            {
                if (lower.StartsWith(Plain[i]) && !found[i])
                {
                    found[i] = true;
                    count++;
                }
            }

            lower = lower[1..];
        }

        return Math.Min(Most, count) / (double)Most;
    }
}
