using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;

namespace Digest.Testing;

/// <summary>The seed essays as the pipeline reads them.</summary>
public static class Seeds
{
    /// <summary>All five, by file name, received one second after another.</summary>
    public static IReadOnlyList<EssayRecord> Read(DateTimeOffset received)
    {
        var reader = new EssayReader(RuleSet.Default);
        return [.. Directory.EnumerateFiles(Repository.PathOf("seeds"))
            .Order(StringComparer.Ordinal)
            .Select((file, i) =>
            {
                var at = received.AddSeconds(i);
                var raw = new RawEssay(Path.GetFileName(file), File.ReadAllBytes(file), "text/plain", at);
                return reader.Read(raw) is ReadResult.Ready { Essay: var essay }
                    ? SampleEssays.Record(raw.Name, essay, at) with { ContentHash = ContentHash.Of(essay) }
                    : throw new InvalidOperationException($"Seed {raw.Name} is not read as an essay.");
            })];
    }
}
