using Digest.Cli.Host;
using Xunit;

namespace Digest.Cli.Tests.Host;

public sealed class BlobPatternTests
{
    [Fact]
    public void A_single_token_takes_the_whole_path_below_the_container()
    {
        var match = BlobPattern.Parse("incoming/{name}").Match("incoming/2026/Über uns (1).txt");
        Assert.NotNull(match);
        Assert.Equal("2026/Über uns (1).txt", match.BlobName);
        Assert.Equal("2026/Über uns (1).txt", match.Tokens["name"]);
    }

    [Fact]
    public void Several_tokens_split_the_path()
    {
        var match = BlobPattern.Parse("c/{dir}/{name}.{ext}").Match("c/a/b.c.txt");
        Assert.NotNull(match);
        Assert.Equal(["a", "b.c", "txt"], match.Tokens.Values.Select(v => (string)v!));
    }

    [Theory]
    [InlineData("other/a.txt")]
    [InlineData("incoming")]
    [InlineData("incoming/")]
    public void Another_path_does_not_fit(string path) => Assert.Null(BlobPattern.Parse("incoming/{name}").Match(path));

    [Fact]
    public void A_pattern_without_a_container_is_refused() => Assert.Throws<FormatException>(() => BlobPattern.Parse("{name}"));
}
