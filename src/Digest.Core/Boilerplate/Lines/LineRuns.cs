namespace Digest.Core.Boilerplate.Lines;

/// <summary>The runs of lines between the paragraphs of running text.</summary>
internal sealed class LineRuns
{
    private readonly int[] _start;
    private readonly int[] _end;
    private readonly int[] _words;
    private readonly int[] _stripped;

    public LineRuns(Manuscript m, LineMeasures lines)
    {
        var count = m.Count;
        _start = new int[count];
        _end = new int[count];
        _words = new int[count + 1];
        _stripped = new int[count + 1];
        for (var i = 0; i < count; i++)
        {
            _start[i] = lines.IsProse(i) ? i : i > 0 && !lines.IsProse(i - 1) ? _start[i - 1] : i;
            _words[i + 1] = _words[i] + m.Forms[i].Words;
            _stripped[i + 1] = _stripped[i] + (m.IsStripped(i) ? 1 : 0);
        }

        for (var i = count - 1; i >= 0; i--)
        {
            _end[i] = lines.IsProse(i) ? i + 1 : i + 1 < count && !lines.IsProse(i + 1) ? _end[i + 1] : i + 1;
        }
    }

    /// <summary>Lines between the last running text before block <paramref name="i"/> (or the beginning) and the block.</summary>
    public int SinceProse(int i) => i - _start[i];

    /// <summary>Lines between block <paramref name="i"/> and the next running text (or the end).</summary>
    public int UntilProse(int i) => _end[i] - 1 - i;

    /// <summary>Lines of the run that holds block <paramref name="i"/>.</summary>
    public int Lines(int i) => _end[i] - _start[i];

    /// <summary>Words a line of that run.</summary>
    public float WordsALine(int i) => (float)(_words[_end[i]] - _words[_start[i]]) / Lines(i);

    /// <summary>Share of the run's lines that have left the body.</summary>
    public float StrippedShare(int i) => (float)(_stripped[_end[i]] - _stripped[_start[i]]) / Lines(i);
}
