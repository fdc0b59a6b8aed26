using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Tells things that are called by a number ("508 compliance", "the 508 Program Manager", "50 UN Plaza") from those that are counted: a count of several stands before a plural.</summary>
internal static class NamedByNumber
{
    /// <summary>Letters of the shortest noun that is told by its ending.</summary>
    private const int ShortestQuality = 7;

    /// <summary>Endings of what can't be counted: "awareness", "compliance", "accessibility".</summary>
    private static readonly string[] Qualities = ["ness", "ance", "ence", "ility", "ship"];

    /// <summary>True when what follows a bare number is no noun of which there can be several.</summary>
    public static bool Is(TokenRun tokens, QuantityCandidate c)
    {
        if (c is not { Number.Form: NumeralForm.BareDigits, High: null, More: false, Value: > 1 } || c.First != c.Number.First || tokens.Kind(c.Number.End) != TokenKind.Word)
        {
            return false;
        }

        var noun = c.Number.End;
        return tokens.IsCapital(noun) ? IsProper(tokens, c) : IsQuality(tokens, noun, c.Unit.Head) || (noun == c.Unit.Head && tokens.Is(noun, "compliant", "status"));
    }

    /// <summary>"508 awareness", "508 compliance team"; "300 audience members" are counted.</summary>
    private static bool IsQuality(TokenRun tokens, int noun, int head)
    {
        if (FigureWords.IsPlural(tokens, head) || tokens.Word(noun).Length < ShortestQuality || tokens.Is(noun, "audience", "ambulance") || tokens.In(noun, WordLists.PersonNouns))
        {
            return false;
        }

        foreach (var ending in Qualities)
        {
            if (tokens.Word(noun).EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"508 Program Manager", "30 Rockefeller Center", "at 45 Fremont": a proper name that is no people's.</summary>
    private static bool IsProper(TokenRun tokens, QuantityCandidate c)
    {
        var last = c.Unit.End - 1;
        for (var i = c.Number.End; i <= last; i++)
        {
            if (!tokens.IsCapital(i) && tokens.Kind(i) != TokenKind.Dash)
            {
                return false;
            }
        }

        if (last != c.Unit.Head || IsManyOrPeople(tokens, last) || tokens.Kind(c.Unit.End) is TokenKind.Dash or TokenKind.Number || tokens.IsMark(c.Unit.End, '&') || (tokens.Is(c.Unit.End, "and") && tokens.IsCapital(c.Unit.End + 1)))
        {
            return false;
        }

        return last > c.Number.End ? !tokens.In(last, WordLists.Organisations) : tokens.Is(c.First - 1, "at") || tokens.In(last, WordLists.Things) || tokens.Is(last, "Program", "Programme");
    }

    /// <summary>"Marines", "MPs", "Taliban", "South Korean"; and an initial, or letters that may stand for several.</summary>
    private static bool IsManyOrPeople(TokenRun tokens, int i)
    {
        var word = tokens.Word(i);
        return word.Length < 3 || word[^1] == 's' || char.IsUpper(word[^1]) || tokens.In(i, WordLists.DemonymsInAnyCase | WordLists.PersonNouns | WordLists.IrregularPlurals | WordLists.MeasureWords);
    }
}
