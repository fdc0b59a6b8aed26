using System.Globalization;

namespace Digest.Core.Boilerplate.Lines;

/// <summary>
/// How likely a line is the article's by its wording alone: a weight for each term (<see cref="LineTerms"/>) that pages
/// have often around their articles, or articles in their lines (logistic regression). The weights are data: <c>line-words.txt</c>,
/// one <c>weight term</c> a line, the first the weight that every line has; <c>tools/Digest.Training</c> makes them.
/// </summary>
internal sealed class FrameVocabulary
{
    private const float Surest = 8;

    private static readonly Lazy<FrameVocabulary> BuiltIn = new(Load);

    private readonly Dictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> _weights;
    private readonly float _start;

    private FrameVocabulary(float start, Dictionary<string, float> weights)
    {
        _start = start;
        _weights = weights.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The weights that come with the program.</summary>
    public static FrameVocabulary Shipped => BuiltIn.Value;

    /// <summary>Reads weights.</summary>
    /// <exception cref="FormatException">A line is no weight with a term.</exception>
    public static FrameVocabulary Read(TextReader reader)
    {
        var start = float.Parse(reader.ReadLine()!, CultureInfo.InvariantCulture);
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            weights.Add(line[(space + 1)..], float.Parse(line.AsSpan(0, Math.Max(space, 0)), CultureInfo.InvariantCulture));
        }

        return new FrameVocabulary(start, weights);
    }

    /// <summary>Log odds from -8 to 8 that a line is the article's, and what the mean of its known terms adds to them.</summary>
    public (float LogOdds, float ATerm) Judge(string line)
    {
        var spelled = LineTerms.Spell(line).AsSpan();
        var terms = new List<Range>();
        LineTerms.Find(spelled, terms);
        float sum = 0;
        var known = 0;
        foreach (var term in terms)
        {
            if (_weights.TryGetValue(spelled[term], out var weight))
            {
                sum += weight;
                known++;
            }
        }

        return (Math.Clamp(_start + sum, -Surest, Surest), sum / Math.Max(1, known));
    }

    private static FrameVocabulary Load()
    {
        using var stream = typeof(FrameVocabulary).Assembly.GetManifestResourceStream("Digest.Core.Boilerplate.Lines.line-words.txt")
            ?? throw new InvalidOperationException("The weights of words are missing from the assembly.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }
}
