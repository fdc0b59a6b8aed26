using System.Text;
using Digest.Core.Ports;
using Microsoft.AspNetCore.Components;

namespace Digest.Core.Rendering.Site;

/// <summary>Renders the pages of the site as files. The same content gives the same bytes.</summary>
public static class SitePages
{
    private const string Html = "text/html; charset=utf-8";

    // A year of weeks.
    private const int MostInArchive = 53;

    /// <summary>The landing page.</summary>
    /// <param name="site">The publication.</param>
    /// <param name="latest">The newest issue, or null before the first.</param>
    public static Task<SiteFile> HomeAsync(SiteOptions site, IssueView? latest) =>
        PageAsync<HomePage>(SiteAddress.Home, (nameof(HomePage.Site), site), (nameof(HomePage.Latest), latest));

    /// <summary>The page of an issue.</summary>
    public static Task<SiteFile> IssueAsync(IssueView view) =>
        PageAsync<IssuePage>(SiteAddress.IssuePath(view.Issue.Id), (nameof(IssuePage.View), view));

    /// <summary>The page of an essay.</summary>
    public static Task<SiteFile> EssayAsync(SiteOptions site, PublishedEssay essay) =>
        PageAsync<EssayPage>(
            SiteAddress.EssayPath(essay.Record.Id),
            (nameof(EssayPage.Site), site),
            (nameof(EssayPage.Record), essay.Record),
            (nameof(EssayPage.IssueId), essay.IssueId),
            (nameof(EssayPage.CorrectedOn), essay.Corrected is { } day ? DateOnly.FromDateTime(day.UtcDateTime) : null));

    /// <summary>What stands at the address of an essay that was taken back.</summary>
    public static Task<SiteFile> WithdrawnAsync(SiteOptions site, string essayId) =>
        PageAsync<WithdrawnPage>(SiteAddress.EssayPath(essayId), (nameof(WithdrawnPage.Site), site));

    /// <summary>The list of the newest issues, with a way to those of every year.</summary>
    /// <param name="site">The publication.</param>
    /// <param name="recent">The newest issues.</param>
    public static Task<SiteFile> ArchiveAsync(SiteOptions site, RecentIssues recent) =>
        PageAsync<ArchivePage>(
            SiteAddress.Archive,
            (nameof(ArchivePage.Site), site),
            (nameof(ArchivePage.Issues), recent.Issues.TakeLast(MostInArchive).ToList()),
            (nameof(ArchivePage.Years), recent.Years));

    /// <summary>The list of a year's issues.</summary>
    /// <param name="site">The publication.</param>
    /// <param name="year">The year.</param>
    /// <param name="issues">Its issues.</param>
    public static Task<SiteFile> YearAsync(SiteOptions site, int year, IReadOnlyList<IssueEntry> issues) =>
        PageAsync<YearPage>(
            SiteAddress.YearPath(year), (nameof(YearPage.Site), site), (nameof(YearPage.Year), year), (nameof(YearPage.Issues), issues));

    /// <summary>The page for addresses that do not exist.</summary>
    public static Task<SiteFile> NotFoundAsync(SiteOptions site) =>
        PageAsync<NotFoundPage>(SiteAddress.NotFound, (nameof(NotFoundPage.Site), site));

    /// <summary>The style sheet.</summary>
    public static SiteFile Style() => new(SiteAddress.Style, "text/css; charset=utf-8", Encoding.UTF8.GetBytes(SiteStyle.Css));

    /// <summary>The mark that browsers show beside a page's title.</summary>
    public static SiteFile Mark() => new(SiteAddress.Mark, "image/svg+xml", Encoding.UTF8.GetBytes(SiteMark.Svg));

    private static async Task<SiteFile> PageAsync<T>(string path, params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        var html = await ComponentRenderer.RenderAsync<T>(parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal));
        return new SiteFile(path, Html, Encoding.UTF8.GetBytes(html));
    }
}
