using Digest.Core.Boilerplate;
using Digest.Core.Boilerplate.Lines;

namespace Digest.Training;

/// <summary>Where a text of <see cref="LineTrainer"/> comes from.</summary>
internal enum LineSource
{
    /// <summary>A page of the corpus as it is pasted.</summary>
    Page,

    /// <summary>An essay of the other corpus in the frame of a page.</summary>
    FramedEssay,

    /// <summary>An essay written as it is dropped.</summary>
    WrittenEssay,

    /// <summary>The same, read by who does not know half of the rules: what rules do for essays they were made on, they will not do for others.</summary>
    WrittenEssayHalfKnown,
}

/// <summary>A text after the rules.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Document">Number of its page or essay.</param>
/// <param name="Fold">The fold that holds it.</param>
/// <param name="IsTest">It is kept for testing.</param>
/// <param name="Manuscript">The text.</param>
/// <param name="Labels">For each block whether it is the article's; null where it may be either.</param>
internal sealed record LineCase(LineSource Source, int Document, int Fold, bool IsTest, Manuscript Manuscript, bool?[] Labels)
{
    private string[][] Terms => field ??= [.. Manuscript.Blocks.Select(b => TermsOf(b.Text))];

    public bool IsWritten => Source is LineSource.WrittenEssay or LineSource.WrittenEssayHalfKnown;

    /// <summary>The open lines, their numbers and whether they are the article's.</summary>
    public LineRows Describe(FrameVocabulary vocabulary)
    {
        var rows = LineFeatures.Of(Manuscript, vocabulary);
        var open = Enumerable.Range(0, Labels.Length).Where(i => rows[i] is not null && Labels[i] is not null).ToList();
        return new LineRows(this, open, [.. open.Select(i => rows[i]!)], [.. open.Select(i => Labels[i]!.Value)]);
    }

    /// <summary>All lines by their terms, whatever the rules said.</summary>
    public IEnumerable<TermLine> TermLines(double weight) =>
        Labels.Select((label, i) => (label, i)).Where(l => l.label is not null).Select(l => new TermLine(Terms[l.i], l.label!.Value, Document, weight));

    private static string[] TermsOf(string line)
    {
        var spelled = LineTerms.Spell(line);
        var ranges = new List<Range>();
        LineTerms.Find(spelled, ranges);
        return [.. ranges.Select(r => spelled[r])];
    }
}

/// <summary>The open lines of a text as trees see them.</summary>
/// <param name="Case">The text.</param>
/// <param name="Open">Their blocks.</param>
/// <param name="Rows">Their numbers.</param>
/// <param name="IsArticle">Whether they are the article's.</param>
internal sealed record LineRows(LineCase Case, List<int> Open, float[][] Rows, bool[] IsArticle);
