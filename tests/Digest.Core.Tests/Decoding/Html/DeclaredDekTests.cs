using Xunit;

namespace Digest.Core.Tests.Decoding.Html;

public class DeclaredDekTests
{
    [Theory]
    [InlineData("Why a council paid for a ferry that nobody had ordered", true)]
    [InlineData("Why a council paid for \u201Ca ferry\u201D.", true)]
    [InlineData("The 24\" rope that held a ferry.", true)]
    [InlineData("Nobody had asked the council for a ferry, and so it was surprised when the ledger of the harbour told of", false)]
    [InlineData("1,693 views A council paid for a ferry ... \u2192", false)]
    [InlineData("A council paid for a ferry\u2026 Read more", false)]
    [InlineData("A council paid for \u201Ca ferry that nobody", false)]
    [InlineData("A council paid for \"a ferry that nobody", false)]
    [InlineData("The Ferry Nobody Ordered | Harbour", false)]
    [InlineData("Harbour Review website", false)]
    [InlineData("All about ferries. Call 555-010-9989 for a tour.", false)]
    public void The_description_is_the_dek_unless_it_is_cut_off_or_the_sites(string description, bool isDek)
    {
        const string Text = "For years it lay at the quay, and nobody had asked the council for a ferry, and so it was surprised when the ledger of the harbour told of a debt that the town had forgotten.";
        var page = $"<html><head><title>The Ferry Nobody Ordered</title><meta property=\"og:site_name\" content=\"Harbour\"><meta name=\"description\" content=\"{description.Replace("\"", "&quot;", StringComparison.Ordinal)}\"></head>"
            + $"<body><article><h1>The Ferry Nobody Ordered</h1><p>The rope was cut in the spring, and by the summer all of it was gone from the harbour of the town, where it had hung.</p><p>{Text}</p></article></body></html>";
        Assert.Equal(isDek ? description : null, Drop.Read(page, "a.html").Metadata.Dek);
    }
}
