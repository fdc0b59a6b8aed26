namespace Digest.Core.Rendering.Mail;

/// <summary>How much of an essay the mail shows.</summary>
public enum MailDepth
{
    /// <summary>The title alone, on a row of its own.</summary>
    Title,

    /// <summary>Title, byline and summary.</summary>
    Summary,

    /// <summary>Title, byline, summary and key points.</summary>
    Full,
}
