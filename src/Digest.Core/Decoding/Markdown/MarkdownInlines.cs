using Digest.Core.Blocks;
using Digest.Core.Decoding.Html;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;

namespace Digest.Core.Decoding.Markdown;

/// <summary>Turns Markdown's inline tree into text with spans, without recursion.</summary>
internal static class MarkdownInlines
{
    /// <summary>Lines of a paragraph that are set one under another, at the most.</summary>
    private const int MostStacked = 5;

    /// <summary>
    /// Where the lines of a paragraph begin that stand one under another in bold and italics, as publication and day above a
    /// standfirst do; nothing for running text, whose lines may break anywhere.
    /// </summary>
    public static List<Inline?> StackedLines(ContainerInline? root)
    {
        var starts = new List<Inline?>();
        var isWhole = false;
        for (var inline = root?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline.PreviousSibling is null or LineBreakInline)
            {
                if (inline is not EmphasisInline { DelimiterChar: '*' or '_' } || starts.Count == MostStacked)
                {
                    return [];
                }

                starts.Add(inline);
                isWhole |= inline.NextSibling is null or LineBreakInline;
            }
        }

        return isWhole && starts.Count > 1 ? starts : [];
    }

    /// <summary>Where the lines of a paragraph begin that end at a break; two breaks have an empty line between them.</summary>
    /// <param name="root">The paragraph.</param>
    /// <param name="soft">Every line of the file counts, not only those that end with a break that is shown.</param>
    public static List<Inline?> BrokenLines(ContainerInline root, bool soft)
    {
        var starts = new List<Inline?> { root.FirstChild };
        for (var inline = root.FirstChild; inline is { NextSibling: not null }; inline = inline.NextSibling)
        {
            if (IsBreak(inline) || (soft && inline is LineBreakInline))
            {
                starts.Add(inline.NextSibling);
            }
        }

        return starts;
    }

    private static bool IsBreak(Inline inline) => inline is LineBreakInline { IsHard: true } || (inline is HtmlInline html && HtmlTags.Named(html.Tag) == HtmlTag.Br);

    /// <summary>The words of a paragraph that are struck through.</summary>
    public static IEnumerable<string> Struck(ContainerInline? root)
    {
        foreach (var struck in root?.FindDescendants<EmphasisInline>().Where(IsStruck) ?? [])
        {
            var text = new InlineText();
            Append(struck.FirstChild, end: null, text);
            yield return text.Take().Text;
        }
    }

    private static bool IsStruck(EmphasisInline emphasis) => emphasis is { DelimiterChar: '~', DelimiterCount: 2 };

    public static void Append(ContainerInline? root, InlineText text) => Append(root?.FirstChild, end: null, text);

    /// <summary>Adds one inline and those beside it up to another.</summary>
    public static void Append(Inline? inline, Inline? end, InlineText text)
    {
        var open = new Stack<(Inline? Next, bool Close)>();
        inline = inline == end ? null : inline;
        while (inline is not null || open.Count > 0)
        {
            inline = inline == end ? null : inline;
            if (inline is null)
            {
                if (open.Count == 0)
                {
                    break;
                }

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
                // A picture's text describes the picture; it is no running text. What is struck through stands in the ledger.
                if (container is LinkInline { IsImage: true } || (container is EmphasisInline emphasis && IsStruck(emphasis)))
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

    /// <summary>Three hyphens between words are the long dash that Pandoc writes so.</summary>
    private static string WithDash(string text) =>
        text.Contains("---", StringComparison.Ordinal) && !text.Contains("----", StringComparison.Ordinal) ? text.Replace("---", "\u2014", StringComparison.Ordinal) : text;

    /// <summary>A word divided at the end of a line keeps its hyphen ("twenty-" above "two"); behind a blank it is a dash.</summary>
    private static bool IsBehindHyphen(Inline lineBreak) =>
        lineBreak.PreviousSibling is LiteralInline { Content: { Length: > 1 } content } && content.Text[content.End] == '-' && char.IsLetter(content.Text[content.End - 1]);

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
            case LiteralInline { PreviousSibling: HtmlInline { Tag: "<sup>" }, NextSibling: HtmlInline { Tag: "</sup>" } } raised:
                text.Open(InlineKind.Superscript);
                text.Append(raised.Content.ToString(), preserve: false);
                text.Close();
                break;
            case LiteralInline literal:
                text.Append(WithDash(literal.Content.ToString()), preserve: false);
                break;
            case CodeInline code:
                text.Open(InlineKind.Code);
                text.Append(code.Content, preserve: false);
                text.Close();
                break;
            case LineBreakInline when !IsBehindHyphen(inline):
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
            case HtmlInline html when HtmlTags.Named(html.Tag) is var tag && (tag == HtmlTag.Br || tag.IsBlock()):
                text.Space();
                break;
            case FootnoteLink { IsBackLink: false } note:
                text.Open(InlineKind.Superscript);
                text.Append(NoteMarks.Of(note.Footnote.Order), preserve: false);
                text.Close();
                break;
        }
    }
}
