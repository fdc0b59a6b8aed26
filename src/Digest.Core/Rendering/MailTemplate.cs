using System.Text.Json;

namespace Digest.Core.Rendering;

/// <summary>
/// An issue's mail, rendered once for all recipients and stored as the part <see cref="PartName"/> of the issue.
/// What differs from one recipient to the next stands in it as a placeholder; <c>MailComposer</c> fills these in.
/// </summary>
/// <param name="IssueId">Id of the issue.</param>
/// <param name="Subject">Subject, one line, without placeholders.</param>
/// <param name="Text">The text part, lines of at most 76 characters but for addresses.</param>
/// <param name="Html">The html part.</param>
/// <param name="Date">Value of the Date header: the issue's scheduled time, so that a second making gives the same bytes.</param>
public sealed record MailTemplate(string IssueId, string Subject, string Text, string Html, DateTimeOffset Date)
{
    /// <summary>Name of the issue part that holds the template as JSON.</summary>
    public const string PartName = "mail.json";

    /// <summary>Stands for the recipient's one-click unsubscribe address (https).</summary>
    public const string UnsubscribePlaceholder = "%%UNSUBSCRIBE_URL%%";

    /// <summary>The template as it is stored.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);

    /// <summary>Reads a stored template.</summary>
    /// <exception cref="JsonException">The bytes are not a template.</exception>
    public static MailTemplate FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<MailTemplate>(json, JsonSerializerOptions.Web) ?? throw new JsonException("The stored mail template is empty.");
}
