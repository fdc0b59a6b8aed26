using System.Globalization;
using Digest.Core.Tests.Boilerplate;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Metadata;

/// <summary>
/// The heads of pages as they come when a page is selected and copied, one below another in a file: "==" with the kind of page, the authors and the day, then the
/// lines, marked T (title), D (standfirst) or X (anything else).
/// </summary>
public sealed class CopiedHeadTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, CopiedHead>> All = new(() => Read().ToDictionary(head => head.Kind, StringComparer.Ordinal));

    public static TheoryData<string, bool> Heads => [.. All.Value.Keys.SelectMany(kind => new[] { new TheoryDataRow<string, bool>(kind, true), new TheoryDataRow<string, bool>(kind, false) })];

    [Theory]
    [MemberData(nameof(Heads))]
    public void Title_standfirst_authors_and_day_are_found_among_the_lines(string kind, bool isSpaced)
    {
        var head = All.Value[kind];
        var essay = ExampleEssay.ReadText(string.Join(isSpaced ? "\n\n" : "\n", [.. head.Lines.Select(line => line[2..]), .. ExampleEssay.BodyText]));
        Assert.Equal(head.Marked('T'), essay.Title);
        Assert.Equal(head.Marked('D'), essay.Dek);
        Assert.Equal(head.Authors, string.Join("; ", essay.Byline?.Names ?? []));
        Assert.Equal(head.Day, essay.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        Assert.Equal(ExampleEssay.BodyText, essay.Body.Select(b => b.Text));
    }

    private static IEnumerable<CopiedHead> Read()
    {
        foreach (var part in File.ReadAllText(Repository.PathOf("tests", "Digest.Core.Tests", "Metadata", "heads.txt")).Split("== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = part.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var label = lines[0].Split('|', StringSplitOptions.TrimEntries);
            yield return new CopiedHead(label[0], label[1], label[2], lines[1..]);
        }
    }

    private sealed record CopiedHead(string Kind, string Authors, string Day, string[] Lines)
    {
        public string? Marked(char mark) => Array.Find(Lines, line => line[0] == mark)?[2..];
    }
}
