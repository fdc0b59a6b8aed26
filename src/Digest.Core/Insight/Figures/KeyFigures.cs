using Digest.Core.Blocks;
using Digest.Core.Insight.Text;

namespace Digest.Core.Insight.Figures;

/// <summary>Key figures of a whole essay: read sentence by sentence, changes and repeats joined, then weighed.</summary>
internal static class KeyFigures
{
    /// <summary>Figures looked back over for one that was measured.</summary>
    private const int MeasureReach = 3;

    /// <summary>Characters of a line that may be a heading.</summary>
    private const int LongestLabel = 80;

    private const int LabelWords = 8;

    public static IReadOnlyList<KeyFigure> Read(EssaySentences essay, string title)
    {
        var all = new List<RawFigure>();
        foreach (var sentence in essay.All)
        {
            if (!essay.IsStatement(sentence.Block) || essay.IsPractical(sentence.Block) || IsLabel(sentence.Block) || !(sentence.Tokens.HasNumber || sentence.Tokens.AnyIn(WordLists.NumberWords | WordLists.MeasureWords)))
            {
                continue;
            }

            if (sentence.Tokens.DecimalMark == DecimalMark.Comma)
            {
                all.AddRange(PlainFigureReader.Read(sentence));
                continue;
            }

            var before = all.Count > 0 && all[^1].Sentence.Block == sentence.Block ? all[^1] : null;
            var figures = FigureReader.Read(sentence, before, before is null ? null : LastMeasured(all));
            FigureMerging.JoinChanges(figures);
            all.AddRange(figures);
        }

        // A standfirst is read beside the figures, and what it tells in round words the text tells again in others.
        var joined = FigureMerging.JoinRepeats(all, essay);
        joined.RemoveAll(entry => essay.IsStandfirst(entry.Figure.Sentence.Block) && !FigureMerging.IsWeighty(entry.Figure));
        var weights = FigureWeight.Of(joined, essay, title);
        return [.. joined.Select((entry, i) => ToKeyFigure(entry.Figure, weights[i]))];
    }

    /// <summary>"Ninety metres", "Georgia, 104 minutes, in Georgian with subtitles": a heading of a plain text, or a line of facts beside it.</summary>
    private static bool IsLabel(Block block) =>
        block.Kind == BlockKind.Paragraph && block.Text.Length < LongestLabel && !block.Text.AsSpan().ContainsAny(":%$€£") && block.Text[^1] is not ('.' or '!' or '?' or ':' or ';' or '…' or ']' or ')' or '”' or '"' or '’' or '\'' or '»') && block.Text.AsSpan().Count(' ') < LabelWords;

    /// <summary>The last length, weight or the like among the few figures before a sentence, if all of them stand in its block.</summary>
    private static RawFigure? LastMeasured(List<RawFigure> all)
    {
        for (var i = all.Count - 1; i >= 0 && i >= all.Count - MeasureReach && all[i].Sentence.Block == all[^1].Sentence.Block; i--)
        {
            if (all[i].Kind is MeasureKind.Length or MeasureKind.Mass or MeasureKind.Short)
            {
                return all[i];
            }
        }

        return null;
    }

    private static KeyFigure ToKeyFigure(RawFigure figure, int importance) => new()
    {
        Value = figure.Value,
        High = figure.High,
        Unit = figure.Unit,
        Qualifier = figure.Qualifier,
        Words = figure.Words,
        Text = figure.Sentence.Block.Text[figure.Start..figure.End],
        Sentence = NoteMarks.Without(figure.Sentence.Text),
        Source = Passage.Of(figure.Sentence.Block, figure.Start, figure.End),
        Importance = importance,
    };
}
