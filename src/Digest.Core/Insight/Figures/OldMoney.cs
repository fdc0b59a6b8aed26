using System.Collections.Frozen;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Reads sums in pounds, shillings and pence: "£212 4s. 7d.", "17s. 6d. a week", "fivepence halfpenny".</summary>
internal static class OldMoney
{
    private const double ShillingsAPound = 20;

    private const double PenceAShilling = 12;

    /// <summary>"the 60s" are years.</summary>
    private const double MostShillings = 59;

    private static readonly FrozenDictionary<string, double> Pence = new Dictionary<string, double>
    {
        ["twopence"] = 2,
        ["threepence"] = 3,
        ["fourpence"] = 4,
        ["fivepence"] = 5,
        ["sixpence"] = 6,
        ["sevenpence"] = 7,
        ["eightpence"] = 8,
        ["ninepence"] = 9,
        ["tenpence"] = 10,
        ["elevenpence"] = 11,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The sum that begins at a token, in the largest of its coins, or null.</summary>
    public static (Numeral Number, int First, CountedUnit Unit)? Read(TokenRun tokens, int i)
    {
        if (tokens.Kind(i) == TokenKind.Word)
        {
            return ReadWord(tokens, i);
        }

        if (tokens.Kind(i) != TokenKind.Number)
        {
            return null;
        }

        var hasPounds = tokens.Word(i - 1) is "£";
        var (pounds, at) = (0.0, i);
        if (hasPounds)
        {
            if (NumeralReader.Read(tokens, i) is not { } number)
            {
                return null;
            }

            (pounds, at) = (number.Value, number.End + (tokens.Kind(number.End) == TokenKind.Comma ? 1 : 0));
        }

        var shillings = Coins(tokens, at, "s");
        var behind = shillings is null ? at : AfterStop(tokens, at + 2);
        var pence = Coins(tokens, behind, "d");
        var isSum = hasPounds ? shillings is not null || pence is not null : shillings is not null && (pence is not null || IsAmongPounds(tokens, at));
        if (!isSum)
        {
            return null;
        }

        var end = pence is null ? at + 2 : behind + 2;
        var value = ((((pounds * ShillingsAPound) + (shillings ?? 0)) * PenceAShilling) + (pence ?? 0)) / PenceAShilling;
        return Sum(tokens, i, hasPounds ? i - 1 : i, AfterStop(tokens, end), hasPounds ? Math.Round(value / ShillingsAPound, 4) : Math.Round(value, 4), hasPounds ? "pounds" : "shillings");
    }

    /// <summary>"fivepence", "fivepence halfpenny"; "a sixpence" is a coin.</summary>
    private static (Numeral Number, int First, CountedUnit Unit)? ReadWord(TokenRun tokens, int i)
    {
        if (!Pence.TryGetValue(tokens.Word(i).ToString(), out var value) || tokens.Is(i - 1, "a", "the"))
        {
            return null;
        }

        var half = tokens.Is(i + 1, "halfpenny");
        return Sum(tokens, i, i, half ? i + 2 : i + 1, half ? value + 0.5 : value, "pence");
    }

    private static (Numeral Number, int First, CountedUnit Unit) Sum(TokenRun tokens, int i, int first, int end, double value, string coins)
    {
        var rated = UnitReader.WithRate(tokens, end);
        var words = rated > end ? coins + " " + tokens.Text(end, rated) : coins;
        return (new Numeral(i, end, value, NumeralForm.Digits), first, new CountedUnit(rated, words, MeasureKind.Money, -1));
    }

    /// <summary>The number of a sum's coins of one kind that stands at a token, or null.</summary>
    private static double? Coins(TokenRun tokens, int i, string letter) =>
        tokens.Kind(i) == TokenKind.Number && tokens.Is(i + 1, letter) && tokens.Glued(i + 1) && double.TryParse(tokens.Word(i), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count) && count <= MostShillings
            ? count : null;

    private static int AfterStop(TokenRun tokens, int i) => tokens.IsMark(i, '.') && tokens.Glued(i) && i + 1 < tokens.Count ? i + 1 : i;

    /// <summary>"of which £60 came from Sunderland and 11s. from a captain's wife"</summary>
    private static bool IsAmongPounds(TokenRun tokens, int i)
    {
        for (var before = i - 1; tokens.IsMark(i + 2, '.') && before >= 0; before--)
        {
            if (tokens.Word(before) is "£" || tokens.Is(before, "shillings"))
            {
                return true;
            }
        }

        return false;
    }
}
