using Digest.Core.Blocks;
using Digest.Core.Boilerplate.Lines;

namespace Digest.Core.Boilerplate;

/// <summary>
/// The blocks of one essay while the reviews go over them. Verdicts are only added, never taken back: a block that is
/// stripped or pinned is decided, all others are open and end as kept.
/// </summary>
internal sealed class Manuscript
{
    private readonly Verdict?[] _verdicts;
    private readonly RuleEffect?[] _effects;
    private readonly bool[] _pinned;
    private readonly RuleMatch[][] _matches;
    private readonly IReadOnlyList<ClassifiedBlock> _blocks;
    private readonly List<int> _onAuthors = [];

    public Manuscript(IReadOnlyList<ClassifiedBlock> blocks, RuleSet rules)
    {
        Rules = rules;
        Blocks = [.. blocks.Select(b => b.Block)];
        Forms = new BlockForms(Blocks);
        _blocks = blocks;
        _verdicts = [.. blocks.Select(b => b.IsKept ? null : b.Verdict)];
        _effects = new RuleEffect?[blocks.Count];
        _pinned = new bool[blocks.Count];
        _matches = new RuleMatch[blocks.Count][];
        for (var i = 0; i < blocks.Count; i++)
        {
            _matches[i] = IsOpen(i) ? rules.Match(Blocks[i], Forms[i]) : [];
            ProseWords += CountsAsProse(i) ? Forms[i].Words : 0;
        }
    }

    public RuleSet Rules { get; }

    public IReadOnlyList<Block> Blocks { get; }

    public BlockForms Forms { get; }

    public int Count => _verdicts.Length;

    /// <summary>The words of the blocks, counted when somebody first asks for them.</summary>
    public LineWords Words => field ??= new LineWords(Forms, Count);

    /// <summary>Words of running text that no rule matches, before any review.</summary>
    public int ProseWords { get; }

    /// <summary>
    /// Words of running text that may stand between a tail block and the end (or a head block and the beginning):
    /// enough for one line that no rule knows, too little for a paragraph of the essay.
    /// </summary>
    public int Slack => Math.Clamp(ProseWords / 12, 15, 60);

    /// <summary>Blocks that left the body as bylines or notes on authors, in the order in which they did.</summary>
    public IReadOnlyList<int> OnAuthors => _onAuthors;

    public bool IsOpen(int i) => _verdicts[i] is null && !_pinned[i];

    public bool IsStripped(int i) => _verdicts[i] is not null;

    /// <summary>True when a review has decided that block <paramref name="i"/> stays.</summary>
    public bool IsPinned(int i) => _pinned[i];

    /// <summary>True when a rule speaks of block <paramref name="i"/>, wherever the rule applies.</summary>
    public bool IsKnown(int i) => _matches[i].Length > 0;

    /// <summary>True when a rule of one of these files speaks of block <paramref name="i"/>.</summary>
    public bool IsMatchedIn(int i, string[] files) => Array.Exists(_matches[i], match => files.Contains(match.Rule.File));

    public RuleEffect? EffectOn(int i) => _effects[i];

    /// <summary>Id of the rule by which block <paramref name="i"/> has left, or null.</summary>
    public string? RuleOf(int i) => (_verdicts[i] as Verdict.Strip)?.RuleId;

    /// <summary>Index of the first open block after block <paramref name="i"/>, or -1.</summary>
    public int NextOpen(int i)
    {
        for (var j = i + 1; j < Count; j++)
        {
            if (IsOpen(j))
            {
                return j;
            }
        }

        return -1;
    }

    /// <summary>Open running text that is part of the essay as far as anybody knows yet.</summary>
    public bool CountsAsProse(int i) => IsOpen(i) && Forms[i].IsProse && Array.TrueForAll(_matches[i], static m => m.Rule.Effect == RuleEffect.Keep);

    /// <summary>The first rule that matches block <paramref name="i"/> and applies in one of the zones.</summary>
    public RuleMatch? Matching(int i, params ReadOnlySpan<RuleZone> zones)
    {
        foreach (var match in _matches[i])
        {
            if (zones.Contains(match.Rule.Where))
            {
                return match;
            }
        }

        return null;
    }

    /// <summary>The first rule that matches block <paramref name="i"/> and applies between paragraphs, too.</summary>
    public RuleMatch? MatchingBetween(int i)
    {
        foreach (var match in _matches[i])
        {
            if (match.Rule.Between)
            {
                return match;
            }
        }

        return null;
    }

    /// <summary>The rules that match block <paramref name="i"/>, take blocks under it and apply in one of the zones.</summary>
    public IEnumerable<RuleMatch> Taking(int i, params RuleZone[] zones) => _matches[i].Where(m => m.Rule.Takes != RuleReach.Own && zones.Contains(m.Rule.Where));

    public bool Matches(int i, RuleEffect effect)
    {
        foreach (var match in _matches[i])
        {
            if (match.Rule.Effect == effect)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A note that says what was wrong in an earlier version.</summary>
    public bool IsCorrection(int i) => _pinned[i] && _matches[i].Any(m => m.Rule is { Effect: RuleEffect.Keep, Takes: RuleReach.Own });

    public void Strip(int i, RuleMatch match, string? above = null)
    {
        var why = above is null ? match.Rule.Why : $"It stands under \u201C{above}\u201D. {match.Rule.Why}";
        Set(i, new Verdict.Strip(match.Rule.Id, match.Matched.Length > 0 ? match.Matched : Blocks[i].Text, why), match.Rule.Effect);
    }

    public void Strip(int i, TextRemoval removal, string matched, RuleEffect effect = RuleEffect.Strip) =>
        Set(i, removal.Strip(matched), effect);

    /// <summary>Keeps block <paramref name="i"/> whatever later reviews find.</summary>
    public void Pin(int i) => _pinned[i] = _verdicts[i] is null;

    public IReadOnlyList<ClassifiedBlock> Result() =>
        [.. _blocks.Select((block, i) => _verdicts[i] is { } verdict && !ReferenceEquals(verdict, block.Verdict) ? block with { Verdict = verdict } : block)];

    private void Set(int i, Verdict verdict, RuleEffect effect)
    {
        if (IsOpen(i))
        {
            _verdicts[i] = verdict;
            _effects[i] = effect;
            if (effect is RuleEffect.Byline or RuleEffect.Bio)
            {
                _onAuthors.Add(i);
            }
        }
    }
}
