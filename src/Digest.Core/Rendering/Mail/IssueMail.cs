namespace Digest.Core.Rendering.Mail;

/// <summary>Renders an issue's mail for all recipients.</summary>
public static class IssueMail
{
    /// <summary>The mail; the same view gives the same bytes.</summary>
    public static async Task<MailTemplate> RenderAsync(IssueView view) =>
        new(view.Issue.Id, view.Issue.Subject, MailText.Render(view), await MailHtml.RenderAsync(view), view.Issue.Date);
}
