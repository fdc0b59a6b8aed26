using System.Text;
using Digest.Core.Decoding;

namespace Digest.Testing;

/// <summary>Makes hostile drops out of real ones: mutated bytes, random bytes, generated html. The same seed makes the same drops.</summary>
public sealed class DropMutator(IEnumerable<byte[]> samples, int seed)
{
    private static readonly string[] Names = ["essay.txt", "essay.md", "essay.html", "essay.docx", "essay"];

    private static readonly string[] Tags =
        ["p", "div", "article", "main", "h1", "h2", "ul", "li", "blockquote", "table", "tr", "td", "a", "b", "em", "pre", "code", "nav", "footer", "figure", "figcaption", "span", "br", "script", "style", "template", "time", "address", "dl", "dt", "dd", "noscript", "svg", "form", "sup", "sub"];

    private static readonly string[] Attributes =
        ["class", "id", "itemprop", "rel", "role", "datetime", "href", "style", "lang"];

    private static readonly string[] Metas =
        ["author", "og:title", "og:description", "og:site_name", "article:published_time", "article:modified_time", "datePublished", "og:url", "twitter:label1", "twitter:data1", "og:locale"];

    /// <summary>Characters that look like digits, letters or spaces to some tests and not to others.</summary>
    private const string Odd = "\u0665\uFF15\u00B2\u2167\u00BD\u0130\u0131\u00DF\uFB01\u0301\u200D\u00AD\u2028\u3000\uD83D\uDE00\u00A0\u2019\u0000\uFFFD\u212A";

    private static readonly string[] Phrases =
        ["By Jane Doe", "Subscribe to our newsletter", "About the Author", "Further Reading", "What You Need to Know:", "\u00A9 2024", "March 3, 2024", "Related Articles", "Image credit:", "Notes", "Correction:",
         "The river had moved by more than two miles since the line was drawn.", "Jane Doe is a professor at the University of Leeds.", "\u202E\u0000\uFFFD", "&#x110000;", "]]>", "<!--", "\uD83D\uDE00",
         "Published 5 May 2024", "Updated: 04/05/2024", "3. 4. 2019", "2024-05-06", "20240506", "Tuesday, 7 June 2023", "5 min read", "Written by Dr. Anna Lind and Ben Okafor, PhD", "<jane@example.org>",
         "about 3.7bn people", "from 55 to 64 per cent", "nearly eighty percent", "three out of five", "more than doubled to \u00A31,250.50", "1.234,56 Euro", "ten thousand", "a third of them", "3:1", "12\u201314 km",
         "---\ntitle: A [b] c\ndate: 2024-05-06\nauthor: [Jane Doe, \"B\"]\n---\n", "| a | b |\n|---|---|\n| 1 | 2 |\n", "[^1]: A note.", "# Heading", "> Quote", "* * *", "1. One\n2. Two",
         "in 1391<sup><a href=\"#fn1\">1</a></sup>", "<a href='#r1'>\u21A9</a>", "10<sup>9</sup>", "1391[^1]", "*Rolls. [\u21A9](#r1)*", "it\u00E2\u20AC\u2122s &acirc;&euro;&trade; don\u00E2\u20AC\u2122t \u00E2\u20AC\u2122",
         "\n\nEstuary Institute\n4\n\n", "the ferry that nobody on either bank of the river had ever ordered or paid for, which"];

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
        var html = new StringBuilder("<html><head>");
        for (var n = _random.Next(4); n > 0; n--)
        {
            html.Append(_random.Next(3) == 0
                ? $"<script type='application/ld+json'>{{\"@type\":\"{(_random.Next(2) == 0 ? "NewsArticle" : Phrase())}\",\"headline\":\"{Phrase()}\",\"datePublished\":\"{Phrase()}\",\"author\":[{{\"@type\":\"Person\",\"name\":\"{Phrase()}\"}}]}}</script>"
                : $"<meta property='{Metas[_random.Next(Metas.Length)]}' content='{Phrase()}'>");
        }

        html.Append("</head><body>");
        for (var n = _random.Next(1, 120); n > 0; n--)
        {
            var tag = Tags[_random.Next(Tags.Length)];
            html.Append(_random.Next(6) switch
            {
                0 => $"</{tag}>",
                1 => $"<{tag} {Attributes[_random.Next(Attributes.Length)]}=\"{Phrase()}\" href='javascript:x' style=\"display:none\">",
                2 or 3 => Phrase(),
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

    /// <summary>A phrase, sometimes with one of its characters changed for an odd one.</summary>
    private string Phrase()
    {
        var phrase = Phrases[_random.Next(Phrases.Length)];
        if (_random.Next(4) > 0)
        {
            return phrase;
        }

        var at = _random.Next(phrase.Length);
        return string.Concat(phrase.AsSpan(0, at), Odd.AsSpan(_random.Next(Odd.Length), 1), phrase.AsSpan(at + 1));
    }
}
