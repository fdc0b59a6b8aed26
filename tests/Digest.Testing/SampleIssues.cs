using Digest.Core.Essays;
using Digest.Core.Issues;
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

    /// <summary>The issue of the five seeds.</summary>
    public static IssueView OfSeeds(IssueOverrides? overrides = null) => Of(Seeds.Read(Friday), overrides);
}
