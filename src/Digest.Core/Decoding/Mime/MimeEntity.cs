using System.Text;
using System.Text.RegularExpressions;

namespace Digest.Core.Decoding.Mime;

/// <summary>A mail, a web archive, or a part of one: the fields of its head, and its body as it stands (RFC 2045 and 2046).</summary>
internal sealed partial class MimeEntity
{
    /// <summary>Longest head in bytes: stations on the way of a mail write a kilobyte each into it.</summary>
    private const int LongestHead = 131_072;

    /// <summary>Length in characters from which the further lines of a field are passed over.</summary>
    private const int LongestField = 8_192;

    private readonly Dictionary<string, string> _fields;
    private readonly ReadOnlyMemory<byte> _body;

    private MimeEntity(Dictionary<string, string> fields, ReadOnlyMemory<byte> body)
    {
        _fields = fields;
        _body = body;
    }

    /// <summary>Type of the body in lower case; a part that names none is text.</summary>
    public string MediaType => Field("Content-Type")?.Split(';')[0].Trim().ToLowerInvariant() is { Length: > 0 } type ? type : "text/plain";

    /// <summary>The value of the field Content-Type with its parameters, or null.</summary>
    public string? ContentType => Field("Content-Type");

    /// <summary>Name of the file that the part is when it is saved, or null.</summary>
    public string? FileName => EncodedWords.Decode(Parameter("Content-Disposition", "filename") ?? Parameter("Content-Type", "name") ?? "") is { Length: > 0 } name ? name : null;

    /// <summary>True for a part that is sent along and not shown.</summary>
    public bool IsAttachment => Field("Content-Disposition")?.StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>A field of the head with its lines joined, or null.</summary>
    public string? Field(string name) => _fields.GetValueOrDefault(name);

    /// <summary>The body's bytes without their transfer encoding.</summary>
    public byte[] Content() => TransferEncoding.Decode(_body.Span, Field("Content-Transfer-Encoding")?.Trim());

    /// <summary>The mail or archive that <paramref name="file"/> is; null where it does not begin with the head of one.</summary>
    public static MimeEntity? OfFile(ReadOnlyMemory<byte> file)
    {
        file = file[(file.Span.StartsWith(Encoding.UTF8.Preamble) ? 3 : 0)..];
        var start = file.Span.IndexOfAnyExcept("\r\n"u8);
        if (start < 0)
        {
            return null;
        }

        // A mailbox puts a line of its own above each mail: "From jane@example.org Mon Mar  4 10:12:33 2024".
        file = file[start..];
        file = file.Span.StartsWith("From "u8) && file.Span.IndexOf((byte)'\n') is > 0 and var end ? file[(end + 1)..] : file;
        return Parse(file) is { } entity && entity.IsDeclared ? entity : null;
    }

    /// <summary>The parts of a multipart body in their order.</summary>
    public IEnumerable<MimeEntity> Parts()
    {
        if (!MediaType.StartsWith("multipart/", StringComparison.Ordinal) || Parameter("Content-Type", "boundary") is not { Length: > 0 } boundary)
        {
            yield break;
        }

        var delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        var (at, isClosed) = Next(_body.Span, 0, delimiter);
        while (at.End < _body.Length && !isClosed)
        {
            var start = at.End;
            (at, isClosed) = Next(_body.Span, start, delimiter);
            if (Parse(_body[start..at.Start]) is { } part)
            {
                yield return part;
            }
        }
    }

    /// <summary>
    /// True for the head of a mail or archive as programs write it, who name the version or the encoding: a draft may have fields of its own
    /// above it, and among them one for its type.
    /// </summary>
    private bool IsDeclared =>
        Field("MIME-Version") is not null
        || MediaType.StartsWith("multipart/", StringComparison.Ordinal)
        || (ContentType is not null && Field("Content-Transfer-Encoding") is not null);

    /// <summary>Where the next delimiter stands, from its first sign to behind its line; and whether it is the last.</summary>
    private static ((int Start, int End) At, bool IsClosing) Next(ReadOnlySpan<byte> body, int from, byte[] delimiter)
    {
        while (from < body.Length && body[from..].IndexOf(delimiter) is >= 0 and var found)
        {
            var start = from + found;
            from = start + delimiter.Length;
            if (start > 0 && body[start - 1] != '\n')
            {
                continue;
            }

            var line = body[from..];
            line = line.IndexOf((byte)'\n') is >= 0 and var end ? line[..end] : line;
            var isClosing = line.StartsWith("--"u8);
            if (!line[(isClosing ? 2 : 0)..].ContainsAnyExcept((byte)' ', (byte)'\t', (byte)'\r'))
            {
                return ((start, Math.Min(body.Length, from + line.Length + 1)), isClosing);
            }
        }

        return ((body.Length, body.Length), false);
    }

    /// <summary>Cuts the head, up to the first empty line, from the body; null where a line of it is no field.</summary>
    private static MimeEntity? Parse(ReadOnlyMemory<byte> bytes)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var head = bytes.Span[..Math.Min(bytes.Length, LongestHead)];
        var last = "";
        for (var at = 0; at < head.Length;)
        {
            var end = head[at..].IndexOf((byte)'\n') is >= 0 and var length ? at + length + 1 : head.Length;
            var line = Encoding.UTF8.GetString(head[at..end]).TrimEnd();
            at = end;
            if (line.Length == 0)
            {
                return new MimeEntity(fields, bytes[at..]);
            }

            if (line[0] is ' ' or '\t' && fields.Count > 0)
            {
                if (last.Length > 0 && fields[last].Length < LongestField)
                {
                    fields[last] += " " + line.TrimStart();
                }
            }
            else if (FieldName().Match(line) is { Success: true } name)
            {
                // Of fields that are there twice the first is the upper one, which the last station wrote.
                last = fields.TryAdd(name.Groups["name"].Value, line[name.Length..].Trim()) ? name.Groups["name"].Value : "";
            }
            else
            {
                return null;
            }
        }

        return fields.Count > 0 && bytes.Length <= LongestHead ? new MimeEntity(fields, default) : null;
    }

    private string? Parameter(string field, string name)
    {
        if (Field(field) is not { } value)
        {
            return null;
        }

        foreach (Match parameter in Parameters().Matches(value))
        {
            if (parameter.Groups["name"].ValueSpan.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return parameter.Groups["quoted"] is { Success: true } quoted ? quoted.Value : parameter.Groups["token"].Value;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?<name>[\w-]{1,80})[ \t]*:", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FieldName();

    [GeneratedRegex(@";\s*(?<name>[\w-]{1,40})(?:\*[\d*]{0,4})?\s*=\s*(?:""(?<quoted>[^""]{0,400})""|(?<token>[^\s;""]{1,400}))", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameters();
}
