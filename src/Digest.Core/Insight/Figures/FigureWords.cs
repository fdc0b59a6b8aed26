using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>The word lists that the reading of figures turns on; each file says what its words are for.</summary>
internal static class FigureWords
{
    public static readonly WordSet Stops = WordList.Words("unit-stops");
    public static readonly WordSet Discourse = WordList.Words("discourse-nouns");
    public static readonly WordSet Labels = WordList.Words("number-labels");
    public static readonly WordSet BeforeCount = WordList.Words("before-count");
    public static readonly WordSet YearContext = WordList.Words("year-context");
    public static readonly WordSet PersonNouns = WordList.Words("person-nouns");
    public static readonly WordSet Concrete = WordList.Words("concrete-things");
    public static readonly WordSet Totals = WordList.Words("totals");
    public static readonly WordSet Comparisons = WordList.Words("comparisons");
    public static readonly WordSet Scores = WordList.Words("scores");
    public static readonly WordSet Ages = WordList.Words("ages");
    public static readonly WordSet PercentNouns = WordList.Words("percent-nouns");
    public static readonly WordSet Qualifiers = WordList.Words("qualifiers");

    /// <summary>True where a noun phrase can't go on: marks, function words, verbs, adverbs.</summary>
    public static bool EndsUnit(TokenRun tokens, int i)
    {
        if (tokens.Kind(i) != TokenKind.Word)
        {
            return true;
        }

        if (tokens.Kind(i + 1) == TokenKind.Dash && tokens.Glued(i + 1) && tokens.Glued(i + 2))
        {
            // "start-ups", "on-site inspectors": a part of a compound.
            return false;
        }

        var word = tokens.Word(i);
        return Stops.Contains(word)
            || (word.Length > 4 && word.EndsWith("ly", StringComparison.OrdinalIgnoreCase) && !(AdjectivesInLy.Contains(word) && tokens.Kind(i + 1) == TokenKind.Word && !Stops.Contains(tokens.Word(i + 1))));
    }

    /// <summary>A plural noun by its look: after it a noun phrase rarely goes on.</summary>
    public static bool IsPlural(TokenRun tokens, int i)
    {
        var word = tokens.Word(i);
        if (tokens.IsCapital(i) && !word.EndsWith("ns", StringComparison.Ordinal) && !word.EndsWith("is", StringComparison.Ordinal))
        {
            return false;
        }

        return IrregularPlurals.Contains(word)
            || (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'));
    }

    private static readonly WordSet AdjectivesInLy = WordList.Words("adjectives-in-ly");
    private static readonly WordSet IrregularPlurals = WordList.Words("irregular-plurals");
}
