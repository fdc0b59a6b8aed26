using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Tells the size or the place of a thing spoken of ("20-litre jugs", "10mm chips", "under two metres of snow", "two miles on") from a length or weight worth listing.</summary>
internal static class SizeTest
{
    /// <summary>Distances up to this many units are told by the way when they say where something is.</summary>
    private const double ShortWay = 10;

    /// <summary>Tokens of a note on a file, up to its size.</summary>
    private const int FileNote = 8;

    /// <summary>Tokens of a line that gives a book with its publisher, pages and price.</summary>
    private const int LongestBookLine = 60;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Packs = FrozenSet.ToFrozenSet(
        [
            "bag", "bags", "barrel", "barrels", "basket", "baskets", "bottle", "bottles", "box", "boxes", "bucket", "buckets", "canister", "canisters", "cans", "container", "containers", "carton", "cartons", "crate", "crates",
            "cup", "cups", "cylinder", "cylinders", "drum", "drums", "glass", "glasses", "jar", "jars", "jerrycan", "jerrycans", "jug", "jugs", "keg", "kegs", "pack", "packet", "packets", "packs",
            "pail", "pails", "pot", "pots", "pouch", "pouches", "roll", "rolls", "sachet", "sachets", "sack", "sacks", "tin", "tins", "tub", "tubs", "vial", "vials",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ways = FrozenSet.ToFrozenSet(
        ["on", "away", "off", "out", "from", "north", "south", "east", "west", "upstream", "downstream", "upriver", "downriver", "inland", "offshore", "apart"],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"20-liter jugs", "a 50 kg bag": a pack is sold by its size.</summary>
    public static bool IsPack(TokenRun tokens, int noun) => Packs.Contains(tokens.Word(noun));

    /// <summary>True when the measure only says how large a thing is that is spoken of, or where it is.</summary>
    public static bool IsOfThing(TokenRun tokens, QuantityCandidate c, bool plain)
    {
        var unit = c.Number.End;
        var end = unit + 1;
        if (IsPack(tokens, tokens.Kind(end) == TokenKind.Dash ? end + 1 : end) || IsSpecification(tokens, unit))
        {
            return true;
        }

        if (IsRace(tokens, c))
        {
            return true;
        }

        if (IsLatitude(tokens, c))
        {
            return true;
        }

        if (IsOfBody(tokens, c) || IsTurn(tokens, c))
        {
            return true;
        }

        // "the plug was under two metres of snow": where it was, not how much there was at most.
        var isUnder = tokens.Is(c.First - 1, "under") && c.Unit.Kind is MeasureKind.Length or MeasureKind.Short
            && c.Unit.Words.Contains(" of ", StringComparison.Ordinal) && IsPlace(tokens, c.First - 2);
        return isUnder || (c is { Form: NumeralForm.Words, Unit.Kind: MeasureKind.Length, Value: <= ShortWay } && plain && Ways.Contains(tokens.Word(c.Unit.End)));
    }

    /// <summary>"between 33 and 36 degrees south", "41°N": where something is.</summary>
    private static bool IsLatitude(TokenRun tokens, QuantityCandidate c)
    {
        var next = c.Unit.End;
        var isDegrees = tokens.Is(next - 1, "degrees") || tokens.IsMark(next - 1, '°');
        return c.Unit.Words is "°N" or "°S" or "°E" or "°W" || c.Unit.Words.EndsWith("degrees of latitude", StringComparison.Ordinal) || c.Unit.Words.EndsWith("degrees of longitude", StringComparison.Ordinal)
            || (isDegrees && tokens.Is(next, "north", "south", "east", "west", "latitude", "longitude"));
    }

    /// <summary>"180 degrees from our past", "a 360-degree review": half a turn or a whole one, as a way of speaking.</summary>
    private static bool IsTurn(TokenRun tokens, QuantityCandidate c)
    {
        var unit = tokens.Kind(c.Number.End) == TokenKind.Dash ? c.Number.End + 1 : c.Number.End;
        return (c.Value == 360 && tokens.Is(unit, "degree")) || (c.Value is 180 or 360 && tokens.Is(unit, "degrees") && (tokens.Is(unit + 1, "from", "away", "opposite", "different") || tokens.Any(c.First - 3, c.First, "turned")));
    }

    /// <summary>"in eleven words", "118 pages long": the length of a text.</summary>
    public static bool IsOfText(TokenRun tokens, QuantityCandidate c) =>
        (c.Unit.End == c.Unit.Head + 1 || (tokens.Is(c.Unit.Head + 1, "of") && tokens.IsCapital(c.Unit.Head + 2))) && c.Unit.Head == c.Number.End && !(tokens.Is(c.First - 1, "of") && tokens.Is(c.First - 2, "list", "vocabulary"))
        && tokens.Is(c.Unit.Head, "words", "lines", "pages", "sentences", "syllables", "paragraphs", "characters", "stanzas", "verses");

    /// <summary>"he is six foot four", "She weighs 72 kilos": of one person.</summary>
    private static bool IsOfBody(TokenRun tokens, QuantityCandidate c)
    {
        var verb = LoneCount.StartOf(tokens, c.First) - 1;
        var isBody = tokens.Is(verb, "weighs", "weighed", "is", "was", "stands", "stood", "am");
        var isTall = tokens.Is(c.Number.End, "foot") && NumberWords.IsCount(tokens, c.Number.End + 1);
        return isTall || (isBody && tokens.Is(verb - 1, "he", "she", "I", "who"));
    }

    /// <summary>"(PDF, 2.3 MB, 52 pages)", "(132 pages)": how large a file or a print is.</summary>
    public static bool IsOfFile(TokenRun tokens, QuantityCandidate c)
    {
        var isPages = tokens.Is(c.Unit.Head, "pages", "pp");
        if (!isPages && !tokens.Is(c.Number.End, "MB") && !tokens.Is(c.Number.End, "KB"))
        {
            return false;
        }

        for (var i = c.First - 1; i >= 0 && i >= c.First - FileNote; i--)
        {
            if (tokens.IsMark(i, '('))
            {
                return true;
            }

            if (tokens.Kind(i) is TokenKind.Word && !tokens.IsCapital(i) && !Measures.IsSymbol(tokens.Word(i)) && !tokens.Is(i, "presentation", "document", "file", "format", "version", "download", "slides", "pages", "pp", "audio", "video", "minutes"))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"University Press. 344 pp. £42.": the line of a book that is reviewed.</summary>
    public static bool IsOfBook(TokenRun tokens)
    {
        // Every figure of a sentence asks: one without end may not be looked through for each.
        if (tokens.Count > LongestBookLine)
        {
            return false;
        }

        var i = tokens.Count - 1;
        while (i > 0 && !(tokens.Is(i, "pp") && tokens.Kind(i - 1) == TokenKind.Number))
        {
            i--;
        }

        return i > 0;
    }

    /// <summary>"the last Valencia 10km": a race, called by its place and its length.</summary>
    private static bool IsRace(TokenRun tokens, QuantityCandidate c)
    {
        var place = c.First - 1;
        return c.First == c.Number.First && c.Unit.End == c.Number.End + 1 && tokens.IsCapital(place) && !tokens.OpensSentence(place) && !CalendarWords.IsMonth(tokens.Word(place))
            && tokens.Is(c.Number.End, "km", "miles", "metres", "meters")
            && (UnitReader.IsDeterminer(tokens, place - 1) || UnitReader.IsDeterminer(tokens, place - 2));
    }

    /// <summary>"10mm chips", "a 40ft reefer": a measure of trade before the thing that is called by it.</summary>
    private static bool IsSpecification(TokenRun tokens, int unit) =>
        tokens.Glued(unit) && tokens.Is(unit, "mm", "cm", "ft", "in")
        && UnitReader.PhraseEnd(tokens, unit + 1) > unit + 1 && !Ways.Contains(tokens.Word(unit + 1)) && !IsAdjective(tokens, unit + 1);

    /// <summary>"10mm thick"</summary>
    private static bool IsAdjective(TokenRun tokens, int i) =>
        tokens.Is(i, "thick", "long", "wide", "high", "tall", "deep", "thin", "below", "above", "across", "apart", "more", "higher", "lower", "less");

    private static bool IsPlace(TokenRun tokens, int verb) =>
        tokens.Is(verb, "is", "was", "are", "were", "lies", "lay", "buried", "sits", "sat");
}
