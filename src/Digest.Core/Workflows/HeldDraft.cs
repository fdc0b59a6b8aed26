using Digest.Core.Essays;

namespace Digest.Core.Workflows;

/// <summary>Why an essay is held that no editor has held.</summary>
public static class HeldDraft
{
    /// <summary>One sentence for an editor, or null where the essay is not held or its drop does not call it a draft.</summary>
    /// <param name="entry">Where it stands; null when it is gone.</param>
    /// <param name="record">What was read; null when it is gone.</param>
    public static string? Why(EssayEntry? entry, EssayRecord? record) => entry?.Placement == EssayPlacement.Held && record?.Essay.IsDraft == true
        ? "Its front matter calls it a draft, so no issue carries it until an editor releases it."
        : null;
}
