using Digest.Core.Judging;
using static Digest.Core.Judging.Reasons;

namespace Digest.Core.Boilerplate.Lines;

/// <summary>What the numbers of a line (<see cref="LineFeatures"/>) say to an editor when they speak against it.</summary>
internal static class LineReasons
{
    private const int ShortLine = 8;

    private static readonly float LogShortLine = MathF.Log2(1 + ShortLine);

    /// <summary>A phrase for each number.</summary>
    public static IReadOnlyDictionary<string, Func<float, string?>> Phrases { get; } = new Dictionary<string, Func<float, string?>>(WordReasons.All.Concat(OfNeighbours()), StringComparer.Ordinal)
    {
        ["begins in lower case"] = From(1, "no capital at its beginning"),
        ["ends with a colon"] = From(1, "a colon at its end"),
        ["asks"] = From(1, "a question"),
        ["list item"] = From(1, "an item of a list"),
        ["heading"] = From(1, "a heading"),
        ["link"] = From(1, "a link"),
        ["running text"] = No("no paragraph"),
        ["words shared with the text"] = Below(0.5f, "little in common with the text"),
        ["copies"] = From(1, "stands in the file more than once"),
        ["lines before"] = Below(ShortLine, "among the first lines of the file"),
        ["lines after"] = Below(ShortLine, "among the last lines of the file"),
        ["text before"] = No("above the text"),
        ["text after"] = No("below the text"),
        ["share of text before"] = v => v <= 0 ? "above the text" : v >= 1 ? "below the text" : null,
        ["lines since text"] = From(2, "not right below a paragraph"),
        ["lines until text"] = From(2, "not right above a paragraph"),
        ["lines of the run"] = From(3, "one of several lines in a row that are no paragraphs"),
        ["words a line of the run"] = Below(ShortLine, "among short lines"),
        ["stripped in the run"] = From(float.Epsilon, "among lines that a rule stripped"),
        ["a rule knows it"] = From(1, "worded as a rule knows such lines"),
        ["wording"] = WordedAsAPage("worded like the lines around an article"),
        ["wording a term"] = WordedAsAPage("worded like the lines around an article"),
        ["wording above"] = WordedAsAPage("lines above it that are worded like those around an article"),
        ["wording below"] = WordedAsAPage("lines below it that are worded like those around an article"),
        ["share of running text"] = Below(0.9f, "many other lines of the file are no paragraphs"),
    };

    /// <summary>Tells what spoke against a line.</summary>
    public static Reasons Of { get; } = new(LineFeatures.Names, Phrases);

    private static IEnumerable<KeyValuePair<string, Func<float, string?>>> OfNeighbours()
    {
        for (var away = 1; away <= LineNeighbours.Sight; away++)
        {
            foreach (var (side, place) in ((string, string)[])[("before", "above it"), ("after", "below it")])
            {
                yield return new($"words {away} {side}", Below(LogShortLine, $"short lines {place}"));
                yield return new($"stop-word share {away} {side}", Below(0.25f, $"names or labels {place}"));
                yield return new($"ends as a sentence {away} {side}", No($"no sentence {place}"));
                yield return new($"running text {away} {side}", No($"no paragraph {place}"));
                yield return new($"stripped {away} {side}", From(1, $"lines that a rule stripped {place}"));
                yield return new($"wording {away} {side}", WordedAsAPage($"lines {place} that are worded like those around an article"));
            }
        }
    }

    private static Func<float, string?> WordedAsAPage(string phrase) => logOdds => logOdds < 0 ? phrase : null;
}
