using System.Text;
using System.Text.Json;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Essays;

public sealed class EssayJsonTests
{
    [Theory]
    [MemberData(nameof(SeedTests.Seeds), MemberType = typeof(SeedTests))]
    public void A_record_comes_back_as_it_was_stored(string seed)
    {
        var record = Record(seed);
        var bytes = EssayJson.Serialize(record);
        var back = EssayJson.Deserialize(bytes);

        Assert.Equal(bytes, EssayJson.Serialize(back));
        Assert.Equal(record.Essay.Body.Select(b => (b.Ordinal, b.Kind, b.Text)), back.Essay.Body.Select(b => (b.Ordinal, b.Kind, b.Text)));
        Assert.Equal(record.Essay.KeyFigures, back.Essay.KeyFigures);
        Assert.Equal(record.Essay.Stripped.Select(s => s.Block.Text), back.Essay.Stripped.Select(s => s.Block.Text));
        Assert.Equal((record.Id, record.Received, record.ContentHash), (back.Id, back.Received, back.ContentHash));
        Assert.Equal(ContentHash.Of(record.Essay), ContentHash.Of(back.Essay));
    }

    [Fact]
    public void The_stored_form_is_read_by_people()
    {
        var text = Encoding.UTF8.GetString(EssayJson.Serialize(Record(First) with { SourceName = "Über „Fähren“.txt" }));

        Assert.Contains("Über „Fähren“.txt", text, StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"paragraph\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.DoesNotContain(": null", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_that_a_later_version_added_is_passed_over()
    {
        var text = Encoding.UTF8.GetString(EssayJson.Serialize(Record(First)));
        var later = text.Replace("\"id\":", "\"mood\": \"calm\", \"id\":", StringComparison.Ordinal);

        Assert.NotEqual(text, later);
        Assert.Equal("an-essay", EssayJson.Deserialize(Encoding.UTF8.GetBytes(later)).Id);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"id\": null}")]
    [InlineData("not json")]
    public void Bytes_that_are_no_record_are_refused(string text)
    {
        Assert.ThrowsAny<JsonException>(() => EssayJson.Deserialize(Encoding.UTF8.GetBytes(text)));
    }

    private static string First => SeedTests.Seeds().First().Data;

    private static EssayRecord Record(string seed)
    {
        var raw = new RawEssay(seed, File.ReadAllBytes(Repository.PathOf("seeds", seed)), null, DateTimeOffset.UnixEpoch);
        var essay = Assert.IsType<ReadResult.Ready>(new EssayReader(RuleSet.Default).Read(raw)).Essay;
        return new EssayRecord
        {
            Id = "an-essay",
            SourceName = seed,
            SourceETag = "0x1",
            Revision = 1,
            FirstReceived = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Received = new DateTimeOffset(2026, 1, 3, 3, 4, 5, TimeSpan.Zero),
            Stored = new DateTimeOffset(2026, 1, 3, 3, 4, 6, TimeSpan.Zero),
            ContentHash = ContentHash.Of(essay),
            Essay = essay,
        };
    }
}
