using System.Globalization;
using static Digest.Core.Judging.Reasons;

namespace Digest.Core.Judging;

/// <summary>What the words of a block or a line speak against it (<see cref="TextMeasure"/>, <see cref="WordHints"/>).</summary>
internal static class WordReasons
{
    private const int LongestLine = 20;

    /// <summary>A phrase for each number.</summary>
    public static IReadOnlyDictionary<string, Func<float, string?>> All { get; } = new Dictionary<string, Func<float, string?>>(StringComparer.Ordinal)
    {
        ["words"] = OfWords,
        ["letters a word"] = From(8, "long words, as names and labels have them"),
        ["stop-word share"] = Below(0.25f, "hardly any of the small words that sentences need"),
        ["sentences"] = No("no sentence"),
        ["ends as a sentence"] = No("no full stop at its end"),
        ["commas a word"] = From(0.2f, "many commas"),
        ["capitalised share"] = From(0.6f, "most words with a capital"),
        ["uppercase share"] = From(0.4f, "written in capitals"),
        ["digit share"] = From(0.1f, "many figures"),
        ["dividers"] = From(1, "parts divided by bars or dots"),
        ["words about legal"] = From(float.Epsilon, "words of legal notices"),
        ["words about subscribe"] = From(float.Epsilon, "words of calls to subscribe"),
        ["words about share"] = From(float.Epsilon, "words of buttons to share"),
        ["words about related"] = From(float.Epsilon, "words that point to other pieces"),
        ["words about read"] = From(float.Epsilon, "words of links such as \u201CRead more\u201D"),
        ["words about comment"] = From(float.Epsilon, "words about comments"),
        ["words about date"] = From(float.Epsilon, "words of datelines"),
        ["words about author"] = From(float.Epsilon, "words of lines on authors"),
        ["words about credit"] = From(float.Epsilon, "words of picture credits"),
        ["words about advert"] = From(float.Epsilon, "words of advertisements"),
        ["words about action"] = From(float.Epsilon, "words of buttons and offers"),
        ["words about site"] = From(float.Epsilon, "words of menus"),
        ["words about audio"] = From(float.Epsilon, "words of recordings"),
        ["words about sources"] = From(float.Epsilon, "words of lists of sources"),
    };

    private static string? OfWords(float value) => (int)MathF.Round(MathF.Pow(2, value) - 1) switch
    {
        <= 0 => "no word",
        1 => "a single word",
        <= LongestLine and var words => string.Create(CultureInfo.InvariantCulture, $"only {words} words"),
        _ => null,
    };
}
