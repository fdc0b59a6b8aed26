namespace Digest.Core.Insight.Summary;

/// <summary>
/// What words a dek of the essay would hold, and so how much a choice of sentences would share with it: the expected ROUGE-1.
/// A word counts only as often as the dek is likely to use it, so that saying a thing twice gains nothing.
/// </summary>
internal sealed class DekWords
{
    /// <summary>
    /// Words the dek is taken to have. Deks have 36 on average; by cross-validation over 226 essays 36 gives .415, 50 .420, 65 .418:
    /// the chances are those of single words, and the words of a well-chosen sentence come together.
    /// </summary>
    private const double DekLength = 50;

    private readonly EssayWords _essay;
    private readonly Dictionary<string, double[]> _chances = new(StringComparer.Ordinal);

    public DekWords(EssayWords essay, List<WeighedSentence> sentences, SummaryWeights weights)
    {
        _essay = essay;
        foreach (var (form, sighting) in WordFeatures.Sightings(essay, sentences, [.. sentences.Select(s => weights.Score(s.Features))]))
        {
            var chances = new double[sighting.Repeats];
            for (var repeat = 1; repeat <= chances.Length; repeat++)
            {
                chances[repeat - 1] = weights.Chance(WordFeatures.Of(essay, form, sighting, repeat));
            }

            _chances.Add(form, chances);
        }
    }

    /// <summary>Chance, from 0 to 1, that a dek holds the word so many times (from 1).</summary>
    public double Chance(string form, int repeat) => _chances.TryGetValue(form, out var chances) && repeat <= chances.Length ? chances[repeat - 1] : 0;

    /// <summary>Expected F1 of word overlap between a dek and the sentences, from 0 to 1.</summary>
    public double ExpectedOverlap(IEnumerable<WeighedSentence> sentences)
    {
        var (shared, words) = (0.0, 0);
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in sentences.SelectMany(sentence => _essay.Sentences[sentence.Index].Words))
        {
            var repeat = uses.GetValueOrDefault(word.Form) + 1;
            uses[word.Form] = repeat;
            shared += Chance(word.Form, repeat);
            words++;
        }

        return 2 * shared / (words + DekLength);
    }
}
