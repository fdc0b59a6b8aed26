using Digest.Core.Ports;
using Digest.Core.Rendering.Mail;
using Digest.Core.Rendering.Site;

namespace Digest.Core.Rendering;

/// <summary>Everything that is made of one issue alone: its mail and its page. The same view gives the same bytes.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Page">The issue's page.</param>
public sealed record IssueRendering(MailTemplate Mail, SiteFile Page)
{
    /// <summary>Renders an issue.</summary>
    public static async Task<IssueRendering> OfAsync(IssueView view) =>
        new(await IssueMail.RenderAsync(view), await SitePages.IssueAsync(view));
}
