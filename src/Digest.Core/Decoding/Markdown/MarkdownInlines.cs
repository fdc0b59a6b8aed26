using Digest.Core.Blocks;
using Digest.Core.Decoding.Html;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;

namespace Digest.Core.Decoding.Markdown;

/// <summary>Turns Markdown's inline tree into text with spans, without recursion.</summary>
internal static class MarkdownInlines
{
    public static void Append(ContainerInline? root, InlineText text)
    {
        var open = new Stack<(Inline? Next, bool Close)>();
        var inline = root?.FirstChild;
        while (inline is not null || open.Count > 0)
        {
            if (inline is null)
            {
                var (next, close) = open.Pop();
                if (close)
                {
                    text.Close();
                }

                inline = next;
                continue;
            }

            if (inline is ContainerInline container)
            {
                // A picture's text describes the picture; it is no running text.
                if (container is LinkInline { IsImage: true })
                {
                    inline = inline.NextSibling;
                    continue;
                }

                open.Push((inline.NextSibling, Open(container, text)));
                inline = container.FirstChild;
                continue;
            }

            AppendLeaf(inline, text);
            inline = inline.NextSibling;
        }
    }

    private static bool Open(ContainerInline container, InlineText text)
    {
        switch (container)
        {
            case LinkInline { Url: { Length: > 0 } url }:
                text.Open(InlineKind.Link, url);
                return true;
            case EmphasisInline { DelimiterChar: '^' }:
                text.Open(InlineKind.Superscript);
                return true;
            case EmphasisInline { DelimiterChar: '~', DelimiterCount: 1 }:
                text.Open(InlineKind.Subscript);
                return true;
            case EmphasisInline { DelimiterChar: '*' or '_' } emphasis:
                text.Open(emphasis.DelimiterCount >= 2 ? InlineKind.Strong : InlineKind.Emphasis);
                return true;
            default:
                return false;
        }
    }

    private static void AppendLeaf(Inline inline, InlineText text)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.ToString(), preserve: false);
                break;
            case CodeInline code:
                text.Open(InlineKind.Code);
                text.Append(code.Content, preserve: false);
                text.Close();
                break;
            case LineBreakInline:
                text.Space();
                break;
            case AutolinkInline link:
                text.Open(InlineKind.Link, link.IsEmail ? "mailto:" + link.Url : link.Url);
                text.Append(link.Url, preserve: false);
                text.Close();
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.ToString(), preserve: false);
                break;
            case HtmlInline { Tag: "<br>" or "<br/>" or "<br />" }:
                text.Space();
                break;
            case FootnoteLink { IsBackLink: false } note:
                text.Open(InlineKind.Superscript);
                text.Append(note.Footnote.Order.ToString(System.Globalization.CultureInfo.InvariantCulture), preserve: false);
                text.Close();
                break;
        }
    }
}
