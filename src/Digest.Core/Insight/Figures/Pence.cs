using System.Globalization;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Tells the p of "71p" and "1.4p a mile", pence, from that of other names that end in a p ("a 1080p screen"), and pence that are spent from the thing that is called by them ("a 50p coin", "the 40p turnstile").</summary>
internal static class Pence
{
    public const string Unit = "pence";

    /// <summary>From here on prices are written in pounds.</summary>
    private const double Most = 480;

    /// <summary>True when a token is the p right behind an amount.</summary>
    public static bool IsAt(TokenRun tokens, int i) =>
        tokens.Kind(i) == TokenKind.Word && tokens.Word(i) is "p" && tokens.Glued(i) && tokens.Kind(i - 1) == TokenKind.Number
        && double.TryParse(tokens.Word(i - 1), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) && value < Most
        && !(UnitReader.IsDeterminer(tokens, i - 2) && !FigureWords.EndsUnit(tokens, i + 1));
}
