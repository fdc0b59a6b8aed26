using System.Net;
using System.Text;
using Digest.Core.Essays;
using Digest.Core.Rendering.Sanitising;
using Digest.Core.Rendering.Site;

namespace Digest.Core.Rendering.Feeds;

/// <summary>A feed, in no format yet. RSS, Atom and JSON Feed are written from it and so carry the same entries.</summary>
/// <param name="Id">Permanent id (a tag URI).</param>
/// <param name="Title">Title of the feed.</param>
/// <param name="Description">What it is.</param>
/// <param name="Home">The page it belongs to.</param>
/// <param name="Site">The publication.</param>
/// <param name="Entries">The entries, newest first.</param>
public sealed record Feed(string Id, string Title, string Description, Uri Home, SiteOptions Site, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>Time of the newest change; null without entries.</summary>
    public DateTimeOffset? Updated => Entries.Count == 0 ? null : Entries.Max(e => e.Updated);

    /// <summary>The essays, each with its whole text as long as the feed stays below its limit.</summary>
    /// <param name="site">The publication.</param>
    /// <param name="essays">Essays in the order of the issues, newest issue first.</param>
    public static Feed OfEssays(SiteOptions site, IReadOnlyList<PublishedEssay> essays)
    {
        var address = new SiteAddress(site);
        return new Feed(address.Tag("feed", "essays"), site.Title, site.Description, address.Of(SiteAddress.Home), site,
            WithinLimit([.. essays.Take(site.FeedEntries).Select(e => FeedEntry.Of(e, address))]));
    }

    /// <summary>The issues, each with what it says of its essays.</summary>
    /// <param name="site">The publication.</param>
    /// <param name="issues">Issues, newest first.</param>
    public static async Task<Feed> OfIssuesAsync(SiteOptions site, IReadOnlyList<IssueView> issues)
    {
        var address = new SiteAddress(site);
        var entries = new List<FeedEntry>();
        foreach (var issue in issues.Take(site.FeedEntries))
        {
            entries.Add(await FeedEntry.OfAsync(issue));
        }

        return new Feed(
            address.Tag("feed", "issues"), $"{site.Title}: issues", site.Description, address.Of(SiteAddress.Archive), site, WithinLimit(entries));
    }

    // Three quarters of the limit for content: element names, escaping and summaries take the rest.
    private static List<FeedEntry> WithinLimit(List<FeedEntry> entries)
    {
        var left = FeedText.MaxBytes / 4 * 3;
        var kept = new List<FeedEntry>();
        foreach (var entry in entries)
        {
            var size = Encoding.UTF8.GetByteCount(entry.Html) + Encoding.UTF8.GetByteCount(entry.Summary);
            var shown = size <= left ? entry : entry with { Html = entry.ShortHtml };
            left -= size <= left ? size : Encoding.UTF8.GetByteCount(entry.ShortHtml);
            if (left < 0)
            {
                break;
            }

            kept.Add(shown);
        }

        return kept;
    }
}

/// <summary>An entry of a feed.</summary>
public sealed record FeedEntry
{
    /// <summary>Permanent id (a tag URI).</summary>
    public required string Id { get; init; }

    /// <summary>Title, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The entry's page.</summary>
    public required Uri Link { get; init; }

    /// <summary>Summary, plain text.</summary>
    public required string Summary { get; init; }

    /// <summary>Content as clean html.</summary>
    public required string Html { get; init; }

    /// <summary>What stands for <see cref="Html"/> where the feed would become too large.</summary>
    public required string ShortHtml { get; init; }

    /// <summary>Names of the authors.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>BCP 47 tag of the content, or null where it is not known.</summary>
    public string? Language { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>The entry of an essay.</summary>
    public static FeedEntry Of(PublishedEssay published, SiteAddress address)
    {
        var record = published.Record;
        var essay = record.Essay;
        var link = address.Essay(record.Id);
        var note = published.Corrected is { } corrected
            ? $"<p><em>Corrected on {IssueView.Show(DateOnly.FromDateTime(corrected.UtcDateTime))}: the text differs from the one sent with issue {published.IssueId}.</em></p>\n"
            : string.Empty;
        var summary = essay.SummaryText();
        return new FeedEntry
        {
            Id = address.Tag("essay", record.Id),
            Title = IssueView.Title(essay),
            Link = link,
            Summary = summary,
            Html = note + BodyHtml.Write(essay.Body, essay.Canonical),
            ShortHtml = $"{note}<p>{WebUtility.HtmlEncode(summary)}</p>\n<p><a href=\"{WebUtility.HtmlEncode(link.AbsoluteUri)}\">Read the essay</a></p>\n",
            Authors = essay.Byline?.Names ?? [],
            Language = essay.Language == "und" ? null : essay.Language,
            Published = published.IssueDate,
            Updated = published.Updated,
        };
    }

    /// <summary>The entry of an issue.</summary>
    public static async Task<FeedEntry> OfAsync(IssueView view)
    {
        var content = await ComponentRenderer.RenderAsync<IssueContent>(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(IssueContent.View)] = view });
        var issue = view.Issue;
        var link = view.Address.Issue(issue.Id);
        return new FeedEntry
        {
            Id = view.Address.Tag("issue", issue.Id),
            Title = $"{issue.Subject} ({view.Day})",
            Link = link,
            Summary = $"{issue.Intro} {issue.Preheader}",
            Html = HtmlSanitiser.Clean(content),
            ShortHtml = $"<p>{WebUtility.HtmlEncode(issue.Intro)}</p>\n<p><a href=\"{WebUtility.HtmlEncode(link.AbsoluteUri)}\">Read the issue</a></p>\n",
            Authors = [],
            Language = view.Site.Language,
            Published = issue.Date,
            Updated = issue.Date,
        };
    }
}
