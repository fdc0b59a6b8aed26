using System.Text;
using Digest.Core.Decoding;

namespace Digest.Testing;

/// <summary>Makes hostile drops out of real ones: mutated bytes, random bytes, generated html. The same seed makes the same drops.</summary>
public sealed class DropMutator(IEnumerable<byte[]> samples, int seed)
{
    private static readonly string[] Names = ["essay.txt", "essay.md", "essay.html", "essay.docx", "essay"];

    private static readonly string[] Tags =
        ["p", "div", "article", "main", "h1", "h2", "ul", "li", "blockquote", "table", "tr", "td", "a", "b", "em", "pre", "code", "nav", "footer", "figure", "figcaption", "span", "br", "script", "style", "template"];

    private static readonly string[] Phrases =
        ["By Jane Doe", "Subscribe to our newsletter", "About the Author", "Further Reading", "What You Need to Know:", "\u00A9 2024", "March 3, 2024", "Related Articles", "Image credit:", "Notes", "Correction:",
         "The river had moved by more than two miles since the line was drawn.", "Jane Doe is a professor at the University of Leeds.", "\u202E\u0000\uFFFD", "&#x110000;", "]]>", "<!--", "\uD83D\uDE00"];

    private readonly byte[][] _samples = [.. samples];
    private readonly Random _random = new(seed);

    /// <summary>The next drop.</summary>
    public RawEssay Next()
    {
        var bytes = _random.Next(10) switch
        {
            < 5 => Mutate((byte[])_samples[_random.Next(_samples.Length)].Clone()),
            < 7 => RandomBytes(),
            < 9 => Encoding.UTF8.GetBytes(RandomHtml()),
            _ => Encoding.UTF8.GetBytes(RandomText()),
        };
        return new RawEssay(Names[_random.Next(Names.Length)], bytes, ContentType: null, DateTimeOffset.UnixEpoch);
    }

    private byte[] Mutate(byte[] bytes)
    {
        for (var n = _random.Next(1, 12); n > 0 && bytes.Length > 0; n--)
        {
            var at = _random.Next(bytes.Length);
            switch (_random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    bytes = [.. bytes[..at], .. bytes[(at + _random.Next(bytes.Length - at))..]];
                    break;
                case 2:
                    var length = Math.Min(bytes.Length - at, _random.Next(200));
                    bytes = [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]];
                    break;
                default:
                    bytes = [.. bytes[..at], .. Encoding.UTF8.GetBytes(Phrase() + "\n\n"), .. bytes[at..]];
                    break;
            }
        }

        return bytes;
    }

    private byte[] RandomBytes()
    {
        var bytes = new byte[_random.Next(2_000)];
        _random.NextBytes(bytes);
        return bytes;
    }

    private string RandomHtml()
    {
        var html = new StringBuilder("<html><body>");
        for (var n = _random.Next(1, 120); n > 0; n--)
        {
            var tag = Tags[_random.Next(Tags.Length)];
            html.Append(_random.Next(5) switch
            {
                0 => $"</{tag}>",
                1 => $"<{tag} class=\"{Phrase()}\" href='javascript:x' style=\"display:none\">",
                2 => Phrase(),
                _ => $"<{tag}>",
            });
        }

        return html.ToString();
    }

    private string RandomText()
    {
        var text = new StringBuilder();
        for (var n = _random.Next(1, 60); n > 0; n--)
        {
            text.Append(Phrase()).Append(_random.Next(3) switch { 0 => "\n", 1 => "\n\n", _ => " " });
        }

        return text.ToString();
    }

    private string Phrase() => Phrases[_random.Next(Phrases.Length)];
}
