using System.Text.RegularExpressions;
using Digest.Core.Insight;

namespace Digest.Core.Boilerplate.Matching;

/// <summary>One alternative of a rule's conditions as an expression of its own, made when it is first tried: most never are.</summary>
/// <remarks>
/// The expressions run on .NET's backtracking interpreter although its cost is not linear in the length of the text: the
/// automata of the other engine took 300 MB for fifty rules. What keeps the cost bounded is the longest text that is looked
/// at, and that every expression is tried with hostile texts of that length before it ships (RuleCostTests).
/// </remarks>
/// <param name="text">The expression, its vocabulary expanded.</param>
/// <param name="isAtBeginning">True when it is tried at the beginning of a text alone.</param>
internal sealed class RuleExpression(string text, bool isAtBeginning)
{
    private const RegexOptions Engine = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly string[] Anything = ["^.", "^[^", "^(?-i:[^"];

    private Regex? _regex;

    public string Text { get; } = text;

    public bool IsAtBeginning { get; } = isAtBeginning;

    // Two threads may both make it; either is as good. A limit of time would read the clock at every step: a sixth of the
    // whole cost, for texts that are short.
    private Regex Regex => _regex ??= new Regex(Text, IsOfEnd ? Engine | RegexOptions.RightToLeft : Engine, Regex.InfiniteMatchTimeout);

    /// <summary>
    /// True for an expression of a whole text that may begin with anything. Its match is the same from whichever end it is
    /// read, and all that it asks for stands at the end: read from the beginning, one of a credit behind a caption took
    /// half the time of all expressions.
    /// </summary>
    private bool IsOfEnd => !IsAtBeginning && Array.Exists(Anything, sign => Text.StartsWith(sign, StringComparison.Ordinal))
        && Text is [.., not '\\', '$'] && ExpressionReader.IsSequence(Text);

    /// <summary>Makes the expression.</summary>
    /// <exception cref="ArgumentException">The text is no expression.</exception>
    public void Prepare() => _ = Regex;

    /// <summary>Where the first match stands, or null.</summary>
    public TextRange? Find(ReadOnlySpan<char> text)
    {
        foreach (var match in Regex.EnumerateMatches(text))
        {
            return new TextRange(match.Index, match.Index + match.Length);
        }

        return null;
    }
}
