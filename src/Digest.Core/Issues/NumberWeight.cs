using Digest.Core.Blocks;
using Digest.Core.Essays;
using Digest.Core.Insight;
using Digest.Core.Insight.Figures;

namespace Digest.Core.Issues;

/// <summary>
/// Weighs how much a figure says when it is shown large, apart from its essay: among figures of one importance, what was found,
/// paid or changed goes before what was counted on the way. Reckoned from the stored essay, so that essays of any version have it.
/// </summary>
internal sealed class NumberWeight
{
    /// <summary>Powers of ten above which a number weighs no more.</summary>
    private const double LargestPower = 9;

    /// <summary>Characters about a figure in which a verb of change is its own.</summary>
    private const int NearChange = 40;

    private readonly Dictionary<int, double> _places;
    private readonly List<Passage> _chosen;

    /// <summary>Weighs the figures of an essay.</summary>
    public NumberWeight(Essay essay)
    {
        _places = essay.Body.Select((block, i) => (block.Ordinal, Place: (double)i / essay.Body.Count)).DistinctBy(p => p.Ordinal).ToDictionary(p => p.Ordinal, p => p.Place);
        _chosen = [.. essay.Summary.Concat(essay.KeyPoints).Select(s => s.Source).OfType<Passage>()];
    }

    /// <summary>False for what a sentence only asks or pictures: it is nothing that the essay says is so.</summary>
    public static bool IsStated(KeyFigure figure)
    {
        var sentence = figure.Sentence.AsSpan().TrimEnd("”’\"') ");
        return !sentence.EndsWith("?") && !Opens(figure, "imagine", "suppose", "pretend", "picture") && !figure.Sentence.StartsWith("What if", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The weight; about 0 to 6, more is better.</summary>
    public double Of(KeyFigure figure) => OfKind(figure) + OfSentence(figure);

    private static double OfKind(KeyFigure figure)
    {
        var size = Math.Clamp(Math.Log10(Math.Max(1, Math.Abs(figure.High ?? figure.Value))), 0, LargestPower) / 3;
        var isShare = figure.Words is not null && Math.Abs(figure.Value) <= 1;
        var weight = isShare ? 1.2 : KindOf(figure) switch
        {
            // All of something is mostly a way of speaking.
            MeasureKind.Percent => figure.Value == 100 ? 0.5 : 1.8,
            MeasureKind.Times => 1.5,
            MeasureKind.Money => 0.8 + size,
            MeasureKind.Time => 0.3 + (size / 3),
            MeasureKind.None => size,
            _ => 0.2 + size,
        };
        return figure.Unit.Length == 0 ? weight - 1 : figure.Unit == "percent" ? weight - 0.3 : weight;
    }

    private double OfSentence(KeyFigure figure)
    {
        var weight = 0.5 * (1 - _places.GetValueOrDefault(figure.Source.Block));
        weight += _chosen.Exists(p => p.Block == figure.Source.Block && p.Start <= figure.Source.Start && figure.Source.End <= p.End) ? 1 : 0;
        weight += IsOfChange(figure) ? 0.5 : 0;
        weight -= Opens(figure, "if", "let", "say") ? 1 : 0;
        weight -= HasAny(figure.Sentence, WordLists.SecondPerson) ? 0.5 : 0;
        return weight - (HasAny(FirstWord(figure.Sentence), WordLists.DanglingStarts) ? 0.5 : 0);
    }

    private static MeasureKind KindOf(KeyFigure figure) =>
        figure.Text.AsSpan().ContainsAny("$€£¥") ? MeasureKind.Money : Measures.KindOf(FirstWord(figure.Unit));

    /// <summary>"rose 12%", "a 5% drop"</summary>
    private static bool IsOfChange(KeyFigure figure)
    {
        var at = Math.Max(0, figure.Sentence.IndexOf(figure.Text, StringComparison.Ordinal));
        var (start, end) = (Math.Max(0, at - NearChange), Math.Min(figure.Sentence.Length, at + figure.Text.Length + NearChange));
        return HasAny(figure.Sentence.AsSpan(start, end - start), WordLists.ChangeVerbs);
    }

    private static bool Opens(KeyFigure figure, params ReadOnlySpan<string> words)
    {
        var first = FirstWord(figure.Sentence);
        foreach (var word in words)
        {
            if (first.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAny(ReadOnlySpan<char> text, WordLists lists)
    {
        foreach (var range in text.SplitAny(" ,;:.!?()“”\"-–—"))
        {
            if ((Lexicon.Of(text[range]) & lists) != WordLists.None)
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> FirstWord(string text)
    {
        var words = text.AsSpan().TrimStart("“‘\"'(");
        var end = words.IndexOfAny(" ,;:(");
        return end < 0 ? words : words[..end];
    }
}
