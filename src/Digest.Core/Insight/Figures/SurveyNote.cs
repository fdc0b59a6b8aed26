using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Percentages that tell how a survey was made and read, not what it found.</summary>
internal static class SurveyNote
{
    /// <summary>Tokens looked back over for "margin of error".</summary>
    private const int Reach = 20;

    /// <summary>"a margin of error of plus or minus 3 points", "the 95% confidence interval", "at the 5 per cent level", "do not add up to 100%".</summary>
    public static bool IsOfMethod(TokenRun tokens, QuantityCandidate c)
    {
        var before = LoneCount.StartOf(tokens, c.First) - 1;
        var end = tokens.Is(c.Number.End, "per") ? c.Number.End + 2 : c.Number.End + 1;
        end += tokens.Kind(end) == TokenKind.Dash ? 1 : 0;
        if (tokens.IsMark(before, '±') || (tokens.Is(before, "minus") && tokens.Is(before - 2, "plus")) || tokens.Is(end, "confidence", "credible", "CI")
            || (tokens.Is(end, "level") && tokens.Is(before, "the") && tokens.Is(before - 1, "at")) || (tokens.Is(end, "significance") && tokens.Is(end + 1, "level")))
        {
            return true;
        }

        if (c.Value == 100 && (IsSum(tokens, before) || (tokens.Is(before, "to") && (IsSum(tokens, before - 1) || IsSum(tokens, before - 2)))))
        {
            return true;
        }

        for (var i = before; i >= 0 && i >= before - Reach; i--)
        {
            if (tokens.Is(i, "rate") && tokens.Is(i - 1, "response"))
            {
                return true;
            }

            if (tokens.Is(i, "error") && (tokens.Is(i - 2, "margin") || tokens.Is(i - 3, "margin") || tokens.Is(i - 1, "sampling", "standard")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"The survey was conducted in May among 4,120 adults", "a survey of 5,022 adults conducted from January 20": how it was made.</summary>
    public static bool IsSample(TokenRun tokens, QuantityCandidate c)
    {
        var before = LoneCount.StartOf(tokens, c.First) - 1;
        var be = tokens.Kind(c.Unit.End) == TokenKind.Comma ? c.Unit.End + 1 : IsSurveyed(tokens, before) ? c.Unit.End : -1;
        if (tokens.Is(before, "of") && tokens.Is(be, "was", "were") && IsConducted(tokens, be + 1))
        {
            // "The survey, of 1,204 adults, was carried out online"
            return true;
        }

        if (IsConducted(tokens, c.Unit.End))
        {
            return tokens.Is(c.Unit.End + 1, "from", "between", "on", "by") || tokens.IsCapital(c.Unit.End + 1);
        }

        for (var i = before - 1; tokens.Is(before, "among", "with", "of") && i > 0 && i >= before - Reach; i--)
        {
            if (IsConducted(tokens, i) && tokens.Is(i - 1, "was", "were"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a survey of six cities": the few places looked at.</summary>
    public static bool IsSurveyed(TokenRun tokens, int before) =>
        tokens.Is(before, "of") && tokens.Is(before - 1, "survey", "study", "review", "sample", "poll");

    private static bool IsConducted(TokenRun tokens, int i) => tokens.Is(i, "conducted", "fielded", "taken") || (tokens.Is(i, "carried") && tokens.Is(i + 1, "out")) || (tokens.Is(i, "held") && tokens.Is(i - 2, "interviews"));

    /// <summary>"add up to", "sum to", "not adding to".</summary>
    private static bool IsSum(TokenRun tokens, int i) => tokens.Is(i, "add", "adds", "adding", "sum", "sums", "total");
}
