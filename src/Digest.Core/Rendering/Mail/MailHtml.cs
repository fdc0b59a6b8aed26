using System.Text;

namespace Digest.Core.Rendering.Mail;

/// <summary>The html part of the mail, within the size at which Gmail cuts a message off.</summary>
public static class MailHtml
{
    /// <summary>Gmail clips the html of a message at 102 kilobytes; 2,400 bytes stay for the recipient's own addresses.</summary>
    public const int MaxBytes = 100_000;

    /// <summary>Renders the html. Where it would be too large the last essays are shortened first; the footer never is.</summary>
    /// <exception cref="InvalidOperationException">Even titles alone are too large.</exception>
    public static async Task<string> RenderAsync(IssueView view)
    {
        var depths = Enumerable.Repeat(MailDepth.Full, view.Essays.Count).ToArray();
        var html = await RenderAsync(view, depths);
        foreach (var depth in (MailDepth[])[MailDepth.Summary, MailDepth.Title])
        {
            for (var i = depths.Length - 1; i >= 0 && Encoding.UTF8.GetByteCount(html) > MaxBytes; i--)
            {
                depths[i] = depth;
                html = await RenderAsync(view, depths);
            }
        }

        return Encoding.UTF8.GetByteCount(html) <= MaxBytes
            ? html
            : throw new InvalidOperationException(
                $"Issue {view.Issue.Id} does not fit into {MaxBytes} bytes of mail even with titles alone; lower Digest:Issues:MaxEssays.");
    }

    private static Task<string> RenderAsync(IssueView view, IReadOnlyList<MailDepth> depths) =>
        ComponentRenderer.RenderAsync<MailDocument>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(MailDocument.View)] = view,
            [nameof(MailDocument.Depths)] = depths,
        });
}
