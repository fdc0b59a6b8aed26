using System.Buffers;
using Digest.Core.Blocks;

namespace Digest.Core.Insight.Summary;

/// <summary>
/// Tells which sentences are, wholly or in part, of a quotation that goes over more than one sentence: the second of “A. B. C.” has no
/// mark of its own, and would be the publication's opinion. Asked in the order of the text; each block is looked through once.
/// </summary>
internal sealed class Quotations
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("“”„\"«»");

    private readonly List<(int Start, int End)> _passages = [];
    private Block? _block;

    /// <summary>True when a quotation begins or ends inside the sentence without the other end, or goes on over the whole of it.</summary>
    public bool Hold(EssaySentence sentence)
    {
        if (!ReferenceEquals(_block, sentence.Block))
        {
            _block = sentence.Block;
            Read(_block.Text);
        }

        foreach (var (start, end) in _passages)
        {
            if (start < sentence.Range.End && end >= sentence.Range.Start && (start < sentence.Range.Start || end >= sentence.Range.End))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds the quotations of a block; one that is not closed goes to its end. Marks of inches, which follow a digit, open none.</summary>
    private void Read(string text)
    {
        _passages.Clear();
        var open = -1;
        for (var i = text.AsSpan().IndexOfAny(Marks); i >= 0; i = Next(text, i))
        {
            if (open < 0 ? Opens(text, i) : Closes(text, i))
            {
                if (open >= 0)
                {
                    _passages.Add((open, i));
                }

                open = open < 0 ? i : -1;
            }
        }

        if (open >= 0)
        {
            _passages.Add((open, text.Length));
        }
    }

    private static int Next(string text, int i) => text.AsSpan(i + 1).IndexOfAny(Marks) is >= 0 and var next ? i + 1 + next : -1;

    private static bool Opens(string text, int i) => text[i] is '“' or '„' or '«' || (text[i] == '"' && (i == 0 || !char.IsLetterOrDigit(text[i - 1])));

    private static bool Closes(string text, int i) => text[i] is '”' or '»' || (text[i] is '"' or '“' && i > 0 && !char.IsWhiteSpace(text[i - 1]));
}
