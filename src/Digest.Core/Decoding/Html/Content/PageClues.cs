using System.Runtime.InteropServices;
using Digest.Core.Blocks;

namespace Digest.Core.Decoding.Html.Content;

/// <summary>What can be said of a block only by comparing it with others and with what the page declares.</summary>
internal sealed class PageClues
{
    private readonly PageOutline _outline;
    private readonly Dictionary<ulong, (int Blocks, int Prose)> _looks = [];
    private readonly int[] _copies;
    private readonly int[] _heading;
    private readonly int[] _nextHeading;
    private readonly float[] _likeTitle;
    private readonly float[] _likeDescription;
    private readonly float[] _declared;

    private PageClues(PageOutline outline, string? title, string? description, string? articleBody)
    {
        _outline = outline;
        var blocks = outline.Blocks;
        _copies = CountCopies(blocks);
        for (var b = 0; b < blocks.Count; b++)
        {
            ref var look = ref CollectionsMarshal.GetValueRefOrAddDefault(_looks, Look(b), out _);
            look = (look.Blocks + 1, look.Prose + (outline.IsProse[b] ? blocks[b].Letters : 0));
        }

        _heading = new int[blocks.Count];
        _nextHeading = new int[blocks.Count];
        for (int b = 0, last = -1; b < blocks.Count; b++)
        {
            _heading[b] = last;
            last = blocks[b].Kind == BlockKind.Heading ? b : last;
        }

        for (int b = blocks.Count - 1, next = blocks.Count; b >= 0; b--)
        {
            _nextHeading[b] = next;
            next = blocks[b].Kind == BlockKind.Heading ? b : next;
        }

        var titleWords = new WordSet(title);
        var descriptionWords = new WordSet(description);
        var body = new ShingleSet(articleBody);
        _likeTitle = new float[blocks.Count];
        _likeDescription = new float[blocks.Count];
        _declared = new float[blocks.Count];
        for (var b = 0; b < blocks.Count; b++)
        {
            var words = outline.Measures[b].Words;
            _likeTitle[b] = words is > 0 and <= 40 ? titleWords.Overlap(blocks[b].Text) : 0;
            _likeDescription[b] = words is > 3 and <= 120 ? descriptionWords.Overlap(blocks[b].Text) : 0;
            _declared[b] = body.ShareOf(blocks[b].Text);
        }

        Headline = FindHeadline();
    }

    /// <summary>Index of the block that is the page's headline; -1 when none is found.</summary>
    public int Headline { get; }

    public static PageClues Of(PageOutline outline, string? title, string? description, string? articleBody) => new(outline, title, description, articleBody);

    public ulong Look(int block) => _outline.Signature(_outline.Blocks[block].Container);

    public int BlocksOfLook(int block) => _looks[Look(block)].Blocks;

    public float ProseShareOfLook(int block) => (float)_looks[Look(block)].Prose / Math.Max(1, _outline.Prose(0));

    public int Copies(int block) => _copies[block];

    public float LikeTitle(int block) => _likeTitle[block];

    public float LikeDescription(int block) => _likeDescription[block];

    /// <summary>Share of the block's word runs that the declared article body has; -1 where none is declared.</summary>
    public float InDeclaredBody(int block) => _declared[block];

    /// <summary>The heading above a block, or -1.</summary>
    public int HeadingOf(int block) => _heading[block];

    /// <summary>The heading after a block, or the number of blocks.</summary>
    public int HeadingAfter(int block) => _nextHeading[block];

    /// <summary>How often the text of each block stands on the page.</summary>
    private static int[] CountCopies(IReadOnlyList<PageBlock> blocks)
    {
        var counts = new Dictionary<string, int>(blocks.Count, TextBeginnings.Comparer);
        foreach (var block in blocks)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, block.Text, out _)++;
        }

        var copies = new int[blocks.Count];
        for (var b = 0; b < copies.Length; b++)
        {
            copies[b] = counts[blocks[b].Text];
        }

        return copies;
    }

    /// <summary>The h1 most like the title; else the first h1 outside furniture; else the heading that is like the title.</summary>
    private int FindHeadline()
    {
        var (best, most) = (-1, 0.0);
        for (var b = 0; b < _outline.Blocks.Count; b++)
        {
            var block = _outline.Blocks[b];
            if (block.Kind != BlockKind.Heading || block.Level > 3)
            {
                continue;
            }

            var hints = _outline.All(block.FirstNode);
            var score = _likeTitle[b] + (block.Level == 1 ? 0.6 : block.Level == 2 ? 0.1 : 0) - ((hints & (Hints.Nav | Hints.Footer | Hints.Aside | Hints.Hidden | Hints.Dialog | Hints.Related)) != Hints.None ? 0.8 : 0);
            if (score > most + 1e-9 && score >= 0.5)
            {
                (best, most) = (b, score);
            }
        }

        return best;
    }

    /// <summary>Texts by their length and beginning, which tell nearly all of them apart without a walk over each.</summary>
    private sealed class TextBeginnings : IEqualityComparer<string>
    {
        private const int Beginning = 24;

        public static readonly TextBeginnings Comparer = new();

        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string text) => HashCode.Combine(text.Length, string.GetHashCode(text.AsSpan(0, Math.Min(text.Length, Beginning)), StringComparison.Ordinal));
    }
}
