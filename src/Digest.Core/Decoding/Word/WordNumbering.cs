using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;

namespace Digest.Core.Decoding.Word;

/// <summary>
/// The numberings of a Word document, and how far each has counted. Paragraphs hold no number: Word counts those of one numbering, level by
/// level, through the whole document, whatever stands between them.
/// </summary>
internal sealed class WordNumbering
{
    /// <summary>The last level; the first is 0.</summary>
    public const int Deepest = 8;

    private readonly Dictionary<string, Definition> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Instance> _instances = new(StringComparer.Ordinal);

    /// <summary>Levels of a numbering and the last number of each.</summary>
    private sealed class Definition
    {
        public Level[] Levels { get; } = [.. Enumerable.Range(0, Deepest + 1).Select(_ => new Level())];
    }

    private sealed class Level
    {
        public int Start { get; set; } = 1;

        public string Format { get; set; } = "none";

        /// <summary>What stands before the text: <c>%1.%2</c>.</summary>
        public string Label { get; set; } = "";

        public int? Last { get; set; }

        public bool IsOrdered => Format is not ("bullet" or "none");
    }

    /// <summary>Several lists may count on from one another; one may begin anew.</summary>
    private sealed class Instance
    {
        public string DefinitionId { get; set; } = "";

        public Dictionary<int, int> Restarts { get; } = [];
    }

    public static WordNumbering Of(MainDocumentPart main, DecodingOptions options)
    {
        var numbering = new WordNumbering();
        if (main.NumberingDefinitionsPart is { } part)
        {
            numbering.Read(part, options);
        }

        return numbering;
    }

    /// <summary>Whether a level of a numbering counts, rather than shows bullets.</summary>
    public bool IsOrdered(string? id, int level) => DefinitionOf(id)?.Levels[level].IsOrdered == true;

    /// <summary>Counts a paragraph; 0 where its level shows bullets.</summary>
    public int Next(string? id, int level)
    {
        if (DefinitionOf(id) is not { } definition || !definition.Levels[level].IsOrdered)
        {
            return 0;
        }

        var levels = definition.Levels;
        levels[level].Last = _instances[id!].Restarts.Remove(level, out var restart) ? restart : levels[level].Last + 1 ?? levels[level].Start;
        for (var deeper = level + 1; deeper <= Deepest; deeper++)
        {
            levels[deeper].Last = null;
        }

        return levels[level].Last!.Value;
    }

    /// <summary>What Word shows before a paragraph that was counted: "2.1", "IV."; empty where it is a sign or nothing.</summary>
    public string Label(string? id, int level)
    {
        if (DefinitionOf(id) is not { } definition || !definition.Levels[level].IsOrdered)
        {
            return "";
        }

        var label = new StringBuilder(definition.Levels[level].Label);
        for (var of = 0; of <= level; of++)
        {
            var part = definition.Levels[of];
            label.Replace(string.Create(CultureInfo.InvariantCulture, $"%{of + 1}"), Written(part.Last ?? part.Start, part.Format));
        }

        return label.ToString().Trim();
    }

    private Definition? DefinitionOf(string? id) => id is not null && _instances.TryGetValue(id, out var instance) ? _definitions.GetValueOrDefault(instance.DefinitionId) : null;

    private static string Written(int number, string format) => format switch
    {
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperLetter" when number is > 0 and <= 26 => ((char)('A' + number - 1)).ToString(),
        "lowerLetter" when number is > 0 and <= 26 => ((char)('a' + number - 1)).ToString(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Roman(int number)
    {
        if (number is <= 0 or >= 4000)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var text = new StringBuilder();
        foreach (var (value, sign) in (ReadOnlySpan<(int, string)>)[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            for (; number >= value; number -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }

    private void Read(OpenXmlPart part, DecodingOptions options)
    {
        var (definition, instance, level) = ((Definition?)null, (Instance?)null, 0);
        WordXml.Read(
            part,
            options,
            reader =>
            {
                var value = WordXml.Attribute(reader, "val");
                switch (reader.LocalName)
                {
                    case "abstractNum" when WordXml.Attribute(reader, "abstractNumId") is { } id:
                        _definitions[id] = definition = new Definition();
                        break;
                    case "lvl" or "lvlOverride":
                        level = Math.Min(Deepest, Number(WordXml.Attribute(reader, "ilvl")) ?? 0);
                        break;
                    case "start" when definition is not null:
                        definition.Levels[level].Start = Number(value) ?? 1;
                        break;
                    case "numFmt" when definition is not null:
                        definition.Levels[level].Format = value ?? "decimal";
                        break;
                    case "lvlText" when definition is not null:
                        definition.Levels[level].Label = value ?? "";
                        break;
                    case "num" when WordXml.Attribute(reader, "numId") is { } id:
                        _instances[id] = instance = new Instance();
                        definition = null;
                        break;
                    case "abstractNumId" when instance is not null:
                        instance.DefinitionId = value ?? "";
                        break;
                    case "startOverride" when instance is not null && Number(value) is { } start:
                        instance.Restarts[level] = start;
                        break;
                }
            },
            static _ => { });
    }

    private static int? Number(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000 ? number : null;
}
