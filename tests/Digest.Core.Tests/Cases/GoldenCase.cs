using Digest.Core.Decoding;
using Digest.Testing;

namespace Digest.Core.Tests.Cases;

/// <summary>An essay with what a person expects of it.</summary>
internal sealed record GoldenCase(string Name, RawEssay Essay, Expectation Expected, string? GoldenPath)
{
    private static readonly string CasesFolder = Repository.PathOf("tests", "cases");
    private const string FirstAsWritten = "15";
    private const string FirstLater = "21";
    private const string FirstNewest = "25";
    private const string FirstLatest = "30";

    private static readonly string EssaysFolder = Repository.PathOf("tests", "essays");

    /// <summary>The names of the folders in tests/cases.</summary>
    public static IReadOnlyList<string> Names() => [.. Directory.EnumerateDirectories(CasesFolder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    public static GoldenCase Load(string name)
    {
        var folder = Path.Combine(CasesFolder, name);
        var file = Directory.EnumerateFiles(folder, "essay.*").Single();
        return new GoldenCase(name, Read(file), Expectation.Parse(File.ReadAllText(Path.Combine(folder, "case.json"))), Path.Combine(folder, "expected.json"));
    }

    public static IEnumerable<GoldenCase> Seeds()
    {
        var expected = Expectation.ParseAll(File.ReadAllText(Repository.PathOf("tests", "seeds-expected.json")));
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("seeds")).Order(StringComparer.Ordinal))
        {
            yield return Lined(Path.GetFileName(file), file, expected[Path.GetFileName(file)]);
        }
    }

    /// <summary>The first sets of tests/essays, whose expectations were read again with the project's conventions in hand.</summary>
    public static IEnumerable<GoldenCase> Essays() => EssaysIn(folder => string.CompareOrdinal(folder, FirstAsWritten) < 0);

    /// <summary>More sets, with what their writers expect: which counts and times of a text are worth listing they decided by themselves.</summary>
    public static IEnumerable<GoldenCase> EssaysAsWritten() => EssaysIn(folder => string.CompareOrdinal(folder, FirstAsWritten) >= 0 && string.CompareOrdinal(folder, FirstLater) < 0);

    /// <summary>Later sets, likewise: with floors of their own, because new essays never meet those that older ones have reached.</summary>
    public static IEnumerable<GoldenCase> LaterEssays() => EssaysIn(folder => string.CompareOrdinal(folder, FirstLater) >= 0 && string.CompareOrdinal(folder, FirstNewest) < 0);

    /// <summary>The newest sets, likewise.</summary>
    public static IEnumerable<GoldenCase> NewestEssays() => EssaysIn(folder => string.CompareOrdinal(folder, FirstNewest) >= 0 && string.CompareOrdinal(folder, FirstLatest) < 0);

    /// <summary>The sets that came last, likewise.</summary>
    public static IEnumerable<GoldenCase> LatestEssays() => EssaysIn(folder => string.CompareOrdinal(folder, FirstLatest) >= 0);

    private static IEnumerable<GoldenCase> EssaysIn(Func<string, bool> isWanted)
    {
        foreach (var folder in Directory.EnumerateDirectories(EssaysFolder).Where(f => isWanted(Path.GetFileName(f))).Order(StringComparer.Ordinal))
        {
            foreach (var (file, expected) in Expectation.ParseAll(File.ReadAllText(Path.Combine(folder, "expected.json"))))
            {
                yield return Lined($"{Path.GetFileName(folder)}/{file}", Path.Combine(folder, file), expected);
            }
        }
    }

    public static IEnumerable<GoldenCase> All() => Seeds().Concat(Names().Select(Load));

    /// <summary>An essay whose expectation names lines by their numbers.</summary>
    private static GoldenCase Lined(string name, string file, Expectation expected)
    {
        var lines = File.ReadAllLines(file);
        var stripped = expected.StrippedLines.Select(n => lines[n - 1].Trim()).ToList();
        var either = expected.EitherLines.Concat(expected.StrippedLines).ToHashSet();
        var body = lines.Where((text, i) => !either.Contains(i + 1) && text.Trim().Length > 0).Select(t => t.Trim()).ToList();
        return new GoldenCase(name, Read(file), expected with { Stripped = stripped, Body = body }, GoldenPath: null);
    }

    // The time of receipt is no part of what is read.
    private static RawEssay Read(string file) => new(Path.GetFileName(file), File.ReadAllBytes(file), ContentType: null, DateTimeOffset.UnixEpoch);
}
