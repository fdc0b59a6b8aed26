using System.Globalization;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Digest.Core.Insight;
using Digest.Core.Metadata;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Essays;

public sealed class ContentHashTests
{
    private static readonly Essay Original = Read();

    /// <summary>Everything a reader sees, changed one by one.</summary>
    private static readonly Dictionary<string, Essay> Visible = new(StringComparer.Ordinal)
    {
        { "title", Original with { Title = Original.Title + "!" } },
        { "kicker", Original with { Kicker = "Opinion, again" } },
        { "dek", Original with { Dek = "Another dek." } },
        { "byline", Original with { Byline = new Byline { Names = ["Somebody Else"] } } },
        { "date", Original with { Published = new DateOnly(1999, 1, 2) } },
        { "language", Original with { Language = "fr" } },
        { "summary", Original with { Summary = [new ChosenSentence("Another summary.", null)] } },
        { "key points", Original with { KeyPoints = [new ChosenSentence("Another point.", null)] } },
        { "figures", Original with { KeyFigures = [.. Original.KeyFigures.Select(f => f with { Value = f.Value + 1 })] } },
        { "people", Original with { People = [new Person("Somebody Else", null, 1)] } },
        { "organisations", Original with { Organisations = [new Organisation("Some Ministry", 1)] } },
        { "body", Original with { Body = [.. Original.Body.Skip(1)] } },
        { "emphasis", Original with { Body = [Original.Body[0] with { Spans = [new InlineSpan(0, 1, InlineKind.Strong)] }, .. Original.Body.Skip(1)] } },
    };

    public static TheoryData<string> VisibleParts() => [.. Visible.Keys];

    [Theory]
    [MemberData(nameof(VisibleParts))]
    public void What_a_reader_sees_changes_the_hash(string part) => Assert.NotEqual(ContentHash.Of(Original), ContentHash.Of(Visible[part]));

    [Fact]
    public void What_only_editors_see_does_not_change_the_hash()
    {
        var changed = Original with
        {
            RuleSetVersion = "another",
            Stripped = [],
            Summary = [.. Original.Summary.Select(s => s with { Source = null })],
            Body = [.. Original.Body.Select(b => b with { Origin = "elsewhere", Ordinal = b.Ordinal + 100 })],
        };

        Assert.NotEmpty(Original.Stripped);
        Assert.Equal(ContentHash.Of(Original), ContentHash.Of(changed));
    }

    [Fact]
    public void The_hash_is_sixty_four_hex_digits_under_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var expected = ContentHash.Of(Original);
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");

            Assert.Matches("^[0-9a-f]{64}$", expected);
            Assert.Equal(expected, ContentHash.Of(Read()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Essay Read()
    {
        var file = Directory.EnumerateFiles(Repository.PathOf("seeds")).Order(StringComparer.Ordinal).First();
        var raw = new RawEssay(Path.GetFileName(file), File.ReadAllBytes(file), null, DateTimeOffset.UnixEpoch);
        return Assert.IsType<ReadResult.Ready>(new EssayReader(RuleSet.Default).Read(raw)).Essay;
    }
}
