using Digest.Core.Blocks;
using Digest.Core.Judging;
using static Digest.Core.Judging.Reasons;

namespace Digest.Core.Decoding.Html.Content;

/// <summary>What the numbers of a page's block (<see cref="BlockFeatures"/>, <see cref="RevisionFeatures"/>) say to an editor when they speak against it.</summary>
internal static class BlockReasons
{
    private const string Elsewhere = "not where most of the running text stands";
    private const string Alike = "one of many boxes of the same make";
    private const float Unlikely = 0.5f;

    private static readonly float LogShortLine = MathF.Log2(1 + 8);
    private static readonly float LogSomeLetters = MathF.Log2(1 + 100);
    private static readonly float LogMany = MathF.Log2(1 + 6);

    /// <summary>What the elements around a block are called, by their hint.</summary>
    private static readonly Dictionary<string, string> Elements = new(StringComparer.Ordinal)
    {
        ["nav"] = "a menu",
        ["header"] = "the page's header",
        ["footer"] = "the page's footer",
        ["aside"] = "a box beside the text",
        ["form"] = "a form",
        ["button"] = "a button",
        ["figure"] = "a figure",
        ["table"] = "a table",
        ["hidden"] = "a part that readers do not see",
        ["dialog"] = "a window above the page",
        ["details"] = "a part that unfolds",
        ["anchor"] = "a link",
        ["noscript"] = "a part that readers do not see",
        ["articletag"] = "an article",
        ["maintag"] = "the page's main part",
        ["sectiontag"] = "a section",
        ["articlebody"] = "the body of the article",
        ["navname"] = "a menu",
        ["headername"] = "the page's header",
        ["footername"] = "the page's footer",
        ["sidebarname"] = "a column beside the text",
        ["comments"] = "the comments",
        ["share"] = "buttons to share",
        ["related"] = "a box of other articles",
        ["newsletter"] = "a box to subscribe",
        ["cookie"] = "a notice on cookies",
        ["ad"] = "an advertisement",
        ["author"] = "a box on the author",
        ["meta"] = "the dateline",
        ["caption"] = "a caption",
        ["toc"] = "a table of contents",
        ["screenreader"] = "a part that readers do not see",
        ["product"] = "a product's card",
        ["promo"] = "a box that promotes something",
        ["breadcrumb"] = "a menu",
        ["card"] = "a card",
        ["paging"] = "links to further pages",
        ["search"] = "a search form",
        ["login"] = "a login form",
        ["widget"] = "a widget",
        ["carousel"] = "a carousel",
        ["titlename"] = "the place of a title",
        ["dekname"] = "the place of a standfirst",
        ["references"] = "the references",
        ["faq"] = "questions and answers",
        ["content"] = "an element for content",
        ["body"] = "an element for the body",
        ["post"] = "an element for a post",
        ["prose"] = "an element for text",
        ["legal"] = "a legal notice",
        ["quote"] = "a quotation",
        ["list"] = "a list",
        ["label"] = "a label",
        ["menu"] = "a menu",
        ["media"] = "a picture or recording",
        ["poll"] = "a poll",
        ["key"] = "a box of key points",
    };

