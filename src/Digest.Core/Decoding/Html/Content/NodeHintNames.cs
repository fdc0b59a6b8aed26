namespace Digest.Core.Decoding.Html.Content;

/// <summary>The hints the model may use, and their names for a person.</summary>
internal static class NodeHintNames
{
    /// <summary>Hints that speak for furniture.</summary>
    public const Hints Unfavourable = Hints.Nav | Hints.Footer | Hints.Aside | Hints.Form | Hints.Button | Hints.Hidden | Hints.Dialog | Hints.NoScript | Hints.NavName
        | Hints.FooterName | Hints.SidebarName | Hints.Comments | Hints.Share | Hints.Related | Hints.Newsletter | Hints.Cookie | Hints.Ad | Hints.Author | Hints.Meta | Hints.Caption
        | Hints.Toc | Hints.ScreenReader | Hints.Product | Hints.Promo | Hints.Breadcrumb | Hints.Card | Hints.Paging | Hints.Search | Hints.Login | Hints.Widget | Hints.Carousel | Hints.Menu | Hints.Poll;

    /// <summary>Every hint there is.</summary>
    public static Hints Used { get; } = Enum.GetValues<Hints>().Aggregate(Hints.None, static (all, hint) => all | hint);

    /// <summary>The hint as words.</summary>
    public static string Of(Hints hint) => hint.ToString().ToLowerInvariant();
}
