using Digest.Core.Blocks;

namespace Digest.Core.Boilerplate;

/// <summary>What the shape of a block tells without regard to its words.</summary>
internal sealed class BlockForm
{
    private const int ShortestProse = 7;
    private const int ShortestLongText = 40;

    /// <summary>A line that ends with one of these is a list of names, where the stop ends no sentence: "Jane Doe, M.D., and John Smith, Ph.D."</summary>
    private static readonly string[] Degrees =
    [
        .. "Ph.D. M.D. M.P.H. M.B.A. M.A. M.S. M.Sc. M.Phil. M.P.P. M.F.A. M.S.W. B.A. B.S. B.Sc. J.D. LL.M. R.N. D.O. D.Phil. Ed.D. Sc.D. Psy.D. Pharm.D. Dr.P.H. D.N.P. D.V.M. D.D.S. M.B.B.S. M.B. Ch.B. F.R.C.P. M.S.P.H. M.H.S."
            .Split(' ').Select(degree => ", " + degree),
    ];

    private readonly string _text;
    private readonly int _coreEnd;

    public BlockForm(Block block)
    {
        _text = block.Text;
        Straight = PlainForm.Straight(_text);
        while (CoreStart < Straight.Length && !char.IsLetterOrDigit(Straight[CoreStart]))
        {
            CoreStart++;
        }

        _coreEnd = Straight.Length;
        while (_coreEnd > CoreStart && !char.IsLetterOrDigit(Straight[_coreEnd - 1]))
        {
            _coreEnd--;
        }

        Words = PlainForm.CountWords(_text);
        EndsAsSentence = EndsWithStop(Straight);
        IsProse = (Words >= ShortestProse && EndsAsSentence && block.Kind is BlockKind.Paragraph or BlockKind.Quote)
            || (Words >= ShortestLongText && block.Kind is BlockKind.Paragraph or BlockKind.Quote or BlockKind.ListItem);
        IsLink = IsMostlyLink(block);
    }

    /// <summary>The text with quotes and dashes made straight; same indices.</summary>
    public string Straight { get; }

    /// <summary><see cref="Straight"/> from its first letter or digit to its last.</summary>
    public ReadOnlySpan<char> Core => Straight.AsSpan(CoreStart, _coreEnd - CoreStart);

    /// <summary>Where <see cref="Core"/> begins.</summary>
    public int CoreStart { get; }

    /// <summary>The text as a key for comparison.</summary>
    public string Key => field ??= PlainForm.Key(_text);

    /// <summary>Number of words.</summary>
    public int Words { get; }

    /// <summary>True when the text ends with a full stop, question mark or the like, closing quotes aside.</summary>
    public bool EndsAsSentence { get; }

    /// <summary>Running text: a paragraph of seven words or more that ends as a sentence, or any longer one.</summary>
    public bool IsProse { get; }

    /// <summary>Four fifths of the text or more are links.</summary>
    public bool IsLink { get; }

    private static bool IsMostlyLink(Block block)
    {
        if (block.Text.Length == 0)
        {
            return false;
        }

        var linked = 0;
        for (var i = 0; i < block.Spans.Count; i++)
        {
            linked += block.Spans[i].Kind == InlineKind.Link ? block.Spans[i].Length : 0;
        }

        return linked * 5 >= block.Text.Length * 4
            || (!block.Text.Contains(' ', StringComparison.Ordinal) && block.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase));
    }

    private static bool EndsWithStop(string text)
    {
        if (text is [.., '.'] && Array.Exists(Degrees, degree => text.EndsWith(degree, StringComparison.Ordinal)))
        {
            return false;
        }

        var end = text.Length;
        while (end > 0 && text[end - 1] is '"' or '\'' or ')' or ']' or ' ')
        {
            end--;
            if (end == 0)
            {
                return false;
            }
        }

        return end > 0 && text[end - 1] is '.' or '!' or '?' or '\u2026' or '\u3002' or '\uFF01' or '\uFF1F';
    }
}

/// <summary>The forms of the blocks of an essay, each made when it is first asked for: nobody asks for those of blocks that left with the page's frame.</summary>
internal sealed class BlockForms(IReadOnlyList<Block> blocks)
{
    private readonly BlockForm?[] _forms = new BlockForm?[blocks.Count];

    public BlockForm this[int i] => _forms[i] ??= new BlockForm(blocks[i]);
}
