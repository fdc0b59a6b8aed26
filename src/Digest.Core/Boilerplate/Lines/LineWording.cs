namespace Digest.Core.Boilerplate.Lines;

/// <summary>What the wording of each line of a text, and of the lines around it, says about whose it is.</summary>
internal sealed class LineWording
{
    /// <summary>How far a run of lines without running text is looked at.</summary>
    private const int Far = 12;

    private readonly LineMeasures _lines;
    private readonly (float LogOdds, float ATerm)[] _judged;

    public LineWording(Manuscript m, LineMeasures lines, FrameVocabulary vocabulary)
    {
        _lines = lines;
        _judged = new (float, float)[m.Count];
        for (var i = 0; i < m.Count; i++)
        {
            _judged[i] = vocabulary.Judge(m.Blocks[i].Text);
        }
    }

    /// <summary>Log odds that line <paramref name="i"/> is the article's.</summary>
    public float LogOdds(int i) => _judged[i].LogOdds;

    /// <summary>What the mean term of line <paramref name="i"/> adds to them.</summary>
    public float ATerm(int i) => _judged[i].ATerm;

    /// <summary>Mean log odds of the lines between line <paramref name="i"/> and the next running text in a direction; 0 where there are none.</summary>
    /// <param name="i">The line.</param>
    /// <param name="step">1 for the lines below, -1 for those above.</param>
    public float MeanOfRun(int i, int step)
    {
        float sum = 0;
        var lines = 0;
        for (var at = i + step; at >= 0 && at < _judged.Length && lines < Far && !_lines.IsProse(at); at += step)
        {
            sum += _judged[at].LogOdds;
            lines++;
        }

        return sum / Math.Max(1, lines);
    }
}
