using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Names;

/// <summary>Tells capital words that are called after somebody, or read like a name, and speak of nobody: ships, titles of works, codes.</summary>
internal static class NamedThing
{
    /// <summary>Tokens of a quoted title before or behind the part that looks like a name.</summary>
    private const int LongestTitle = 8;

    /// <summary>The words are such a thing's.</summary>
    public static bool Is(TokenRun tokens, NameRun run) => IsQuotedTitle(tokens, run) || IsShip(tokens, run) || IsCode(tokens, run.End);

    /// <summary>"the John Lewis-class oilers", "HMS Queen Elizabeth": ships, called after somebody.</summary>
    private static bool IsShip(TokenRun tokens, NameRun run) =>
        (tokens.Kind(run.End) == TokenKind.Dash && tokens.Glued(run.End) && tokens.Is(run.End + 1, "class"))
        || tokens.Word(run.First) is "HMS" or "HMAS" or "HMCS" or "HMNZS" or "HMT" or "INS" or "MV" or "RMS" or "RRS" or "SS" or "USNS" or "USS";

    /// <summary>"Bill C-51": a letter that belongs to a number.</summary>
    private static bool IsCode(TokenRun tokens, int end) =>
        tokens.Kind(end) == TokenKind.Dash && tokens.Glued(end) && tokens.Glued(end + 1) && tokens.Kind(end + 1) == TokenKind.Number && tokens.Word(end - 1).Length == 1;

    /// <summary>A run that fills quotation marks, alone or with others behind commas, is a title of a work: “Pay Less, Keep More”.</summary>
    private static bool IsQuotedTitle(TokenRun tokens, NameRun run)
    {
        var first = run.First;
        while (tokens.Kind(first - 1) == TokenKind.Comma && tokens.IsCapital(first - 2) && first > run.First - LongestTitle)
        {
            first -= 2;
            while (tokens.IsCapital(first - 1) && first > run.First - LongestTitle)
            {
                first--;
            }
        }

        var end = run.End;
        while (first == run.First && tokens.Kind(end) == TokenKind.Comma && tokens.IsCapital(end + 1) && end < run.End + LongestTitle)
        {
            end += 2;
            while (tokens.IsCapital(end) && end < run.End + LongestTitle)
            {
                end++;
            }
        }

        return tokens.IsOpeningMark(first - 1) && !tokens.IsMark(first - 1, '(')
            && tokens.IsMark(end, "”\"’»");
    }
}