    /// <summary>A phrase for each number.</summary>
    public static IReadOnlyDictionary<string, Func<float, string?>> Phrases { get; } = new Dictionary<string, Func<float, string?>>(WordReasons.All.Concat(OfElements()).Concat(OfNeighbours()), StringComparer.Ordinal)
    {
        ["link share"] = From(0.3f, "much of it is links"),
        ["bold or italic share"] = From(0.5f, "bold or italic"),
        ["links"] = From(1, "links in it"),
        ["kind"] = OfKind,
        ["level"] = From(1, "a heading"),
        ["is p"] = No("not set as a paragraph"),
        ["is div"] = From(1, "not set as a paragraph"),
        ["is cell"] = From(1, "a cell of a table"),
        ["tag above"] = v => v is 4 or 6 ? "inside a list" : v is 5 ? "inside a link" : null,
        ["attributes"] = From(3, "set apart by its element"),
        ["twins of container"] = From(LogMany, Alike),
        ["twins above"] = From(LogMany, Alike),
        ["most twins above"] = From(LogMany, Alike),
        ["blocks of this look"] = From(LogMany, "many blocks of the page look like it"),
        ["prose share of this look"] = Below(Unlikely, "what looks like it on the page is no running text"),
        ["copies of the text"] = From(1, "stands on the page more than once"),
        ["like the title"] = From(0.5f, "much like the title"),
        ["like the description"] = From(0.5f, "much like the page's description"),
        ["in the declared body"] = Below(Unlikely, "not in the text that the page declares"),
        ["kinds of furniture around"] = From(1, "inside elements that hold no text as a rule"),
        ["list link share"] = From(0.5f, "in a list of links"),
        ["roots agreeing"] = Below(3, Elsewhere),
        ["levels below root"] = v => v < 0 ? Elsewhere : v >= 4 ? "deep inside other elements" : null,
        ["place on the page"] = v => v < 0.1f ? "near the top of the page" : v > 0.6f ? "far down the page" : null,
        ["prose before"] = v => v < 0.02f ? "above the text" : v > 0.95f ? "below the text" : null,
        ["prose after"] = v => v < 0.02f ? "below the text" : v > 0.95f ? "above the text" : null,
        ["place in root"] = v => v < 0.05f ? "above the text" : v > 0.95f ? "below the text" : null,
        ["blocks since headline"] = v => v is < 0 and > -100 ? "above the headline" : v >= 30 ? "far below the headline" : null,
        ["blocks on the page"] = From(LogMany, "one of many blocks of the page"),
        ["prose on the page"] = Below(12, "little running text on the page"),
        ["levels shared with headline"] = Below(Unlikely, "not in the same part of the page as the headline"),
        ["blocks since heading"] = From(10, "far below its heading"),
        ["heading level"] = From(4, "under a minor heading"),
        ["heading words"] = No("under no heading"),
        ["heading about subscribe"] = From(1, "under a heading about subscribing"),
        ["heading about related"] = From(1, "under a heading that points to other pieces"),
        ["heading about comment"] = From(1, "under a heading about comments"),
        ["heading about author"] = From(1, "under a heading about authors"),
        ["heading about action"] = From(1, "under a heading that offers something"),
        ["heading about site"] = From(1, "under a heading of a menu"),
        ["heading about sources"] = From(1, "under a heading about sources"),
        ["prose to next heading"] = Below(LogSomeLetters, "hardly any running text before the next heading"),
        ["first judgement"] = Below(Unlikely, "unlike the text when looked at alone"),
        ["judgement of this look"] = Below(Unlikely, "what looks like it on the page does not belong"),
        ["kept before"] = v => v < 0.02f ? "above the text" : v > 0.95f ? "below the text" : null,
        ["kept after"] = v => v < 0.02f ? "below the text" : v > 0.95f ? "above the text" : null,
        ["judgement of section"] = Below(Unlikely, "the rest of its section does not belong"),
        ["judgement of next section"] = Below(Unlikely, "the next section does not belong"),
        ["judgement of heading"] = Below(Unlikely, "its heading does not belong"),
        ["best in section"] = Below(Unlikely, "the rest of its section does not belong"),
        ["blocks to kept prose before"] = From(2, "not right below a paragraph of the text"),
        ["blocks to kept prose after"] = From(2, "not right above a paragraph of the text"),
        ["kept on the page"] = Below(Unlikely, "much of the page does not belong"),
    };

    /// <summary>Tells what spoke against a block.</summary>
    public static Reasons Of { get; } = new([.. BlockFeatures.Names, .. RevisionFeatures.Names], Phrases);

    private static string? OfKind(float value) => (BlockKind)value switch
    {
        BlockKind.Heading => "a heading",
        BlockKind.ListItem => "an item of a list",
        BlockKind.TableRow => "a row of a table",
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, Func<float, string?>>> OfElements()
    {
        foreach (var (hint, element) in Elements)
        {
            var isOfArticle = hint is "articletag" or "maintag" or "articlebody" or "content" or "body" or "post" or "prose";
            yield return new("inside " + hint, isOfArticle ? No($"not inside {element}") : From(1, $"inside {element}"));
        }

        foreach (var root in (string[])["article element", "main element", "named body", "half of prose", "most of prose", "best scored"])
        {
            yield return new("in root by " + root, Below(1, Elsewhere));
        }

        for (var up = 1; up <= 5; up++)
        {
            yield return new($"prose share {up} up", Below(0.1f, "hardly any running text in the same part of the page"));
            yield return new($"link share {up} up", From(0.3f, "links around it"));
            yield return new($"blocks {up} up", From(LogMany, "one of many blocks of its part of the page"));
            yield return new($"prose blocks {up} up", No("no paragraph in the same part of the page"));
            yield return new($"letters a block {up} up", Below(LogSomeLetters, "among short lines"));
            yield return new($"judgement of element {up} up", Below(Unlikely, "the rest of its part of the page does not belong"));
        }
    }

    private static IEnumerable<KeyValuePair<string, Func<float, string?>>> OfNeighbours()
    {
        foreach (var (side, place) in ((string, string)[])[("before", "above it"), ("after", "below it")])
        {
            for (var away = 1; away <= 2; away++)
            {
                yield return new($"{away} {side}: words", Below(LogShortLine, $"short lines {place}"));
                yield return new($"{away} {side}: link share", From(0.3f, $"links {place}"));
                yield return new($"{away} {side}: kind", v => v >= 0 && OfKind(v) is { } kind ? $"{kind} {place}" : null);
                yield return new($"{away} {side}: prose", No($"no paragraph {place}"));
                yield return new($"{away} {side}: same look", v => v is 0 ? $"other looks than the block {place}" : $"looks like the block {place}");
                yield return new($"{away} {side}: same parent", No($"not in one box with the block {place}"));
            }

            foreach (var reach in (int[])[4, 12])
            {
                yield return new($"prose in {reach} {side}", Below(LogSomeLetters, $"hardly any running text {place}"));
            }

            foreach (var reach in (int[])[1, 2, 3, 4, 6, 20])
            {
                yield return new($"judgement of {reach} {side}", Below(Unlikely, $"what stands {place} does not belong"));
            }
        }
    }
}
