using Digest.Core.Blocks;

namespace Digest.Core.Decoding.Html.Content;

/// <summary>What can be said of a block only by comparing it with others and with what the page declares.</summary>
internal sealed class PageClues
{
    private readonly PageOutline _outline;
    private readonly Dictionary<ulong, (int Blocks, int Prose)> _looks = [];
    private readonly Dictionary<string, int> _copies = new(StringComparer.Ordinal);
    private readonly int[] _heading;
    private readonly int[] _nextHeading;
    private readonly float[] _likeTitle;
    private readonly float[] _likeDescription;
    private readonly float[] _declared;

    private PageClues(PageOutline outline, string? title, string? description, string? articleBody)
    {
        _outline = outline;
        var blocks = outline.Blocks;
        for (var b = 0; b < blocks.Count; b++)
        {
            var (count, prose) = _looks.GetValueOrDefault(Look(b));
            _looks[Look(b)] = (count + 1, prose + (outline.IsProse[b] ? blocks[b].Letters : 0));
            _copies[blocks[b].Text] = _copies.GetValueOrDefault(blocks[b].Text) + 1;
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

    public int Copies(int block) => _copies[_outline.Blocks[block].Text];

    public float LikeTitle(int block) => _likeTitle[block];

    public float LikeDescription(int block) => _likeDescription[block];

    /// <summary>Share of the block's word runs that the declared article body has; -1 where none is declared.</summary>
    public float InDeclaredBody(int block) => _declared[block];

    /// <summary>The heading above a block, or -1.</summary>
    public int HeadingOf(int block) => _heading[block];

    /// <summary>The heading after a block, or the number of blocks.</summary>
    public int HeadingAfter(int block) => _nextHeading[block];

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
}
