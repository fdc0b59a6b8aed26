namespace Digest.Core.Rendering.Mail;

/// <summary>How much of an essay the mail shows.</summary>
public enum MailDepth
{
    /// <summary>Title and byline.</summary>
    Title,

    /// <summary>Title, byline and summary.</summary>
    Summary,

    /// <summary>Title, byline, summary and key points.</summary>
    Full,
}
