using Microsoft.AspNetCore.Components;

namespace Digest.Core.Rendering.Mail;

/// <summary>
/// Inline styles of the mail. Mail programs differ in what they read from a style sheet, so everything that matters
/// without dark mode stands on the element itself; the style sheet only turns colours and narrows the margins.
/// </summary>
internal static class MailStyle
{
    /// <summary>Width of the column in pixels.</summary>
    public const int Width = 600;

    private static readonly Palette Light = Theme.Light;
    private static readonly string Serif = $"font-family:{Theme.Serif};";
    private static readonly string Sans = $"font-family:{Theme.Sans};";

    public static string Masthead { get; } = $"margin:0;{Serif}font-size:34px;line-height:40px;font-weight:700;letter-spacing:-0.5px;color:{Light.Ink};";
    public static string MastheadLink { get; } = $"color:{Light.Ink};text-decoration:none;";
    public static string Dateline { get; } = $"margin:8px 0 0;{Sans}font-size:13px;line-height:20px;color:{Light.Muted};";
    public static string Intro { get; } = $"margin:0;{Serif}font-size:18px;line-height:28px;font-style:italic;color:{Light.Ink};";
    public static string Section { get; } = $"margin:0;{Sans}font-size:13px;line-height:20px;font-weight:700;letter-spacing:0.6px;color:{Light.Accent};";
    public static string LeadTitle { get; } = $"margin:0;{Serif}font-size:30px;line-height:37px;font-weight:700;letter-spacing:-0.3px;color:{Light.Ink};";
    public static string Title { get; } = $"margin:0;{Serif}font-size:22px;line-height:29px;font-weight:700;color:{Light.Ink};";
    public static string Line { get; } = $"margin:0;font:700 17px/26px {Theme.Serif};color:{Light.Ink};";
    public static string TitleLink { get; } = $"color:{Light.Ink};text-decoration:none;";
    public static string Byline { get; } = $"margin:8px 0 0;{Sans}font-size:14px;line-height:21px;color:{Light.Muted};";
    public static string Text { get; } = $"margin:14px 0 0;{Serif}font-size:18px;line-height:28px;color:{Light.Ink};";
    public static string TextLink { get; } = $"color:{Light.Accent};text-decoration:underline;";
    public static string Point { get; } = $"margin:0;padding:0 0 8px 0;{Serif}font-size:17px;line-height:26px;color:{Light.Ink};";
    public static string Bullet { get; } = $"margin:0;padding:0 10px 8px 0;{Serif}font-size:17px;line-height:26px;color:{Light.Accent};";
    public static string Button { get; } = $"display:inline-block;padding:13px 22px;{Sans}font-size:16px;line-height:20px;font-weight:600;color:{Light.OnAccent};text-decoration:none;";
    public static string ButtonCell { get; } = $"background-color:{Light.Accent};border-radius:4px;";
    public static string More { get; } = $"display:inline-block;padding:12px 0;{Sans}font-size:15px;line-height:20px;font-weight:600;color:{Light.Accent};text-decoration:underline;";
    public static string Figure { get; } = $"margin:0;{Serif}font-size:27px;line-height:31px;font-weight:700;color:{Light.Accent};";
    public static string FigureLabel { get; } = $"margin:2px 0 0;{Sans}font-size:14px;line-height:20px;color:{Light.Muted};";
    public static string FigureText { get; } = $"margin:0;{Serif}font-size:17px;line-height:25px;color:{Light.Ink};";
    public static string FigureSource { get; } = $"display:inline-block;padding:8px 0 6px;{Sans}font-size:14px;line-height:20px;color:{Light.Muted};text-decoration:underline;";
    public static string Footer { get; } = $"margin:0 0 10px;{Sans}font-size:13px;line-height:21px;color:{Light.Muted};";
    public static string FooterLink { get; } = $"display:inline-block;padding:6px 0;color:{Light.Muted};text-decoration:underline;";
    public static string Ground { get; } = $"margin:0;padding:0;background-color:{Light.Ground};word-break:break-word;";
    public static string Paper { get; } = $"background-color:{Light.Paper};";
    public static string RuleLine { get; } = $"font-size:1px;line-height:1px;border-top:1px solid {Light.Rule};";
    public static string StrongRule { get; } = $"font-size:3px;line-height:3px;height:3px;background-color:{Light.Accent};";

    /// <summary>Not shown; fills the preview line of mail programs so that no body text runs into it.</summary>
    public const string Hidden = "display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden;";

    /// <summary>Invisible characters behind the preheader.</summary>
    public static MarkupString PreheaderPadding { get; } = new(string.Concat(Enumerable.Repeat("&#847;&zwnj;&nbsp;", 60)));

    /// <summary>Settings and fonts for Outlook on Windows, which renders with Word.</summary>
    public static MarkupString OutlookHead { get; } = new(
        "<!--[if mso]><noscript><xml xmlns:o=\"urn:schemas-microsoft-com:office:office\"><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript>"
        + "<style>.preheader{mso-hide:all}table{border-collapse:collapse}td,p,h1,h2,h3,a,span{font-family:Georgia,serif !important;mso-line-height-rule:exactly}</style><![endif]-->");

    /// <summary>Outlook ignores max-width: a table of fixed width around the column.</summary>
    public static MarkupString OutlookColumnStart { get; } = new(
        $"<!--[if mso]><table role=\"presentation\" width=\"{Width}\" align=\"center\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td><![endif]-->");

    /// <summary>Closes <see cref="OutlookColumnStart"/>.</summary>
    public static MarkupString OutlookColumnEnd { get; } = new("<!--[if mso]></td></tr></table><![endif]-->");

    /// <summary>Dark mode and narrow screens. Programs that ignore it show the inline styles.</summary>
    public static MarkupString Sheet { get; } = new(
        $$$"""
        <style>
        :root{color-scheme:light dark}
        body{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        a:hover{text-decoration:underline !important}
        @media (max-width:620px){.pad{padding-left:22px !important;padding-right:22px !important}.lead{font-size:26px !important;line-height:32px !important}.mast{font-size:29px !important;line-height:35px !important}.fig{display:block !important;width:auto !important;padding-bottom:0 !important}}
        @media (prefers-color-scheme:dark){ {{{Turn(string.Empty)}}} }
        {{{Turn("[data-ogsc] ")}}}
        </style>
        """);

    // Outlook.com and its apps mark a turned message with data-ogsc instead of the media query.
    private static string Turn(string prefix)
    {
        var dark = Theme.Dark;
        return string.Concat(
            $"{prefix}.ground{{background-color:{dark.Ground} !important}}",
            $"{prefix}.paper{{background-color:{dark.Paper} !important}}",
            $"{prefix}.ink{{color:{dark.Ink} !important}}",
            $"{prefix}.muted{{color:{dark.Muted} !important}}",
            $"{prefix}.accent{{color:{dark.Accent} !important}}",
            $"{prefix}.button{{background-color:{dark.Accent} !important}}",
            $"{prefix}.on{{color:{dark.OnAccent} !important}}",
            $"{prefix}.rule{{border-color:{dark.Rule} !important}}",
            $"{prefix}.bar{{background-color:{dark.Accent} !important}}");
    }
}
