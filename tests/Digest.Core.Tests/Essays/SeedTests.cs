using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Essays;

public sealed class SeedTests
{
    public static TheoryData<string> Seeds() => [.. Directory.EnumerateFiles(Repository.PathOf("seeds")).Select(f => Path.GetFileName(f)).Order()];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_seed_becomes_an_essay_whose_blocks_are_all_kept_or_in_the_ledger(string name)
    {
        var bytes = File.ReadAllBytes(Repository.PathOf("seeds", name));
        var reading = new EssayReader(RuleSet.Default).Explain(new RawEssay(name, bytes, null, DateTimeOffset.UnixEpoch));
        var essay = Assert.IsType<ReadResult.Ready>(reading.Result).Essay;
        Assert.Equal(
            reading.Blocks.Select(b => b.Block.Ordinal),
            essay.Body.Select(b => b.Ordinal).Concat(essay.Stripped.Select(s => s.Block.Ordinal)).Order());
        Assert.NotEmpty(essay.Summary);
    }
}
