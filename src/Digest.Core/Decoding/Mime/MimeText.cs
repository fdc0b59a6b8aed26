using Digest.Core.Decoding.Text;

namespace Digest.Core.Decoding.Mime;

/// <summary>The text that a mail or a web archive holds.</summary>
/// <param name="Text">The text, decoded.</param>
/// <param name="MediaType">What it is: <c>text/html</c> or <c>text/plain</c>.</param>
internal sealed record MimeText(string Text, string MediaType)
{
    private const string Html = "text/html";

    /// <summary>Deepest nesting of parts that is looked at: signed, of several forms, with pictures, passed on.</summary>
    private const int MostLevels = 8;

    private const int MostParts = 500;

    private static readonly string[] Documents = [".docx", ".doc", ".odt", ".rtf", ".pdf", ".pages", ".md"];

    /// <summary>
    /// The text of an entity, or null where it holds none. A mail has its text as a page and without markup, often both: the page keeps
    /// emphasis and links, and is longer by its tags. Where it is shorter it has not all of the text.
    /// </summary>
    public static MimeText? Of(MimeEntity entity)
    {
        var parts = Leaves(entity).Where(part => !part.IsAttachment).ToList();
        var page = Joined(parts, Html, "application/xhtml+xml");
        var plain = Joined(parts, "text/plain");
        return page.Length > 0 && page.Length >= plain.Length ? new MimeText(page, Html)
            : plain.Length > 0 ? new MimeText(plain, "text/plain")
            : null;
    }

    /// <summary>Name of the first document that was sent along, or null.</summary>
    public static string? AttachedDocument(MimeEntity entity) => Leaves(entity)
        .Select(part => part.FileName)
        .FirstOrDefault(name => name is not null && Array.Exists(Documents, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)));

    private static string Joined(List<MimeEntity> parts, params ReadOnlySpan<string> types)
    {
        var texts = new List<string>();
        foreach (var part in parts)
        {
            if (types.Contains(part.MediaType) && TextDecoder.Decode(part.Content(), part.ContentType) is var text && !string.IsNullOrWhiteSpace(text))
            {
                texts.Add(text);
            }
        }

        return string.Join("\n\n", texts);
    }

    /// <summary>The parts that hold no others, in their order. Of related parts the first is the text: the others are its pictures and frames.</summary>
    private static List<MimeEntity> Leaves(MimeEntity entity)
    {
        var found = new List<MimeEntity>();
        var open = new Stack<(MimeEntity Entity, int Level)>([(entity, 0)]);
        while (open.Count > 0 && found.Count < MostParts)
        {
            var (next, level) = open.Pop();
            if (!next.MediaType.StartsWith("multipart/", StringComparison.Ordinal))
            {
                found.Add(next);
            }
            else if (level < MostLevels)
            {
                var parts = next.Parts().Take(next.MediaType == "multipart/related" ? 1 : MostParts).ToList();
                parts.Reverse();
                parts.ForEach(part => open.Push((part, level + 1)));
            }
        }

        return found;
    }
}
