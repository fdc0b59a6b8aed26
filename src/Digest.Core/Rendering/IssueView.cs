using System.Globalization;
using Digest.Core.Essays;
using Digest.Core.Issues;

namespace Digest.Core.Rendering;

/// <summary>An issue with everything its templates show.</summary>
/// <param name="Issue">The manifest.</param>
/// <param name="Essays">The essays it names, in their order.</param>
/// <param name="Site">The publication.</param>
/// <param name="Mail">The sender.</param>
public sealed record IssueView(DigestIssue Issue, IReadOnlyList<EssayRecord> Essays, SiteOptions Site, MailOptions Mail)
{
    /// <summary>
    /// Version of the templates: raised whenever a template changes what an issue looks like, so that a rebuild can tell
    /// a changed template from damaged data.
    /// </summary>
    public const string TemplateVersion = "4";

    private const int MaxStatement = 400;

    /// <summary>Addresses of the site.</summary>
    public SiteAddress Address { get; } = new(Site);

    /// <summary>The issue's date as readers see it.</summary>
    public string Day => Show(DateOnly.FromDateTime(Issue.Date.DateTime));

    /// <summary>The essay of an id, or null when the issue does not carry it.</summary>
    public EssayRecord? Find(string essayId) => Essays.FirstOrDefault(e => e.Id == essayId);

    /// <summary>The essays that a manifest names, out of those it was composed from.</summary>
    public static IssueView Of(DigestIssue issue, IEnumerable<EssayRecord> essays, SiteOptions site, MailOptions mail)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var byId = essays.ToDictionary(e => e.Id, StringComparer.Ordinal);
        return new IssueView(issue, [.. issue.Items.Select(i => byId[i.EssayId])], site, mail);
    }

    /// <summary>The sentence of an essay that differs, shortened where it is a page long.</summary>
    public static string Statement(IssueStatement statement) => IssueWording.Shorten(statement.Sentence, MaxStatement);

    /// <summary>The title of an essay as one line.</summary>
    public static string Title(Essay essay) => IssueWording.Line(essay.Title);

    /// <summary>The title of the essay of an id, or null when the issue does not carry it.</summary>
    public string? TitleOf(string essayId) => Find(essayId) is { } record ? Title(record.Essay) : null;

    /// <summary>A date as readers see it: <c>20 November 2026</c>.</summary>
    public static string Show(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The authors as a phrase, or null where the essay names none: <c>A. Author and B. Writer</c>.</summary>
    public static string? Authors(Essay essay) => essay.Byline?.Names switch
    {
        null or [] => null,
        [var one] => one,
        var names => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
    };

    /// <summary>What stands below a title in the mail: who, where, how long.</summary>
    public static IEnumerable<string> Credits(Essay essay) =>
        new[] { Authors(essay), essay.Site, $"{essay.ReadingMinutes} min read" }.OfType<string>().Select(IssueWording.Line);

    /// <summary>The key points that the summary does not say already; apostrophes and quotes may be set differently.</summary>
    public static IReadOnlyList<string> Points(Essay essay)
    {
        var summary = Straight(essay.SummaryText());
        return [.. essay.KeyPoints.Select(p => p.Text).Where(p => !summary.Contains(Straight(p), StringComparison.OrdinalIgnoreCase))];
    }

    private static string Straight(string text) => text.Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"');

    /// <summary>Value for a <c>lang</c> attribute, or null where it is the publication's own or not known.</summary>
    public string? Lang(Essay essay) => essay.Language == "und" || essay.Language == Site.Language ? null : essay.Language;
}
