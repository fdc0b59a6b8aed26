using Digest.Core.Boilerplate;
using Digest.Core.Essays;
using Markdig;

namespace Digest.Core.Tests.Cases;

/// <summary>
/// How near the readings of essays that were dropped with the page, mail or letter around them (tests/essays) come to what a
/// person expects: lines and names count when a reader takes them as equal, whatever their quotation marks and spaces. A line
/// that the essay says, too (a pull quote, an entry of a list of contents), does not count as left.
/// </summary>
internal sealed class PastedEssayScores : Scoreboard
{
    /// <summary>Words from which a line is looked for inside a block: lines are broken where the file breaks them.</summary>
    private const int LongLine = 8;

    private const double LeastOfAffiliation = 0.7;

    /// <summary>A third is expected as 33, 33.3 or 33.33.</summary>
    private const double MostApart = 0.011;

    public override void Add(GoldenCase golden, EssayReading reading)
    {
        var expected = golden.Expected;
        if (reading.Result is not ReadResult.Ready { Essay: var essay })
        {
            throw new InvalidOperationException($"{golden.Name} was not read.");
        }

        Count("title", IsSame(essay.Title, expected.Title), golden, "title", essay.Title);
        Count("dek", IsSame(essay.Dek, expected.Dek), golden, "dek", essay.Dek);
        var authors = essay.Byline?.Names ?? [];
        Count("byline", authors.Select(PlainForm.Key).SequenceEqual((expected.Byline ?? []).Select(PlainForm.Key)), golden, "byline", string.Join(" | ", authors));
        if (expected.Affiliations.Count > 0)
        {
            Count("affiliation", ShareOfWords(expected.Affiliations, essay.Byline?.Affiliation) >= LeastOfAffiliation, golden, "affiliation", essay.Byline?.Affiliation);
        }

        AddLines(golden, essay);
        AddFigures(golden, essay);
        AddPeople(golden, essay, authors);
    }

    private void AddLines(GoldenCase golden, Essay essay)
    {
        var blocks = essay.Body.Select(b => PlainForm.Key(b.Text)).ToHashSet(StringComparer.Ordinal);
        var body = " " + string.Join(' ', essay.Body.Select(b => PlainForm.Key(b.Text))) + " ";
        var expected = golden.Expected.Body!.Select(line => LineKey(golden, line)).ToList();
        var own = $" {string.Join(' ', expected)} ";
        foreach (var line in golden.Expected.Stripped)
        {
            var key = LineKey(golden, line);
            var isLong = PlainForm.CountWords(key) >= LongLine;
            if (key.Length > 0 && !expected.Contains(key) && !(isLong && own.Contains(key, StringComparison.Ordinal)))
            {
                Count("lines stripped", !blocks.Contains(key) && !(isLong && body.Contains(key, StringComparison.Ordinal)), golden, "left in the body", line);
            }
        }

        foreach (var (line, key) in golden.Expected.Body!.Zip(expected))
        {
            Count("body kept", body.Contains(key, StringComparison.Ordinal), golden, "lost", line);
        }
    }

    private void AddFigures(GoldenCase golden, Essay essay)
    {
        var open = golden.Expected.Figures!.ToList();
        foreach (var figure in essay.KeyFigures)
        {
            var at = open.FindIndex(value => IsSameValue(figure.Value, value));
            var isExpected = at >= 0 || golden.Expected.OptionalFigures.Any(value => IsSameValue(figure.Value, value));
            Count("figures, precision", isExpected, golden, "figure", $"{figure.Text}: {figure.Sentence}");
            if (at >= 0)
            {
                open.RemoveAt(at);
            }
        }

        var listed = essay.KeyFigures.Select(f => f.Value).ToList();
        foreach (var value in golden.Expected.Figures!)
        {
            var at = listed.FindIndex(own => IsSameValue(own, value));
            Count("figures, recall", at >= 0, golden, "missing figure", FormattableString.Invariant($"{value}"));
            if (at >= 0)
            {
                listed.RemoveAt(at);
            }
        }
    }

    private void AddPeople(GoldenCase golden, Essay essay, IReadOnlyList<string> authors)
    {
        var listed = essay.People.Select(p => p.Name).Where(n => !authors.Any(a => IsSamePerson(a, n))).ToList();
        foreach (var name in listed)
        {
            Count("people, precision", golden.Expected.People.Concat(golden.Expected.OptionalPeople).Any(p => IsSamePerson(p, name)), golden, "person", name);
        }

        foreach (var name in golden.Expected.People)
        {
            Count("people, recall", listed.Exists(p => IsSamePerson(p, name)), golden, "missing person", name);
        }
    }

    private static bool IsSame(string? actual, string? expected) => PlainForm.Key(actual ?? "") == PlainForm.Key(expected ?? "");

    /// <summary>"Half" may be expected as 0.5 or as 50 per cent.</summary>
    private static bool IsSameValue(double actual, double expected) =>
        Math.Abs(actual - expected) <= MostApart * Math.Abs(expected) || (actual < 1 && Math.Abs((100 * actual) - expected) <= MostApart * Math.Abs(expected));

    /// <summary>All words of the shorter name stand in the longer one, and they end alike.</summary>
    private static bool IsSamePerson(string one, string other)
    {
        var (a, b) = (PlainForm.Key(one).Split(' '), PlainForm.Key(other).Split(' '));
        return a[^1] == b[^1] && (a.Length <= b.Length ? !a.Except(b, StringComparer.Ordinal).Any() : !b.Except(a, StringComparer.Ordinal).Any());
    }

    private static double ShareOfWords(IReadOnlyList<string> expected, string? actual)
    {
        var words = expected.SelectMany(e => PlainForm.Key(e).Split(' ')).ToHashSet(StringComparer.Ordinal);
        return (double)words.Intersect(PlainForm.Key(actual ?? "").Split(' '), StringComparer.Ordinal).Count() / words.Count;
    }

    /// <summary>The line as a reader sees it; of Markdown without its marks.</summary>
    private static string LineKey(GoldenCase golden, string line) =>
        PlainForm.Key(golden.Essay.Name.EndsWith(".md", StringComparison.Ordinal) ? Markdown.ToPlainText(line) : line);
}
