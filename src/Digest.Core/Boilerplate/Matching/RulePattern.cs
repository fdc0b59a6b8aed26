using Digest.Core.Blocks;
using Digest.Core.Insight;

namespace Digest.Core.Boilerplate.Matching;

/// <summary>A rule made ready to match.</summary>
internal sealed class RulePattern
{
    /// <summary>Longest text that is matched, in characters: twice the longest block that any rule applies to.</summary>
    public const int LongestText = 2_000;

    private static readonly string[] LookAround = ["(?=", "(?!", "(?<"];

    private readonly Condition? _is;
    private readonly Condition? _starts;
    private readonly Condition? _contains;
    private readonly RuleExpression[] _unless;

    /// <param name="rule">The rule.</param>
    /// <param name="vocabulary">What stands for <c>{word}</c>.</param>
    /// <param name="expressions">The expressions of all rules; those of this one are added to it.</param>
    /// <exception cref="RuleSetException">A pattern of the rule names an unknown word or looks ahead or behind.</exception>
    public RulePattern(Rule rule, Vocabulary vocabulary, List<RuleExpression> expressions)
    {
        Rule = rule;
        _is = Condition(rule.Is, a => new RuleExpression($"^(?:{a})$", isAtBeginning: true));
        _starts = Condition(rule.Starts, a => new RuleExpression($"^(?:{a})", isAtBeginning: true));
        _contains = Condition(rule.Contains, a => new RuleExpression(a, isAtBeginning: false));
        _unless = [.. (rule.Unless ?? []).Select(a => new RuleExpression(Expanded(a), isAtBeginning: false))];

        Condition? Condition(IReadOnlyList<string>? alternatives, Func<string, RuleExpression> make)
        {
            if (alternatives is null)
            {
                return null;
            }

            var first = expressions.Count;
            expressions.AddRange(alternatives.Select(a => make(Expanded(a))));
            return new Condition(first, [.. expressions[first..]]);
        }

        string Expanded(string alternative)
        {
            var expression = vocabulary.Expand(alternative, $"{rule.File}: rule '{rule.Id}'");
            return LookAround.FirstOrDefault(sign => expression.Contains(sign, StringComparison.Ordinal)) is { } sign
                ? throw new RuleSetException($"{rule.File}: rule '{rule.Id}': say it without looking ahead or behind ({sign}); 'unless' may help.")
                : expression;
        }
    }

    public Rule Rule { get; }

    /// <summary>Makes the expressions, which else are made when they are first tried.</summary>
    /// <exception cref="RuleSetException">A pattern of the rule is no expression.</exception>
    public void Prepare()
    {
        try
        {
            foreach (var expression in new[] { _is, _starts, _contains }.SelectMany(c => c?.Alternatives ?? []).Concat(_unless))
            {
                expression.Prepare();
            }
        }
        catch (ArgumentException e)
        {
            throw new RuleSetException($"{Rule.File}: rule '{Rule.Id}': {e.Message}", e);
        }
    }

    /// <summary>The matched words, or null when the rule does not match this block on its own.</summary>
    /// <param name="block">The block.</param>
    /// <param name="form">Its form.</param>
    /// <param name="open">One bit for each expression of all rules: unset where it can't match the block.</param>
    public string? Match(Block block, BlockForm form, ReadOnlySpan<ulong> open)
    {
        if (form.Words > Rule.MaxWords || form.Straight.Length > LongestText || (Rule.OnlyLines && form.EndsAsSentence) || !LooksAt(block.Kind))
        {
            return null;
        }

        TextRange? found = null;
        if (_is is not null && (found = _is.Find(form.Core, open)) is null)
        {
            return null;
        }

        if (_starts is not null && (found = _starts.Find(form.Core, open)) is null)
        {
            return null;
        }

        found = found is { } core ? new TextRange(core.Start + form.CoreStart, core.End + form.CoreStart) : null;
        if (_contains is not null && (found = _contains.Find(form.Straight, open)) is null)
        {
            return null;
        }

        return found is not { } range || IsRuledOut(form) ? null : block.Text[range.Start..range.End].Trim();
    }

    private bool IsRuledOut(BlockForm form)
    {
        foreach (var expression in _unless)
        {
            if (expression.Find(form.Straight) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private bool LooksAt(BlockKind kind) =>
        Rule.Kinds?.Contains(kind) ?? kind is not (BlockKind.Code or BlockKind.TableRow or BlockKind.Footnote);

    /// <summary>Alternatives, the first of which that matches counts.</summary>
    /// <param name="First">Number of the first alternative among the expressions of all rules.</param>
    /// <param name="Alternatives">The alternatives.</param>
    private sealed record Condition(int First, RuleExpression[] Alternatives)
    {
        public TextRange? Find(ReadOnlySpan<char> text, ReadOnlySpan<ulong> open)
        {
            for (var i = 0; i < Alternatives.Length; i++)
            {
                var number = First + i;
                if ((open[number >> 6] & (1UL << number)) != 0 && Alternatives[i].Find(text) is { } found)
                {
                    return found;
                }
            }

            return null;
        }
    }
}
