using Digest.Core.Issues;
using Xunit;

namespace Digest.Core.Tests.Issues;

public sealed class AmountTests
{
    [Theory]
    [InlineData(0, "essay", null, "0 essays")]
    [InlineData(1, "essay", null, "1 essay")]
    [InlineData(2, "essay", null, "2 essays")]
    [InlineData(12000, "subscriber", null, "12,000 subscribers")]
    [InlineData(1, "block stripped", "blocks stripped", "1 block stripped")]
    [InlineData(3, "block stripped", "blocks stripped", "3 blocks stripped")]
    public void One_is_one_and_the_others_are_many(int count, string one, string? many, string words) =>
        Assert.Equal(words, Amount.Of(count, one, many));
}
