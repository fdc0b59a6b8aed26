using System.Globalization;
using Digest.Core.Decoding;
using Digest.Testing;

namespace Digest.Core.Tests.Cases;

/// <summary>An essay with what a person expects of it.</summary>
internal sealed record GoldenCase(string Name, RawEssay Essay, Expectation Expected, string? GoldenPath)
{
    private static readonly string CasesFolder = Repository.PathOf("tests", "cases");

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

    /// <summary>The numbers of the sets in tests/essays.</summary>
    public static IEnumerable<int> EssaySets() => Directory.EnumerateDirectories(EssaysFolder).Select(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)).Order();

    /// <summary>The essays of the sets from <paramref name="first"/> to <paramref name="last"/> in tests/essays.</summary>
    public static IEnumerable<GoldenCase> Essays(int first, int last)
    {
        foreach (var set in EssaySets().Where(set => set >= first && set <= last))
        {
            var folder = Path.Combine(EssaysFolder, set.ToString("00", CultureInfo.InvariantCulture));
            foreach (var (file, expected) in Expectation.ParseAll(File.ReadAllText(Path.Combine(folder, "expected.json"))))
            {
                yield return Lined($"{set:00}/{file}", Path.Combine(folder, file), expected);
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
