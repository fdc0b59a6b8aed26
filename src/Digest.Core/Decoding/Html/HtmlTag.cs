using System.Collections.Frozen;

namespace Digest.Core.Decoding.Html;

/// <summary>The elements whose meaning counts for reading; every other element is <see cref="Other"/>, an inline one.</summary>
internal enum HtmlTag : byte
{
    Other, Text,
    Html, Head, Body, Title, Meta, Link, Base,
    Script, Style, Template, NoScript, Svg, Math, Object, Iframe, Canvas, Audio, Video, Embed,
    Header, Footer, Nav, Aside, Main, Article, Section, Div, P, Address, Center, Details, Summary, Dialog, Hgroup, Search, Fieldset, Legend, Menu,
    H1, H2, H3, H4, H5, H6,
    Ul, Ol, Li, Dl, Dt, Dd,
    Blockquote, Q, Pre, Code, Figure, FigCaption, Picture, Img, Hr, Br, Wbr,
    Table, Caption, THead, TBody, TFoot, Tr, Td, Th, ColGroup, Col,
    Form, Input, Button, Select, Option, OptGroup, TextArea, Label, Output, Progress, Meter,
    A, Em, I, Strong, B, Sup, Sub, Span, Time, Small, Cite, Kbd, Samp, Var, Mark, U, Font, Del, S, Strike,
}

internal static class HtmlTags
{
    /// <summary>No known element has a longer name.</summary>
    private const int LongestName = 10;

    private static readonly FrozenDictionary<string, HtmlTag> ByName =
        Enum.GetValues<HtmlTag>().Where(t => t is not (HtmlTag.Other or HtmlTag.Text)).ToFrozenDictionary(t => t.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public static HtmlTag Of(string lowerCaseName) => ByName.TryGetValue(lowerCaseName, out var tag) ? tag : HtmlTag.Other;

    /// <summary>What the tag at the beginning of a text begins or ends.</summary>
    public static HtmlTag Named(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("</");
        var length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length]))
        {
            length++;
        }

        return length <= LongestName ? Of(text[..length].ToString().ToLowerInvariant()) : HtmlTag.Other;
    }

    /// <summary>True for elements that never hold text a reader sees as running text.</summary>
    public static bool HoldsNoText(this HtmlTag tag) => tag is
        HtmlTag.Title or HtmlTag.Script or HtmlTag.Style or HtmlTag.Template or HtmlTag.Svg or HtmlTag.Math or HtmlTag.Object or HtmlTag.Iframe
        or HtmlTag.Canvas or HtmlTag.Audio or HtmlTag.Video or HtmlTag.Embed or HtmlTag.ColGroup or HtmlTag.Progress or HtmlTag.Meter;

    /// <summary>True for elements whose text is deleted or holds no longer: readers see a line through it.</summary>
    public static bool IsStruck(this HtmlTag tag) => tag is HtmlTag.Del or HtmlTag.S or HtmlTag.Strike;

    /// <summary>True for elements that stand on lines of their own.</summary>
    public static bool IsBlock(this HtmlTag tag) => tag is
        (>= HtmlTag.Html and <= HtmlTag.Title)
        or (>= HtmlTag.Header and <= HtmlTag.Blockquote)
        or HtmlTag.Pre or HtmlTag.Figure or HtmlTag.FigCaption or HtmlTag.Hr
        or (>= HtmlTag.Table and <= HtmlTag.Form)
        or HtmlTag.Option or HtmlTag.OptGroup or HtmlTag.NoScript;

    /// <summary>1 to 6 for headings, 0 for all else.</summary>
    public static int HeadingLevel(this HtmlTag tag) => tag is >= HtmlTag.H1 and <= HtmlTag.H6 ? tag - HtmlTag.H1 + 1 : 0;
}
