using System.Globalization;
using System.Text;

namespace Digest.Training;

/// <summary>A line by its terms.</summary>
/// <param name="Terms">Its terms, each once.</param>
/// <param name="IsArticle">It belongs to the article.</param>
/// <param name="Document">Number of its document: a term that few documents have says nothing about others.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record TermLine(string[] Terms, bool IsArticle, int Document, double Weight);

/// <summary>
/// Logistic regression on the terms of lines, most weights held at nothing: follow the regularised leader with a weight for
/// each term's own pace (FTRL-Proximal; McMahan et al., "Ad click prediction: a view from the trenches", 2013).
/// </summary>
internal sealed class TermRegression
{
    private const int LeastDocuments = 6;
    private const int Rounds = 4;
    private const double Pace = 0.15;
    private const double Delay = 1;
    private const double Sparsity = 10;
    private const double Shrinkage = 1;
    private const double LeastWeight = 0.05;

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly double[] _pull;
    private readonly double[] _squares;

    private TermRegression(IReadOnlyList<TermLine> lines)
    {
        foreach (var term in lines.SelectMany(l => l.Terms.Select(t => (Term: t, l.Document))).Distinct().GroupBy(p => p.Term, StringComparer.Ordinal).Where(g => g.Count() >= LeastDocuments))
        {
            _columns.Add(term.Key, _columns.Count);
        }

        _pull = new double[_columns.Count];
        _squares = new double[_columns.Count];
    }

    /// <summary>The weights as text: the constant, then <c>weight term</c> a line.</summary>
    public static string Fit(IReadOnlyList<TermLine> lines)
    {
        var regression = new TermRegression(lines);
        var known = lines.Select(l => (Columns: l.Terms.Where(regression._columns.ContainsKey).Select(t => regression._columns[t]).Prepend(0).ToArray(), l.IsArticle, l.Weight)).ToArray();
        var order = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            order.Shuffle(known);
            foreach (var (columns, isArticle, weight) in known)
            {
                regression.Learn(columns, isArticle, weight);
            }
        }

        return regression.Write();
    }

    private void Learn(int[] columns, bool isArticle, double weight)
    {
        var gradient = weight * ((1 / (1 + Math.Exp(-columns.Sum(Weight)))) - (isArticle ? 1 : 0));
        foreach (var c in columns)
        {
            var squares = _squares[c] + (gradient * gradient);
            _pull[c] += gradient - ((Math.Sqrt(squares) - Math.Sqrt(_squares[c])) / Pace * Weight(c));
            _squares[c] = squares;
        }
    }

    /// <summary>The constant, in column 0, is not held back.</summary>
    private double Weight(int column)
    {
        var pace = (Delay + Math.Sqrt(_squares[column])) / Pace;
        return column == 0 ? -_pull[0] / pace
            : Math.Abs(_pull[column]) <= Sparsity ? 0
            : -(_pull[column] - (Math.Sign(_pull[column]) * Sparsity)) / (pace + Shrinkage);
    }

    private string Write()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Weight(0):0.00}\n");
        foreach (var (term, column) in _columns.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            if (column > 0 && Math.Abs(Weight(column)) >= LeastWeight)
            {
                text.Append(CultureInfo.InvariantCulture, $"{Weight(column):0.00} {term}\n");
            }
        }

        return text.ToString();
    }
}
