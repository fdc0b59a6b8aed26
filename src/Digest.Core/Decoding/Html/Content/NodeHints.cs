using System.Collections.Frozen;
using HtmlAgilityPack;

namespace Digest.Core.Decoding.Html.Content;

/// <summary>What an element says about its text by its name, role, class or id. Names given by authors are weak evidence only.</summary>
[Flags]
internal enum Hints : ulong
{
    None = 0,
    Nav = 1UL << 0,
    Header = 1UL << 1,
    Footer = 1UL << 2,
    Aside = 1UL << 3,
    Form = 1UL << 4,
    Button = 1UL << 5,
    Figure = 1UL << 6,
    Table = 1UL << 7,
    Hidden = 1UL << 8,
    Dialog = 1UL << 9,
    Details = 1UL << 10,
    Anchor = 1UL << 11,
    NoScript = 1UL << 12,
    ArticleTag = 1UL << 13,
    MainTag = 1UL << 14,
    SectionTag = 1UL << 15,
    ArticleBody = 1UL << 16,
    NavName = 1UL << 17,
    HeaderName = 1UL << 18,
    FooterName = 1UL << 19,
    SidebarName = 1UL << 20,
    Comments = 1UL << 21,
    Share = 1UL << 22,
    Related = 1UL << 23,
    Newsletter = 1UL << 24,
    Cookie = 1UL << 25,
    Ad = 1UL << 26,
    Author = 1UL << 27,
    Meta = 1UL << 28,
    Caption = 1UL << 29,
    Toc = 1UL << 30,
    ScreenReader = 1UL << 31,
    Product = 1UL << 32,
    Promo = 1UL << 33,
    Breadcrumb = 1UL << 34,
    Card = 1UL << 35,
    Paging = 1UL << 36,
    Search = 1UL << 37,
    Login = 1UL << 38,
    Widget = 1UL << 39,
    Carousel = 1UL << 40,
    TitleName = 1UL << 41,
    DekName = 1UL << 42,
    References = 1UL << 43,
    Faq = 1UL << 44,
    Content = 1UL << 45,
    Body = 1UL << 46,
    Post = 1UL << 47,
    Prose = 1UL << 48,
    Legal = 1UL << 49,
    Quote = 1UL << 50,
    List = 1UL << 51,
    Label = 1UL << 52,
    Menu = 1UL << 53,
    Media = 1UL << 54,
    Poll = 1UL << 55,
    Key = 1UL << 56,
}

/// <summary>Reads the hints of one element.</summary>
internal static class NodeHints
{
    /// <summary>Longest class attribute that is looked at: utility-class frameworks write hundreds of characters, not thousands.</summary>
    private const int MaxNameLength = 600;

