using Digest.Core.Blocks;
using Digest.Core.Insight.Figures;
using Digest.Core.Insight.Names;
using Digest.Core.Insight.Summary;

namespace Digest.Core.Insight;

/// <summary>
/// Reads summary, key points, key figures, people and organisations out of a cleaned essay. Pure: the same request
/// gives the same insights under any culture; time grows with the length of the text.
/// </summary>
public static class InsightReader
{
    /// <summary>Reads everything at once.</summary>
    public static Insights Read(InsightRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var essay = new EssaySentences(request);
        var sentences = SentenceFeatures.Of(essay, request.Title);
        var summary = string.IsNullOrWhiteSpace(request.Dek) ? SummaryChooser.Choose(sentences, new DekWords(new EssayWords(essay, request.Title), sentences, SummaryWeights.Trained)) : [];
        return new Insights(
            SummaryOf(request, essay, summary),
            KeyPointsOf(request, essay, sentences, summary),
            KeyFigures.Read(essay, request.Title),
            People.Read(essay, request.BylineNames),
            Organisations.Read(essay));
    }

    /// <summary>The author's own dek; else the chosen sentences; else, where no sentence is a whole statement, the first one there is.</summary>
    private static List<ChosenSentence> SummaryOf(InsightRequest request, EssaySentences essay, List<WeighedSentence> chosen)
    {
        if (!string.IsNullOrWhiteSpace(request.Dek))
        {
            return [new ChosenSentence(NoteMarks.Without(request.Dek.Trim()), request.DekPassage)];
        }

        if (chosen.Count > 0)
        {
            return [.. chosen.Select(s => Show(s.Sentence))];
        }

        var first = essay.All.Find(s => s.Block.Kind == BlockKind.Paragraph) ?? essay.All.FirstOrDefault();
        return first is null ? [] : [Show(first)];
    }

    private static IReadOnlyList<ChosenSentence> KeyPointsOf(InsightRequest request, EssaySentences essay, List<WeighedSentence> sentences, List<WeighedSentence> summary) =>
        request.EditorKeyPoints.Count > 0
            ? request.EditorKeyPoints
            : [.. KeyPointChooser.Choose(sentences, summary, essay.ContentWords.Of(request.Dek), SummaryWeights.Trained).Select(s => Show(s.Sentence))];

    private static ChosenSentence Show(EssaySentence sentence) =>
        new(NoteMarks.Without(sentence.Text), Passage.Of(sentence.Block, sentence.Range.Start, sentence.Range.End));
}
