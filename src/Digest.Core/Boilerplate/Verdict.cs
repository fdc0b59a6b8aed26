using Digest.Core.Blocks;

namespace Digest.Core.Boilerplate;

/// <summary>Whether a block stays in the essay. There is no third way: a block is kept, or stripped with a reason.</summary>
public abstract record Verdict
{
    private Verdict() { }

    /// <summary>The block belongs to the essay's body.</summary>
    public static Verdict Keep { get; } = new Kept();

    /// <summary>The block belongs to the body.</summary>
    public sealed record Kept : Verdict;

    /// <summary>The block does not belong to the body; it stands in the strip ledger.</summary>
    /// <param name="RuleId">Id of the rule or structural step that decided.</param>
    /// <param name="Matched">The words (or element) the rule matched.</param>
    /// <param name="Why">One sentence for an editor.</param>
    public sealed record Strip(string RuleId, string Matched, string Why) : Verdict;
}

/// <summary>A block with the verdict on it.</summary>
public sealed record ClassifiedBlock(Block Block, Verdict Verdict)
{
    /// <summary>True when the block is part of the body.</summary>
    public bool IsKept => Verdict is Verdict.Kept;
}

/// <summary>One line of the strip ledger: a block that is not in the body, and why.</summary>
/// <param name="Block">The block, whole, so that an editor can put it back.</param>
/// <param name="RuleId">Id of the rule or structural step that decided.</param>
/// <param name="Matched">The words (or element) the rule matched.</param>
/// <param name="Why">One sentence for an editor.</param>
public sealed record StrippedBlock(Block Block, string RuleId, string Matched, string Why);
