using System.Globalization;
using System.Text;
using Digest.Core.Judging;

namespace Digest.Training;

/// <summary>How trees are grown.</summary>
internal sealed record BoostingOptions(int Trees = 120, int Depth = 6, double Rate = 0.1, double MinWeight = 1.5, double Penalty = 3, double RowShare = 0.7, double ColumnShare = 0.5);

/// <summary>Gradient boosting with logistic loss on histograms of 64 bins (Friedman 2001; second-order gains as in XGBoost).</summary>
internal sealed class Boosting
{
    private const int Bins = 64;
    private readonly BoostingOptions _options;
    private readonly float[][] _rows;
    private readonly bool[] _labels;
    private readonly double[] _weights;
    private readonly int _columns;
    private readonly float[][] _cuts;
    private readonly byte[][] _binned;
    private readonly double[] _sums;
    private readonly double[] _gradient;
    private readonly double[] _hessian;
    private ulong _seed = 88172645463325252UL;

    public Boosting(float[][] rows, bool[] labels, double[] weights, BoostingOptions options)
    {
        (_rows, _labels, _options) = (rows, labels, options);
        var mean = weights.Average();
        _weights = weights.Select(w => w / mean).ToArray();
        _columns = rows[0].Length;
        _cuts = new float[_columns][];
        _binned = new byte[_columns][];
        Parallel.For(0, _columns, new ParallelOptions { MaxDegreeOfParallelism = 2 }, f =>
        {
            var values = rows.Where((_, i) => i % 5 == 0).Select(r => r[f]).Order().ToArray();
            var cuts = new SortedSet<float>();
            for (var q = 1; q < Bins; q++)
            {
                cuts.Add(values[(int)((long)q * (values.Length - 1) / Bins)]);
            }

            _cuts[f] = [.. cuts];
            _binned[f] = new byte[rows.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                var at = Array.BinarySearch(_cuts[f], rows[i][f]);
                _binned[f][i] = (byte)(at >= 0 ? at : ~at);
            }
        });
        var positive = _labels.Zip(_weights, (l, w) => l ? w : 0).Sum() / _weights.Sum();
        Start = Math.Log(positive / (1 - positive));
        _sums = new double[rows.Length];
        Array.Fill(_sums, Start);
        _gradient = new double[rows.Length];
        _hessian = new double[rows.Length];
    }

    public double Start { get; }

    public string Train()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{_options.Trees} {Start:R}\n");
        for (var t = 0; t < _options.Trees; t++)
        {
            for (var i = 0; i < _rows.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-_sums[i]));
                _gradient[i] = _weights[i] * (p - (_labels[i] ? 1 : 0));
                _hessian[i] = _weights[i] * p * (1 - p);
            }

            var sample = Enumerable.Range(0, _rows.Length).Where(_ => Next() < _options.RowShare).ToArray();
            var columns = Enumerable.Range(0, _columns).Where(_ => Next() < _options.ColumnShare).ToArray();
            var words = new List<string>();
            Grow(sample, columns, _options.Depth, words);
            text.AppendJoin(' ', words).Append('\n');
            Apply(words);
        }

        return text.ToString();
    }

    private double Next()
    {
        _seed ^= _seed << 13;
        _seed ^= _seed >> 7;
        _seed ^= _seed << 17;
        return (_seed >> 11) / (double)(1UL << 53);
    }

    private void Apply(List<string> words)
    {
        var reader = new StringReader(string.Join(' ', words));
        var tree = BoostedTrees.Parse(reader, 1, 0);
        Parallel.For(0, _rows.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            var p = tree.Probability(_rows[i]);
            _sums[i] += Math.Log(p / (1 - p));
        });
    }

    private void Grow(int[] rows, int[] columns, int depth, List<string> words)
    {
        double g = 0, h = 0;
        foreach (var i in rows)
        {
            g += _gradient[i];
            h += _hessian[i];
        }

        var split = depth > 0 && h > 2 * _options.MinWeight ? Best(rows, columns, g, h) : null;
        if (split is not { } found)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"={-_options.Rate * g / (h + _options.Penalty):G5}"));
            return;
        }

        words.Add(string.Create(CultureInfo.InvariantCulture, $"{found.Column}:{_cuts[found.Column][found.Bin]:R}"));
        var bins = _binned[found.Column];
        Grow(Array.FindAll(rows, i => bins[i] <= found.Bin), columns, depth - 1, words);
        Grow(Array.FindAll(rows, i => bins[i] > found.Bin), columns, depth - 1, words);
    }

    private (int Column, int Bin)? Best(int[] rows, int[] columns, double g, double h)
    {
        var found = new (double Gain, int Bin)[columns.Length];
        var parent = g * g / (h + _options.Penalty);
        Parallel.For(0, columns.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, c =>
        {
            var bins = _binned[columns[c]];
            Span<double> gs = stackalloc double[Bins + 1];
            Span<double> hs = stackalloc double[Bins + 1];
            foreach (var i in rows)
            {
                gs[bins[i]] += _gradient[i];
                hs[bins[i]] += _hessian[i];
            }

            double gl = 0, hl = 0;
            for (var bin = 0; bin < _cuts[columns[c]].Length; bin++)
            {
                gl += gs[bin];
                hl += hs[bin];
                if (hl < _options.MinWeight || h - hl < _options.MinWeight)
                {
                    continue;
                }

                var gain = (gl * gl / (hl + _options.Penalty)) + ((g - gl) * (g - gl) / (h - hl + _options.Penalty)) - parent;
                if (gain > found[c].Gain)
                {
                    found[c] = (gain, bin);
                }
            }
        });
        var best = Array.IndexOf(found, found.MaxBy(f => f.Gain));
        return found[best].Gain > 1e-3 ? (columns[best], found[best].Bin) : null;
    }
}
