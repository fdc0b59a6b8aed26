using Digest.Core.Blocks;
using Digest.Core.Insight.Figures;
using Digest.Core.Insight.Names;

namespace Digest.Core.Insight;

/// <summary>
/// Reads summary, key points, key figures, people and organisations out of a cleaned essay. Pure: the same request
/// gives the same insights under any culture; time grows with the length of the text.
/// </summary>
public static class InsightReader
{
    private const int SummaryWords = 60;

    /// <summary>Reads everything at once.</summary>
    public static Insights Read(InsightRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var essay = new EssaySentences(request);
        return new Insights(Summary(request), request.EditorKeyPoints, KeyFigures.Read(essay, request.Title), People.Read(essay, request.BylineNames), Organisations.Read(essay));
    }

    private static List<ChosenSentence> Summary(InsightRequest request)
    {
        if (!string.IsNullOrWhiteSpace(request.Dek))
        {
            return [new ChosenSentence(request.Dek, request.DekPassage)];
        }

        var chosen = new List<ChosenSentence>();
        var words = 0;
        foreach (var block in request.Body.Where(b => b.Kind == BlockKind.Paragraph))
        {
            foreach (var range in Sentences.Split(block.Text))
            {
                var sentence = block.Text[range.Start..range.End];
                words += sentence.Count(char.IsWhiteSpace) + 1;
                if (chosen.Count > 0 && words > SummaryWords)
                {
                    return chosen;
                }

                chosen.Add(new ChosenSentence(sentence, Passage.Of(block, range.Start, range.End)));
            }
        }

        return chosen;
    }
}
