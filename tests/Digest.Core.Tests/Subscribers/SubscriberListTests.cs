using Digest.Core.Subscribers;
using Xunit;

namespace Digest.Core.Tests.Subscribers;

public sealed class SubscriberListTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Columns_are_found_by_their_headings()
    {
        var line = Assert.Single(Read("Name,E-Mail Address,Consent source,Consent date\n\"Lovelace, Ada\",ada@example.org,\"Fair, \"\"May\"\"\",2026-05-03\n"));
        Assert.Equal("ada@example.org", line.Address!.Normalised);
        Assert.Equal(new Consent("Fair, \"May\"", new DateTimeOffset(2026, 5, 3, 0, 0, 0, TimeSpan.Zero)), line.Consent);
    }

    [Theory]
    [InlineData("email;name\nada@example.org;Ada\n")]
    [InlineData("email\tname\r\nada@example.org\tAda\r\n")]
    [InlineData("name,email\rAda,ada@example.org\r")]
    [InlineData("Ada,ada@example.org\n")]
    [InlineData("ada@example.org")]
    [InlineData("\n\n  \nemail\n\"ada@example.org\"\n")]
    [InlineData("email\nAda Lovelace <ada@example.org>\n")]
    public void Separators_line_ends_and_missing_headings_are_no_trouble(string csv) =>
        Assert.Equal("ada@example.org", Assert.Single(Read(csv, "fair")).Address?.Normalised);

    [Fact]
    public void A_line_that_cannot_be_used_is_named_by_its_number_and_the_rest_goes_on()
    {
        var lines = Read("email\nada@example.org\nnot an address\n\"a quote that never ends\nbob@example.org\n\"two\nlines\",x\ncarl@example.org\n", "fair");
        Assert.Equal(
            [(2, true), (3, false), (4, false), (5, true), (6, false), (8, true)],
            lines.Select(l => (l.Line, l.Problem is null)));
    }

    [Fact]
    public void Without_a_source_of_consent_no_line_is_taken()
    {
        var line = Assert.Single(Read("email\nada@example.org\n"));
        Assert.Contains("consent", line.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31st of May")]
    [InlineData("2027-01-01")]
    public void A_date_that_cannot_be_is_a_problem(string date) =>
        Assert.NotNull(Assert.Single(Read($"email,date\nada@example.org,{date}\n", "fair")).Problem);

    private static List<ListLine> Read(string csv, string? source = null) => [.. SubscriberList.Read(new StringReader(csv), source, Now)];
}
