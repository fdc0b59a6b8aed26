using Digest.Core.Blocks;

namespace Digest.Core.Boilerplate;

/// <summary>What the shape of a block tells without regard to its words.</summary>
internal sealed class BlockForm
{
    private const int ShortestProse = 7;

    private readonly int _coreEnd;

    public BlockForm(Block block)
    {
        Straight = PlainForm.Straight(block.Text);
        CoreStart = Straight.TakeWhile(c => !char.IsLetterOrDigit(c)).Count();
        _coreEnd = Straight.Length;
        while (_coreEnd > CoreStart && !char.IsLetterOrDigit(Straight[_coreEnd - 1]))
        {
            _coreEnd--;
        }

        Words = PlainForm.CountWords(block.Text);
        EndsAsSentence = EndsWithStop(Straight);
        IsProse = Words >= ShortestProse && EndsAsSentence && block.Kind is BlockKind.Paragraph or BlockKind.Quote
            || (Words >= 40 && block.Kind is BlockKind.Paragraph or BlockKind.Quote or BlockKind.ListItem);
        IsLink = IsMostlyLink(block);
        Key = PlainForm.Key(block.Text);
    }

    /// <summary>The text with quotes and dashes made straight; same indices.</summary>
    public string Straight { get; }

    /// <summary><see cref="Straight"/> from its first letter or digit to its last.</summary>
    public ReadOnlySpan<char> Core => Straight.AsSpan(CoreStart, _coreEnd - CoreStart);

    /// <summary>Where <see cref="Core"/> begins.</summary>
    public int CoreStart { get; }

    /// <summary>The text as a key for comparison.</summary>
    public string Key { get; }

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

        var linked = block.Spans.Where(s => s.Kind == InlineKind.Link).Sum(s => s.Length);
        return linked * 5 >= block.Text.Length * 4
            || (!block.Text.Contains(' ', StringComparison.Ordinal) && block.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase));
    }

    private static bool EndsWithStop(string text)
    {
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
