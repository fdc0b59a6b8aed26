using Digest.Core.Decoding;
using Digest.Testing;

namespace Digest.Core.Tests.Cases;

/// <summary>An essay with what a person expects of it.</summary>
internal sealed record GoldenCase(string Name, RawEssay Essay, Expectation Expected, string? GoldenPath)
{
    private static readonly string CasesFolder = Repository.PathOf("tests", "cases");

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
            var lines = File.ReadAllLines(file);
            var own = expected[Path.GetFileName(file)];
            var stripped = own.StrippedLines.Select(n => lines[n - 1].Trim()).ToList();
            var either = own.EitherLines.Concat(own.StrippedLines).ToHashSet();
            var body = lines.Where((text, i) => !either.Contains(i + 1) && text.Trim().Length > 0).Select(t => t.Trim()).ToList();
            yield return new GoldenCase(Path.GetFileName(file), Read(file), own with { Stripped = stripped, Body = body }, GoldenPath: null);
        }
    }

    public static IEnumerable<GoldenCase> All() => Seeds().Concat(Names().Select(Load));

    // The time of receipt is no part of what is read.
    private static RawEssay Read(string file) => new(Path.GetFileName(file), File.ReadAllBytes(file), ContentType: null, DateTimeOffset.UnixEpoch);
}
