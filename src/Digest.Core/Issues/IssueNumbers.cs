using System.Globalization;
using Digest.Core.Essays;
using Digest.Core.Insight;

namespace Digest.Core.Issues;

/// <summary>By the numbers: the figures of an issue worth showing large.</summary>
public static class IssueNumbers
{
    // A figure by the way (importance 1) explains nothing when it stands alone.
    private const int LeastImportance = 2;
    private const int MaxExcerpt = 220;

    /// <summary>Decimals that are read at a glance before "million"; a number with more is shown in full.</summary>
    private const int MostDecimals = 3;

    /// <summary>
    /// Takes the best figure of each essay, the strongest first, then each one's second best, and so on; one of a sentence, since the
    /// sentence is shown. Figures of one importance are weighed by what they say on their own; what a sentence only asks is left out.
    /// </summary>
    /// <param name="essays">Essays in the order of the issue.</param>
    /// <param name="most">Most lines.</param>
    public static IReadOnlyList<IssueNumber> Choose(IReadOnlyList<EssayRecord> essays, int most)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. essays
            .SelectMany((essay, place) => Ranked(essay.Essay).Select((c, rank) => (essay.Id, c.Figure, c.Weight, Place: place, Rank: rank)))
            .OrderBy(c => c.Rank)
            .ThenByDescending(c => c.Figure.Importance)
            .ThenByDescending(c => c.Weight)
            .ThenBy(c => c.Place)
            .Where(c => seen.Add(c.Figure.Sentence))
            .Take(most)
            .Select(c => new IssueNumber(c.Id, Show(c.Figure), Label(c.Figure), Excerpt(c.Figure)))];
    }

    /// <summary>The figures of an essay that may be shown, the best first, one of a sentence.</summary>
    private static IEnumerable<(KeyFigure Figure, double Weight)> Ranked(Essay essay)
    {
        var weight = new NumberWeight(essay);
        return essay.KeyFigures
            .Where(f => f.Importance >= LeastImportance && NumberWeight.IsStated(f))
            .Select(f => (Figure: f, Weight: weight.Of(f)))
            .OrderByDescending(c => c.Figure.Importance)
            .ThenByDescending(c => c.Weight)
            .ThenBy(c => c.Figure.Source.Block)
            .ThenBy(c => c.Figure.Source.Start)
            .DistinctBy(c => c.Figure.Sentence);
    }

    /// <summary>The figure as it is shown large, qualifier and all: <c>at least 8,000</c>, <c>nearly 80%</c>, <c>3.7 billion</c>, <c>one in five</c>.</summary>
    public static string Show(KeyFigure figure)
    {
        var value = figure.Words is { } words ? char.ToLowerInvariant(words[0]) + words[1..] : InDigits(figure);
        var isTold = figure.Words?.Contains("cent", StringComparison.OrdinalIgnoreCase) == true;
        var shown = value + (IsPercent(figure.Unit) && !isTold ? "%" : string.Empty);
        // "10,000 more", "40 or so": the qualifier belongs behind the number.
        return figure.Qualifier switch
        {
            null or "" => shown,
            "more" or "less" or "fewer" or "or so" or "or more" or "or less" or "or fewer" => $"{shown} {figure.Qualifier}",
            "odd" or "plus" => $"{shown}-{figure.Qualifier}",
            var qualifier => $"{qualifier} {shown}",
        };
    }

    /// <summary>What is counted, without the words that <see cref="Show"/> shows already.</summary>
    public static string Label(KeyFigure figure)
    {
        var unit = Counted(figure);
        return figure.Qualifier is { Length: > 0 } qualifier && unit.StartsWith(qualifier + " ", StringComparison.Ordinal) ? unit[(qualifier.Length + 1)..]
            : unit;
    }

    /// <summary>The sentence, or the part of a long one that holds the figure, cut at words.</summary>
    public static string Excerpt(KeyFigure figure)
    {
        var sentence = figure.Sentence;
        if (sentence.Length <= MaxExcerpt)
        {
            return sentence;
        }

        var at = Math.Max(0, sentence.IndexOf(figure.Text, StringComparison.Ordinal));
        var start = Math.Max(0, Math.Min(at - (MaxExcerpt / 4), sentence.Length - MaxExcerpt));
        start = start == 0 ? 0 : WordFrom(sentence, start, at);
        var rest = sentence[start..];
        var shown = rest.Length <= MaxExcerpt ? rest : IssueWording.Cut(rest, MaxExcerpt + 2);
        return start == 0 ? shown : "…" + shown;
    }

    /// <summary>Where the next word begins, but not behind the figure; scripts without spaces are cut between characters.</summary>
    private static int WordFrom(string sentence, int start, int figure)
    {
        var space = sentence.IndexOf(' ', start);
        return space >= 0 && space < figure ? space + 1 : char.IsLowSurrogate(sentence[start]) ? start + 1 : start;
    }

    private static string Counted(KeyFigure figure)
    {
        var unit = figure.Unit.Trim();
        unit = IsPercent(unit) ? unit["percent".Length..].TrimStart() : unit;
        var at = figure.Words is { } words ? figure.Text.IndexOf(words, StringComparison.Ordinal) + words.Length : 0;
        if (figure.Words is null || at < figure.Words.Length || IsPercent(figure.Unit))
        {
            return figure.Words is null || !figure.Words.Contains(unit, StringComparison.Ordinal) ? unit : string.Empty;
        }

        // "of its boats" rather than "boats"; what "half of them" counts is told by the unit alone. Of a bare "half" the sentence says of what:
        // of 60 such nouns looked up elsewhere in their sentences 13 were wrong.
        var rest = figure.Text[at..].TrimStart();
        return rest.Length == 0 || figure.Words.Contains(unit, StringComparison.Ordinal) ? string.Empty
            : rest.EndsWith(LastWord(unit), StringComparison.Ordinal) ? rest
            : unit;
    }

    private static string LastWord(string unit) => unit[(unit.LastIndexOf(' ') + 1)..];

    private static string InDigits(KeyFigure figure) =>
        figure.High is { } high ? $"{Format(figure.Value)}{(figure.Qualifier == "between" ? " and " : "–")}{Format(high)}" : Format(figure.Value);

    private static bool IsPercent(string unit) =>
        unit.StartsWith("percent", StringComparison.Ordinal) && (unit.Length == 7 || unit[7] == ' ');

    /// <summary>Every digit, since rounding is the essay's business; a scale word where it spares some.</summary>
    private static string Format(double value)
    {
        var (scale, name) = Math.Abs(value) switch
        {
            >= 1e12 => (1e12, " trillion"),
            >= 1e9 => (1e9, " billion"),
            >= 1e6 => (1e6, " million"),
            _ => (1d, string.Empty),
        };
        var scaled = (value / scale).ToString("#,0.#########", CultureInfo.InvariantCulture);
        return scale > 1 && scaled.Length - scaled.IndexOf('.', StringComparison.Ordinal) > MostDecimals + 1 && scaled.Contains('.', StringComparison.Ordinal)
            ? value.ToString("#,0.##", CultureInfo.InvariantCulture)
            : scaled + name;
    }
}
