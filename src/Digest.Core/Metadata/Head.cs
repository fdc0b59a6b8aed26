using Digest.Core.Blocks;

namespace Digest.Core.Metadata;

/// <summary>What stands above the running text of an essay.</summary>
/// <param name="Title">Title without kicker; never empty.</param>
/// <param name="Kicker">Kind of piece, or null.</param>
/// <param name="Dek">Standfirst, or null.</param>
/// <param name="DekSource">Where the dek stands; null when it comes from the document's metadata.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="KeyPoints">The editor's key points; empty for most.</param>
/// <param name="Sender">Who sent the e-mail in which the essay came, where he or she wrote it, or whom the standfirst names; the author when no byline says more.</param>
internal sealed record Head(
    string Title, string? Kicker, string? Dek, Passage? DekSource, DateOnly? Published, IReadOnlyList<Passage> KeyPoints, (string Name, Passage Source)? Sender);
