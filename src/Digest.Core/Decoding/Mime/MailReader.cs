using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Essays;

namespace Digest.Core.Decoding.Mime;

/// <summary>Reads a saved mail (<c>.eml</c>) or web archive (<c>.mhtml</c>): its text like one that was dropped alone, a mail's below the fields of its head.</summary>
internal static class MailReader
{
    /// <summary>The fields that a mail shows, and that are copied along with its text.</summary>
    private static readonly string[] Shown = ["From", "Date", "To", "Subject"];

    /// <summary>The document, or what is wrong with the file.</summary>
    /// <param name="mail">The file.</param>
    /// <param name="read">Reads a text of the media type given.</param>
    public static DecodeResult Read(MimeEntity mail, Func<string, string, DecodeResult> read)
    {
        if (MimeText.AttachedDocument(mail) is { } file)
        {
            return Rejected($"The file is a mail with the document “{file}”. Drop that document itself, or the mail's text without it.");
        }

        return MimeText.Of(mail) is not { } found ? Rejected("The file is a mail or a web archive that holds no text. Save the essay as .docx, .html, .md or .txt and drop it again.")
            : read(found.Text, found.MediaType) is var result && result is DecodeResult.Decoded { Document: { IsPage: false } document } && IsSent(mail) ? new DecodeResult.Decoded(BelowHead(document, mail))
            : result;
    }

    /// <summary>A web archive has a sender that is no address: "From: &lt;Saved by …&gt;".</summary>
    private static bool IsSent(MimeEntity mail) => mail.Field("From")?.Contains('@', StringComparison.Ordinal) == true;

    private static DecodedDocument BelowHead(DecodedDocument document, MimeEntity mail)
    {
        var blocks = new List<ClassifiedBlock>();
        foreach (var name in Shown)
        {
            if (mail.Field(name) is { Length: > 0 } value)
            {
                var line = new Block { Ordinal = blocks.Count, Kind = BlockKind.Paragraph, Text = $"{name}: {EncodedWords.Decode(value)}", Origin = $"field {name}", FollowsAtOnce = blocks.Count > 0 };
                blocks.Add(new ClassifiedBlock(line, Verdict.Keep));
            }
        }

        foreach (var below in document.Blocks)
        {
            blocks.Add(below with { Block = below.Block with { Ordinal = blocks.Count } });
        }

        return document with { Blocks = blocks };
    }

    private static DecodeResult.Rejected Rejected(string message) => new(new Problem(ProblemCodes.UnknownFormat, message));
}
