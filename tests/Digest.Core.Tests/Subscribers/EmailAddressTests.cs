using Digest.Core.Subscribers;
using Xunit;

namespace Digest.Core.Tests.Subscribers;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("Ada@Example.ORG", "ada@example.org")]
    [InlineData("  ada@example.org\t", "ada@example.org")]
    [InlineData("ada+digest@example.org", "ada+digest@example.org")]
    [InlineData("o'neil.x@example.co.uk", "o'neil.x@example.co.uk")]
    [InlineData("ada@bücher.example", "ada@xn--bcher-kva.example")]
    [InlineData("ada@XN--BCHER-KVA.example", "ada@xn--bcher-kva.example")]
    [InlineData("JÜRGEN@example.org", "jürgen@example.org")]
    [InlineData("ju\u0308rgen@example.org", "jürgen@example.org")]
    [InlineData("用户@例え.jp", "用户@xn--r8jz45g.jp")]
    public void An_address_has_one_normal_form(string written, string normal) =>
        Assert.Equal(normal, EmailAddress.Parse(written).Normalised);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    [InlineData("ada")]
    [InlineData("@example.org")]
    [InlineData("ada@")]
    [InlineData("ada@localhost")]
    [InlineData("ada@example.1")]
    [InlineData("ada@[192.0.2.1]")]
    [InlineData("\"a b\"@example.org")]
    [InlineData("a b@example.org")]
    [InlineData(".ada@example.org")]
    [InlineData("ada.@example.org")]
    [InlineData("a..b@example.org")]
    [InlineData("ada@exa mple.org")]
    [InlineData("ada@-example.org")]
    [InlineData("ada@example..org")]
    [InlineData("ada@example.org\r\nBcc: all@example.org")]
    [InlineData("ada@b@example.org")]
    [InlineData("ada\u200B@example.org")]
    [InlineData("a@example.org, b@example.org")]
    public void What_is_no_address_is_refused_with_a_sentence(string? written)
    {
        Assert.False(EmailAddress.TryParse(written, out _, out var problem));
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_end_where_RFC_5321_ends_them()
    {
        Assert.True(EmailAddress.TryParse(new string('a', 64) + "@example.org", out _, out _));
        Assert.False(EmailAddress.TryParse(new string('a', 65) + "@example.org", out _, out _));
        Assert.False(EmailAddress.TryParse("ada@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)) + ".org", out _, out _));
    }

    [Fact]
    public void Plus_addresses_are_different_subscribers_in_one_mailbox()
    {
        var one = EmailAddress.Parse("ada+a@example.org");
        var two = EmailAddress.Parse("Ada+b@example.org");
        Assert.NotEqual(one.SubscriberId, two.SubscriberId);
        Assert.Equal("ada@example.org", one.Mailbox);
        Assert.Equal(one.Mailbox, two.Mailbox);
    }

    [Fact]
    public void The_id_is_the_hash_of_the_normal_form_and_its_first_byte_the_shard()
    {
        var id = EmailAddress.Parse("Ada@Example.org").SubscriberId;
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("ada@example.org"u8)), id);
        Assert.Equal(Convert.FromHexString(id)[0], Subscriber.ShardOf(id));
    }
}