    private static readonly FrozenDictionary<string, Hints> Words = new Dictionary<Hints, string>
    {
        [Hints.NavName] = "nav navbar navigation navi subnav topnav sitenav sitemap skip skiplink jump topbar masthead",
        [Hints.Menu] = "menu submenu megamenu dropdown hamburger offcanvas drawer flyout tabs",
        [Hints.HeaderName] = "header head hd banner hero masthead top topbar pageheader",
        [Hints.FooterName] = "footer foot ft bottom colophon siteinfo copyright endnote",
        [Hints.SidebarName] = "sidebar aside rail secondary complementary right rightcol leftcol sidenav column rhs side",
        [Hints.Comments] = "comment comments commentlist respond reply disqus discussion discuss responses webmention webmentions pingback trackback",
        [Hints.Share] = "share sharing social socials socialmedia sharedaddy addtoany addthis sharethis follow facebook twitter linkedin whatsapp pinterest bookmark like likes reactions sns print email",
        [Hints.Related] = "related recommended recommend recommendation recommendations recirc suggested suggestions similar more also popular trending latest recent next previous prev upnext readnext readmore yarpp jp outbrain taboola teaser teasers archive morefrom relatedposts other others mostread top10 series",
        [Hints.Newsletter] = "newsletter newsletters subscribe subscription subscriptions signup optin mailchimp mailing mc4wp hubspot hs leadform klaviyo convertkit substack",
        [Hints.Cookie] = "cookie cookies consent gdpr ccpa onetrust privacy notice modal popup pop overlay lightbox toast alert interstitial paywall gate regwall",
        [Hints.Ad] = "ad ads advert adverts advertisement advertising adsense adslot sponsor sponsored sponsors dfp gpt affiliate promoted adunit advertorial doubleclick",
        [Hints.Author] = "author authors byline bylines bio biography profile contributor contributors writer vcard avatar about aboutauthor authorbox reviewer expert team staff person",
        [Hints.Meta] = "meta metadata postmeta date dates time timestamp published pubdate updated dateline info category categories cat tag tags tagcloud taxonomy topics topic label labels eyebrow kicker readtime reading readingtime views posted entrymeta infos",
        [Hints.Caption] = "caption captions figcaption credit credits photo legend imagecaption wpcaption attribution alt",
        [Hints.Toc] = "toc tableofcontents contents outline anchors jumplinks ez lwptoc onthispage",
        [Hints.ScreenReader] = "sr visuallyhidden hidden screen screenreader hide invisible offscreen collapsed srt",
        [Hints.Product] = "product products price prices cart basket shop buy checkout store woocommerce pricing sku offer offers deal deals",
        [Hints.Promo] = "promo promotion promotions cta calltoaction banner download ebook webinar demo trial donate donation support join callout inset advert marketing upsell contact book booking quote consultation action",
        [Hints.Breadcrumb] = "breadcrumb breadcrumbs crumb crumbs trail",
        [Hints.Card] = "card cards tile tiles grid teaser item items thumb thumbnail thumbnails loop listing feed",
        [Hints.Paging] = "pagination pager paging page pages postnav nextprev",
        [Hints.Search] = "search searchform searchbox query",
        [Hints.Login] = "login signin register account user log logout member",
        [Hints.Widget] = "widget widgets plugin embed module gadget block",
        [Hints.Carousel] = "carousel slider swiper slide slides slick gallery slideshow owl splide marquee",
        [Hints.TitleName] = "title headline heading h1 posttitle entrytitle subject pagetitle",
        [Hints.DekName] = "dek deck subtitle subhead subheading standfirst excerpt summary lead lede intro tagline abstract description teaser",
        [Hints.References] = "references reference footnotes footnote endnotes bibliography citations sources reflist notes reflinks",
        [Hints.Faq] = "faq faqs accordion question answer questions collapse toggle",
        [Hints.Content] = "content contents main maincontent maincol primary page pagecontent",
        [Hints.Body] = "body articlebody storybody postbody bodytext articletext bodycopy",
        [Hints.Post] = "article post entry story blog blogpost single postcontent entrycontent articlecontent essay news hentry hfeed storycontent",
        [Hints.Prose] = "prose richtext rich rte text wysiwyg markdown copy paragraph formatted typography paragraphs textblock editor gutenberg",
        [Hints.Legal] = "legal terms disclaimer disclosure copyright license rights imprint policy",
        [Hints.Quote] = "pullquote quote blockquote testimonial testimonials review reviews rating ratings stars",
        [Hints.List] = "list lists ul links linklist link",
        [Hints.Label] = "btn button icon badge pill chip counter tooltip caret svg",
        [Hints.Media] = "video player audio podcast listen media image img figure picture map chart infographic youtube vimeo transcript",
        [Hints.Poll] = "poll quiz survey vote feedback helpful rate",
        [Hints.Key] = "takeaway takeaways highlights keypoints glance tldr highlight key",
    }
    .SelectMany(pair => pair.Value.Split(' ').Distinct(StringComparer.Ordinal), (pair, word) => (word, pair.Key))
    .GroupBy(p => p.word, StringComparer.Ordinal)
    .ToFrozenDictionary(g => g.Key, g => g.Aggregate(Hints.None, (all, p) => all | p.Key), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Hints>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Hints of the element's own name, class, role and other attributes.</summary>
    /// <param name="node">The element.</param>
    /// <param name="ofClasses">What <see cref="OfNames"/> says of each class of the page: most elements share theirs with others.</param>
    public static Hints Of(in PageNode node, ReadOnlySpan<Hints> ofClasses)
    {
        var hints = OfTag(node.Tag) | ofClasses[node.Class];
        if (node.Source.HasAttributes)
        {
            var attributes = node.Source.Attributes;
            for (var i = 0; i < attributes.Count; i++)
            {
                hints |= OfAttribute(attributes[i]);
            }
        }

        return hints;
    }

    private static Hints OfTag(HtmlTag tag) => tag switch
    {
        HtmlTag.Nav => Hints.Nav,
        HtmlTag.Menu => Hints.Menu,
        HtmlTag.Header => Hints.Header,
        HtmlTag.Footer => Hints.Footer,
        HtmlTag.Aside => Hints.Aside,
        HtmlTag.Form or HtmlTag.Select or HtmlTag.TextArea or HtmlTag.Label or HtmlTag.Fieldset => Hints.Form,
        HtmlTag.Button => Hints.Button,
        HtmlTag.Figure => Hints.Figure,
        HtmlTag.FigCaption => Hints.Caption,
        HtmlTag.Table => Hints.Table,
        HtmlTag.Dialog => Hints.Dialog,
        HtmlTag.Details => Hints.Details,
        HtmlTag.A => Hints.Anchor,
        HtmlTag.NoScript => Hints.NoScript,
        HtmlTag.Article => Hints.ArticleTag,
        HtmlTag.Main => Hints.MainTag,
        HtmlTag.Section => Hints.SectionTag,
        HtmlTag.Search => Hints.Search,
        _ => Hints.None,
    };

    /// <summary>The parser makes a string of a value when it is first asked for, so only those that count are.</summary>
    private static Hints OfAttribute(HtmlAttribute attribute) => attribute.Name switch
    {
        "id" or "data-testid" or "data-component" => OfNames(attribute.Value),
        "hidden" => Hints.Hidden,
        "aria-hidden" when attribute.Value is "true" => Hints.Hidden,
        "style" when attribute.Value is { Length: < 2000 } style && IsHiding(style) => Hints.Hidden,
        "role" => attribute.Value switch
        {
            "navigation" or "menu" or "menubar" => Hints.Nav,
            "banner" => Hints.Header,
            "contentinfo" => Hints.Footer,
            "complementary" => Hints.Aside,
            "search" => Hints.Search,
            "main" => Hints.MainTag,
            "article" => Hints.ArticleTag,
            "dialog" or "alertdialog" => Hints.Dialog,
            "button" or "tab" or "menuitem" => Hints.Button,
            _ => Hints.None,
        },
        "itemprop" => attribute.Value switch
        {
            "articleBody" or "text" => Hints.ArticleBody,
            "author" => Hints.Author,
            "datePublished" or "dateModified" => Hints.Meta,
            "comment" => Hints.Comments,
            _ => Hints.None,
        },
        _ => Hints.None,
    };

    private static bool IsHiding(string style)
    {
        if (!style.Contains("none", StringComparison.OrdinalIgnoreCase) && !style.Contains("hidden", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var text = style.Replace(" ", "", StringComparison.Ordinal);
        return text.Contains("display:none", StringComparison.OrdinalIgnoreCase) || text.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Cuts names at punctuation and at camelCase humps, and looks each word up, alone and joined with the next.</summary>
    public static Hints OfNames(ReadOnlySpan<char> names)
    {
        var hints = Hints.None;
        var text = names[..Math.Min(names.Length, MaxNameLength)];
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var isEnd = i == text.Length || !char.IsLetterOrDigit(text[i]);
            var isHump = !isEnd && i > start && char.IsUpper(text[i]) && char.IsLower(text[i - 1]);
            if (isEnd || isHump)
            {
                if (i - start > 1 && WordsBySpan.TryGetValue(text[start..i], out var hint))
                {
                    hints |= hint;
                }

                start = isHump ? i : i + 1;
            }
        }

        return hints;
    }
}
