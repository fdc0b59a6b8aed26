using Digest.Core.Decoding.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Digest.Core.Decoding.Markdown;

/// <summary>
/// Words between the tags <c>del</c>, <c>s</c> and <c>strike</c> inside a paragraph are struck through, as those between two pairs
/// of tildes are; Markdig leaves the tags beside the words.
/// </summary>
internal static class StrikeTags
{
    /// <summary>Puts what stands between such tags into the strike that two pairs of tildes make.</summary>
    public static void Nest(MarkdownDocument document)
    {
        foreach (var container in document.Descendants<HtmlInline>().Where(tag => HtmlTags.Named(tag.Tag).IsStruck()).Select(tag => tag.Parent).OfType<ContainerInline>().Distinct().ToList())
        {
            Nest(container);
        }
    }

    private static void Nest(ContainerInline container)
    {
        var open = new Dictionary<HtmlTag, Stack<HtmlInline>>();
        for (var inline = container.FirstChild; inline is not null;)
        {
            var next = inline.NextSibling;
            if (inline is HtmlInline tag && HtmlTags.Named(tag.Tag) is var name && name.IsStruck())
            {
                if (!open.TryGetValue(name, out var begun))
                {
                    open[name] = begun = new Stack<HtmlInline>();
                }

                if (tag.Tag[1] != '/')
                {
                    begun.Push(tag);
                }
                else if (begun.TryPop(out var begin) && begin.Parent == container)
                {
                    Strike(begin, tag);
                }
            }

            inline = next;
        }
    }

    private static void Strike(HtmlInline begin, HtmlInline end)
    {
        var struck = new EmphasisInline { DelimiterChar = '~', DelimiterCount = 2, Span = begin.Span };
        for (var inline = begin.NextSibling; inline is not null && inline != end;)
        {
            var next = inline.NextSibling;
            inline.Remove();
            struck.AppendChild(inline);
            inline = next;
        }

        begin.ReplaceBy(struck);
        end.Remove();
    }
}
