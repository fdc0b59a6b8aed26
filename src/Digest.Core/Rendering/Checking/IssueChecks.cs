using System.Globalization;
using System.Text;
using Digest.Core.Issues;
using Digest.Core.Rendering.Mail;

namespace Digest.Core.Rendering.Checking;

/// <summary>One thing that was checked before an issue goes out.</summary>
/// <param name="What">What was checked.</param>
/// <param name="Passed">Whether it holds.</param>
/// <param name="Found">The figure or words found.</param>
public sealed record IssueCheck(string What, bool Passed, string Found);

/// <summary>What an editor would want to know before an issue goes out.</summary>
public static class IssueChecks
{
    private const int MaxTextColumns = 76;

    /// <summary>Runs all checks on a rendered issue.</summary>
    public static IReadOnlyList<IssueCheck> Run(IssueView view, IssueRendering rendering)
    {
        var mail = rendering.Mail;
        var htmlBytes = Encoding.UTF8.GetByteCount(mail.Html);
        var longest = mail.Text.Split('\n').Where(l => !l.Contains("://", StringComparison.Ordinal) && !l.Contains(MailTemplate.UnsubscribePlaceholder, StringComparison.Ordinal)).Max(l => l.Length);
        var links = view.Essays.Select(e => view.Address.Essay(e.Id).AbsoluteUri).ToList();
        var nameless = view.Essays.Where(e => e.Essay.Byline is null).Select(e => e.Essay.Title).ToList();
        return
        [
            new("The mail's html is small enough for Gmail to show whole", htmlBytes <= MailHtml.MaxBytes, Say($"{htmlBytes:N0} of {MailHtml.MaxBytes:N0} bytes")),
            new("The subject fits a mailbox list", view.Issue.Subject.Length <= IssueWording.MaxSubject, Say($"{view.Issue.Subject.Length} of {IssueWording.MaxSubject} characters")),
            new("The text part fits a terminal", longest <= MaxTextColumns, Say($"longest line {longest} of {MaxTextColumns} columns")),
            new("Both parts link to every essay", links.TrueForAll(l => mail.Html.Contains(l, StringComparison.Ordinal) && mail.Text.Contains(l, StringComparison.Ordinal)), Amount.Of(links.Count, "essay")),
            new("Both parts let the reader unsubscribe", mail.Html.Contains(MailTemplate.UnsubscribePlaceholder, StringComparison.Ordinal) && mail.Text.Contains(MailTemplate.UnsubscribePlaceholder, StringComparison.Ordinal), "link in both"),
            new("The mail loads nothing from elsewhere", !mail.Html.Contains(" src=", StringComparison.OrdinalIgnoreCase) && !mail.Html.Contains("url(", StringComparison.OrdinalIgnoreCase), "no images, no fonts"),
            new("The site's address is public and encrypted", view.Site.BaseUrl.Scheme == Uri.UriSchemeHttps && !view.Site.BaseUrl.IsLoopback, view.Site.BaseUrl.AbsoluteUri),
            new("Every essay names its author", nameless.Count == 0, nameless.Count == 0 ? "all do" : string.Join("; ", nameless)),
        ];
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
