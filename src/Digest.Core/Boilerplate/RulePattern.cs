using System.Buffers;
using System.Text.RegularExpressions;
using Digest.Core.Blocks;
using Digest.Core.Insight;

namespace Digest.Core.Boilerplate;

/// <summary>A rule made ready to match.</summary>
/// <remarks>
/// The expressions run on .NET's backtracking interpreter although its cost is not linear in the length of the text: the
/// automata of the other engine took 300 MB for fifty rules. What keeps the cost bounded is the longest text that is looked
/// at, and that every expression is tried with hostile texts of that length before it ships (RuleCostTests).
/// </remarks>
internal sealed class RulePattern
{
    /// <summary>Longest text that is matched, in characters: twice the longest block that any rule applies to.</summary>
    public const int LongestText = 2_000;

    private const RegexOptions Engine = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly string[] LookAround = ["(?=", "(?!", "(?<"];

    private readonly SearchValues<string>? _needs;
    private readonly Regex? _is;
    private readonly Regex? _starts;
    private readonly Regex[] _contains;
    private readonly Regex? _unless;

    public RulePattern(Rule rule, Vocabulary vocabulary)
    {
        Rule = rule;
        _needs = rule.Needs is { } needs ? SearchValues.Create([.. needs], StringComparison.OrdinalIgnoreCase) : null;
        _is = Joined(rule.Is, "^", "$");
        _starts = Joined(rule.Starts, "^", "");
        _unless = Joined(rule.Unless, "", "");

        // Each by itself: the engine leaps to the words an expression begins with, but not to those that any of several begin with.
        _contains = [.. (rule.Contains ?? []).Select(a => Made(Expanded(a)))];

        Regex? Joined(IReadOnlyList<string>? alternatives, string before, string after) => alternatives is null
            ? null
            : Made(before + "(?:" + string.Join('|', alternatives.Select(Expanded)) + ")" + after);

        string Expanded(string alternative) => vocabulary.Expand(alternative, $"{rule.File}: rule '{rule.Id}'");

        Regex Made(string expression)
        {
            if (LookAround.FirstOrDefault(sign => expression.Contains(sign, StringComparison.Ordinal)) is { } sign)
            {
                throw new RuleSetException($"{rule.File}: rule '{rule.Id}': say it without looking ahead or behind ({sign}); 'unless' may help.");
            }

            try
            {
                // A limit of time would read the clock at every step: a sixth of the whole cost, for texts that are short.
                return new Regex(expression, Engine, Regex.InfiniteMatchTimeout);
            }
            catch (ArgumentException e)
            {
                throw new RuleSetException($"{rule.File}: rule '{rule.Id}': {e.Message}", e);
            }
        }
    }

    public Rule Rule { get; }

    /// <summary>The matched words, or null when the rule does not match this block on its own.</summary>
    public string? Match(Block block, BlockForm form)
    {
        if (form.Words > Rule.MaxWords || form.Straight.Length > LongestText || (Rule.OnlyLines && form.EndsAsSentence) || !LooksAt(block.Kind))
        {
            return null;
        }

        if (_needs is not null && !form.Straight.AsSpan().ContainsAny(_needs))
        {
            return null;
        }

        TextRange? found = null;
        if (_is is not null && (found = Find(_is, form.Core)) is null)
        {
            return null;
        }

        if (_starts is not null && (found = Find(_starts, form.Core)) is null)
        {
            return null;
        }

        found = found is { } core ? new TextRange(core.Start + form.CoreStart, core.End + form.CoreStart) : null;
        if (_contains.Length > 0 && (found = FindAny(_contains, form.Straight)) is null)
        {
            return null;
        }

        return found is not { } range || _unless?.IsMatch(form.Straight) == true ? null : block.Text[range.Start..range.End].Trim();
    }

    private static TextRange? FindAny(Regex[] expressions, ReadOnlySpan<char> text)
    {
        foreach (var expression in expressions)
        {
            if (Find(expression, text) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static TextRange? Find(Regex expression, ReadOnlySpan<char> text)
    {
        foreach (var match in expression.EnumerateMatches(text))
        {
            return new TextRange(match.Index, match.Index + match.Length);
        }

        return null;
    }

    private bool LooksAt(BlockKind kind) =>
        Rule.Kinds?.Contains(kind) ?? kind is not (BlockKind.Code or BlockKind.TableRow or BlockKind.Footnote);
}
