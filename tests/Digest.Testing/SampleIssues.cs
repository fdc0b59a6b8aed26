using Digest.Core.Essays;
using Digest.Core.Insight;
using Digest.Core.Issues;
using Digest.Core.Metadata;
using Digest.Core.Rendering;

namespace Digest.Testing;

/// <summary>Issues made by composing, for tests of what is rendered from them.</summary>
public static class SampleIssues
{
    public static readonly DateTimeOffset Friday = new(2026, 11, 20, 7, 0, 0, TimeSpan.FromHours(1));

    public static SiteOptions Site { get; } = new()
    {
        BaseUrl = new Uri("https://digest.example.org/"),
        Title = "The Long View",
        Description = "Essays on world affairs worth your time, once a week.",
    };

    public static MailOptions Mail { get; } = new()
    {
        FromAddress = "digest@example.org",
        FromName = "The Long View",
        ListId = "weekly.example.org",
        UnsubscribeMailto = "leave@example.org",
    };

    /// <summary>The issue of these essays, as the workflow would compose it.</summary>
    public static IssueView Of(IReadOnlyList<EssayRecord> essays, IssueOverrides? overrides = null, IReadOnlyList<IssueCorrection>? corrections = null)
    {
        var issue = IssueComposition.Compose(
            new IssueMaterial
            {
                Scheduled = Friday,
                Waiting = essays,
                Pinned = new HashSet<string>(StringComparer.Ordinal),
                Corrections = corrections ?? [],
                Overrides = overrides ?? new IssueOverrides(),
            },
            "2026-W47", new IssueOptions { MaxEssays = 100 }, IssueView.TemplateVersion, Friday);
        var byId = essays.ToDictionary(e => e.Id, StringComparer.Ordinal);
        return new IssueView(issue, [.. issue.Items.Select(i => byId[i.EssayId])], Site, Mail);
    }

    /// <summary>An issue of three essays made by hand, with every part an issue can have.</summary>
    public static IssueView OfThree()
    {
        var bridges = SampleEssays.Named("The bridges we do not see: how maintenance became nobody’s business") with
        {
            Byline = new Byline { Names = ["Ada Example", "Ben Writer"] },
            ReadingMinutes = 11,
            Summary = [new ChosenSentence("A country that builds 1,200 bridges a decade and inspects 300 of them learns of the others by accident.", null)],
            KeyPoints = [new ChosenSentence("Inspection costs a fortieth of repair, and repair a tenth of replacement.", null)],
            KeyFigures = [SampleEssays.Figure(1200, "bridges a decade", "1,200 bridges a decade", "A country that builds 1,200 bridges a decade and inspects 300 of them learns of the others by accident.")],
        };
        var harbour = SampleEssays.Named("A harbour without ships") with
        {
            Byline = null,
            Language = "de",
            Summary = [new ChosenSentence("Der Hafen wartet seit nearly forty years.", null)],
            KeyFigures =
            [
                SampleEssays.Figure(3.7e9, "euros", "3.7bn euros", "The quay cost 3.7bn euros.", qualifier: "about"),
                SampleEssays.Figure(80, "percent of berths", "nearly eighty percent of berths", "Nearly eighty percent of berths lie empty.", qualifier: "nearly", importance: 2, block: 1),
            ],
        };
        var letters = SampleEssays.Named("Letters") with { ReadingMinutes = 1 };
        return Of(
            [SampleEssays.Record("bridges", bridges, Friday), SampleEssays.Record("harbour", harbour, Friday.AddMinutes(1)), SampleEssays.Record("letters", letters, Friday.AddMinutes(2))],
            corrections: [new IssueCorrection("maps-0123456789", "On maps", 2, "2026-W46")]);
    }

    /// <summary>The issue of the five seeds.</summary>
    public static IssueView OfSeeds(IssueOverrides? overrides = null) => Of(Seeds.Read(Friday), overrides);
}
