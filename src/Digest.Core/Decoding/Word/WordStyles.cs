using System.Globalization;
using DocumentFormat.OpenXml.Packaging;

namespace Digest.Core.Decoding.Word;

/// <summary>What a paragraph style is for.</summary>
internal enum WordRole
{
    Body,
    Title,
    Subtitle,
    Heading,
    List,
    Quote,
    Caption,
    Code,
    Contents,

    /// <summary>The word "Abstract" above one.</summary>
    Label,
}

/// <summary>The document's styles, as far as they tell what a paragraph is.</summary>
internal sealed class WordStyles
{
    /// <summary>Styles are based on one another; a hostile document may make a circle of them.</summary>
    private const int MostSteps = 12;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    private sealed class Style
    {
        public string Name { get; set; } = "";

        public string? BasedOn { get; set; }

        public int Outline { get; set; } = -1;

        public string? NumberingId { get; set; }

        public int NumberingLevel { get; set; }

        public bool? Hides { get; set; }

        public bool? Bold { get; set; }

        public bool? Italic { get; set; }
    }

    public static WordStyles Of(MainDocumentPart main, DecodingOptions options)
    {
        var styles = new WordStyles();
        if (main.StyleDefinitionsPart is { } part)
        {
            styles.ReadStyles(part, options);
        }

        return styles;
    }

    /// <summary>Role of a style and the level of a heading (1 to 6).</summary>
    public (WordRole Role, int Level) RoleOf(string? styleId)
    {
        for (var (id, steps) = (styleId, 0); id is not null && steps < MostSteps; steps++)
        {
            var style = _styles.GetValueOrDefault(id);
            if (RoleOfName(style?.Name ?? id) is { } role)
            {
                return role;
            }

            if (style?.Outline is >= 0 and < 9)
            {
                return (WordRole.Heading, Math.Min(6, style.Outline + 1));
            }

            if (style?.NumberingId is not (null or "0"))
            {
                return (WordRole.List, 0);
            }

            id = style?.BasedOn;
        }

        return (WordRole.Body, 0);
    }

    /// <summary>Whether a style of paragraphs or of words hides the text set in it; null where it doesn't say.</summary>
    public bool? Hides(string? styleId) => Says(styleId, static style => style.Hides);

    /// <summary>Whether a style of words sets them in bold letters.</summary>
    public bool IsBold(string? styleId) => Says(styleId, static style => style.Bold) ?? styleId == "Strong";

    /// <summary>Whether a style of words sets them in italics.</summary>
    public bool IsItalic(string? styleId) => Says(styleId, static style => style.Italic) ?? styleId == "Emphasis";

    /// <summary>What a style says, or else the nearest of those that it is based on which does.</summary>
    private bool? Says(string? styleId, Func<Style, bool?> property)
    {
        for (var (id, steps) = (styleId, 0); id is not null && steps < MostSteps; steps++)
        {
            var style = _styles.GetValueOrDefault(id);
            if (style is not null && property(style) is { } says)
            {
                return says;
            }

            id = style?.BasedOn;
        }

        return null;
    }

    /// <summary>The numbering that a style gives its paragraphs; null for none.</summary>
    public (string Id, int Level)? NumberingOf(string? styleId)
    {
        for (var (id, steps) = (styleId, 0); id is not null && steps < MostSteps; steps++)
        {
            var style = _styles.GetValueOrDefault(id);
            if (style?.NumberingId is { } numbering)
            {
                return (numbering, style.NumberingLevel);
            }

            id = style?.BasedOn;
        }

        return null;
    }

    private static (WordRole, int)? RoleOfName(string name)
    {
        var key = name.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        foreach (var word in (ReadOnlySpan<string>)["HEADING", "ÜBERSCHRIFT", "BERSCHRIFT", "TITRE", "TÍTULO", "TTULO", "TITOLO", "KOP"])
        {
            if (key.StartsWith(word, StringComparison.Ordinal) && key.Length == word.Length + 1 && char.IsAsciiDigit(key[^1]))
            {
                return (WordRole.Heading, Math.Clamp(key[^1] - '0', 1, 6));
            }
        }

        return key switch
        {
            "TITLE" or "TITEL" or "TITRE" or "TITREPRINCIPAL" or "TÍTULO" or "TITOLO" or "HEADLINE" or "HED" or "ARTICLETITLE" or "ESSAYTITLE" => (WordRole.Title, 1),
            "SUBTITLE" or "UNTERTITEL" or "SOUS-TITRE" or "SUBTÍTULO" or "SOTTOTITOLO" or "STANDFIRST" or "DEK" or "DECK" or "VORSPANN" or "CHAPÔ" or "ABSTRACT" => (WordRole.Subtitle, 0),
            "ABSTRACTTITLE" => (WordRole.Label, 0),
            "QUOTE" or "INTENSEQUOTE" or "BLOCKTEXT" or "QUOTATIONS" or "ZITAT" => (WordRole.Quote, 0),
            "CAPTION" or "BESCHRIFTUNG" => (WordRole.Caption, 0),
            "LISTBULLET" or "LISTNUMBER" => (WordRole.List, 0),
            "HTMLPREFORMATTED" or "CODE" or "SOURCECODE" or "PREFORMATTEDTEXT" => (WordRole.Code, 0),
            _ when key.StartsWith("TOC", StringComparison.Ordinal) && key.Length <= 10 => (WordRole.Contents, 0),
            _ => null,
        };
    }

    private void ReadStyles(OpenXmlPart part, DecodingOptions options)
    {
        Style? style = null;
        WordXml.Read(
            part,
            options,
            reader =>
            {
                switch (reader.LocalName)
                {
                    case "style" when WordXml.Attribute(reader, "styleId") is { } id:
                        _styles[id] = style = new Style { Name = id };
                        break;
                    case "name" when style is not null:
                        style.Name = WordXml.Attribute(reader, "val") ?? style.Name;
                        break;
                    case "basedOn" when style is not null:
                        style.BasedOn = WordXml.Attribute(reader, "val");
                        break;
                    case "outlineLvl" when style is not null && int.TryParse(WordXml.Attribute(reader, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var level):
                        style.Outline = level;
                        break;
                    case "vanish" when style is not null:
                        style.Hides = WordXml.IsOn(reader);
                        break;
                    case "b" when style is not null:
                        style.Bold = WordXml.IsOn(reader);
                        break;
                    case "i" when style is not null:
                        style.Italic = WordXml.IsOn(reader);
                        break;
                    case "numId" when style is not null:
                        style.NumberingId = WordXml.Attribute(reader, "val");
                        break;
                    case "ilvl" when style is not null && int.TryParse(WordXml.Attribute(reader, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var level):
                        style.NumberingLevel = Math.Min(WordNumbering.Deepest, level);
                        break;
                }
            },
            reader => style = reader.LocalName == "style" ? null : style);
    }
}
