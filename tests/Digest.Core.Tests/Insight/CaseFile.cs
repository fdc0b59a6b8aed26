using Digest.Core.Blocks;
using Digest.Core.Insight;
using Digest.Testing;

namespace Digest.Core.Tests.Insight;

/// <summary>Reads the annotated passages in <c>Cases/</c>: a passage, "||", and what must be read from it, parted by ";".</summary>
internal static class CaseFile
{
    public static IEnumerable<(string Passage, string[] Expected)> Read(string name) =>
        File.ReadLines(Repository.PathOf("tests", "Digest.Core.Tests", "Insight", "Cases", name + ".txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split("||"))
            .Select(parts => (parts[0].Trim(), Parts(parts[1])));

    /// <summary>What must be read from a passage, parted by ";".</summary>
    public static string[] Parts(string expected) => expected.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A person as the tables tell him: "Ada Mensah (mayor of Hull)".</summary>
    public static string Tell(Person person) => person.Role is null ? person.Name : $"{person.Name} ({person.Role})";

    public static Insights Insights(string passage, string title = "") => InsightReader.Read(Request(title, passage));

    public static InsightRequest Request(string title, params string[] paragraphs) => new()
    {
        Title = title,
        Language = "en",
        Body = [.. paragraphs.Select((text, i) => new Block { Ordinal = i, Kind = BlockKind.Paragraph, Text = text, Origin = $"line {i + 1}" })],
    };
}
