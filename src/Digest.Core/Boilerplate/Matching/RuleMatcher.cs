using System.Numerics;
using Digest.Core.Blocks;

namespace Digest.Core.Boilerplate.Matching;

/// <summary>Finds the rules that match a block: one look at the block for all of them, then a trial of the few that can match.</summary>
internal sealed class RuleMatcher
{
    private readonly RulePattern[] _patterns;
    private readonly ExpressionGate _gate;
    private readonly int[] _patternOf;
    private readonly int _mostWords;

    /// <summary>Makes rules ready to match.</summary>
    /// <exception cref="RuleSetException">A pattern names an unknown word or looks ahead or behind.</exception>
    public RuleMatcher(IReadOnlyList<Rule> rules, Vocabulary vocabulary)
    {
        var expressions = new List<RuleExpression>();
        var patternOf = new List<int>();
        _patterns = new RulePattern[rules.Count];
        for (var i = 0; i < rules.Count; i++)
        {
            _patterns[i] = new RulePattern(rules[i], vocabulary, expressions);
            patternOf.AddRange(Enumerable.Repeat(i, expressions.Count - patternOf.Count));
        }

        _gate = new ExpressionGate(expressions);
        _patternOf = [.. patternOf];
        _mostWords = rules.Max(r => (int?)r.MaxWords) ?? 0;
    }

    /// <summary>Makes every expression, which else is made when it is first tried.</summary>
    /// <exception cref="RuleSetException">A pattern is no expression.</exception>
    public void Prepare() => Array.ForEach(_patterns, p => p.Prepare());

    /// <summary>The rules that match a block on its own, in their order, wherever it stands.</summary>
    public RuleMatch[] Match(Block block, BlockForm form)
    {
        if (form.Words > _mostWords || form.Straight.Length > RulePattern.LongestText)
        {
            return [];
        }

        Span<ulong> open = stackalloc ulong[_gate.Size];
        _gate.Open(form.Straight, form.Core, open);
        List<RuleMatch>? matches = null;
        var tried = -1;
        for (var i = 0; i < open.Length; i++)
        {
            for (var bits = open[i]; bits != 0; bits &= bits - 1)
            {
                var candidate = _patternOf[(i * 64) + BitOperations.TrailingZeroCount(bits)];
                if (candidate == tried)
                {
                    continue;
                }

                tried = candidate;
                if (_patterns[candidate].Match(block, form, open) is { } matched)
                {
                    (matches ??= []).Add(new RuleMatch(_patterns[candidate].Rule, matched));
                }
            }
        }

        return matches is null ? [] : [.. matches];
    }

    /// <summary>The same with every expression tried: what the gate must never change.</summary>
    public IEnumerable<RuleMatch> MatchWithoutGate(Block block, BlockForm form)
    {
        var open = new ulong[_gate.Size];
        Array.Fill(open, ulong.MaxValue);
        return _patterns.Select(p => (p.Rule, Matched: p.Match(block, form, open))).Where(m => m.Matched is not null).Select(m => new RuleMatch(m.Rule, m.Matched!));
    }
}
