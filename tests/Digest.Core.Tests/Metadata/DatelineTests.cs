using Digest.Core.Tests.Boilerplate;
using Xunit;

namespace Digest.Core.Tests.Metadata;

/// <summary>Datelines, behind which the report begins: places and agencies are no authors, and no part of what is summed up.</summary>
public sealed class DatelineTests
{
    private const string Report = "The ferry had crossed the estuary twice a day since before the war, a professor at the University of Hull says, and nobody on either bank could remember who had paid for it.";

    [Theory]
    [InlineData("HULL POINT, Maine (AP) \u2014 ")]
    [InlineData("HULL POINT, Maine, March 6 (Reuters) - ")]
    [InlineData("HULL POINT, Maine \u2014 ")]
    [InlineData("HULL POINT, Me. \u2014 ")]
    [InlineData("Hull Point, Maine \u2013 ")]
    [InlineData("JERUSALEM (AP) \u2014 ")]
    [InlineData("WASHINGTON \u2014 ")]
    [InlineData("LONDON, March 6 (Reuters) - ")]
    [InlineData("SAO PAULO/BRASILIA, March 6 (Reuters) - ")]
    [InlineData("KUALA LUMPUR, March 6 \u2014 ")]
    [InlineData("BEIJING, March 6 (Xinhua) -- ")]
    [InlineData("Manila, Philippines (CNN) \u2014 ")]
    [InlineData("GAZA CITY, Gaza Strip (AP) \u2014 ")]
    [InlineData("ST. JOHN'S, N.L. \u2014 ")]
    [InlineData("PORT-AU-PRINCE, Haiti \u2014 ")]
    [InlineData("N'DJAMENA, Chad \u2014 ")]
    [InlineData("KOLKATA, March 6 (PTI) ")]
    [InlineData("Mumbai, March 6: ")]
    [InlineData("KARACHI: ")]
    [InlineData("(Reuters) - ")]
    public void The_report_is_kept_whole_and_summed_up_without_its_dateline(string dateline)
    {
        var essay = ExampleEssay.Read([ExampleEssay.Title, "By Jane Doe", dateline + Report, .. ExampleEssay.BodyText[1..]]);
        Assert.Equal(["Jane Doe"], essay.Byline!.Names);
        Assert.Null(essay.Byline.Affiliation);
        Assert.Equal([dateline + Report, .. ExampleEssay.BodyText[1..]], essay.Body.Select(b => b.Text));
        Assert.DoesNotContain(essay.Summary.Select(s => s.Text).Concat(essay.KeyPoints.Select(s => s.Text)), text => text.StartsWith(dateline.TrimEnd(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HULL POINT \u2014 ")]
    [InlineData("OLD QUAY - ")]
    public void A_place_that_no_list_knows_is_nobody_either(string dateline)
    {
        var essay = ExampleEssay.Read([ExampleEssay.Title, dateline + Report, .. ExampleEssay.BodyText[1..]]);
        Assert.Null(essay.Byline);
        Assert.Equal(3, essay.Body.Count);
    }
}
