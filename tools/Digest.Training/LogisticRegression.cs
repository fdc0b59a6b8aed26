namespace Digest.Training;

/// <summary>Logistic regression by Newton's method, the weights of the standardised columns held small. The first column is the constant.</summary>
internal static class LogisticRegression
{
    private const int Iterations = 12;

    /// <summary>Weights for the columns as they are given.</summary>
    public static double[] Fit(List<double[]> rows, List<bool> labels, double penalty)
    {
        var columns = rows[0].Length;
        var (means, spreads) = Standardise(rows, columns);
        var data = rows.Select(row => row.Select((x, c) => (x - means[c]) / spreads[c]).ToArray()).ToList();
        var weights = new double[columns];
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var gradient = weights.Select(w => -penalty * w).ToArray();
            var hessian = new double[columns][];
            for (var c = 0; c < columns; c++)
            {
                hessian[c] = new double[columns];
                hessian[c][c] = penalty;
            }

            for (var r = 0; r < data.Count; r++)
            {
                var x = data[r];
                var sum = 0.0;
                for (var c = 0; c < columns; c++)
                {
                    sum += weights[c] * x[c];
                }

                var p = 1 / (1 + Math.Exp(-sum));
                var (error, weight) = ((labels[r] ? 1 : 0) - p, p * (1 - p));
                for (var c = 0; c < columns; c++)
                {
                    gradient[c] += error * x[c];
                    var (row, scaled) = (hessian[c], weight * x[c]);
                    for (var d = 0; d < columns; d++)
                    {
                        row[d] += scaled * x[d];
                    }
                }
            }

            var step = Solve(hessian, gradient);
            for (var c = 0; c < columns; c++)
            {
                weights[c] += step[c];
            }
        }

        var plain = weights.Select((w, c) => w / spreads[c]).ToArray();
        plain[0] = weights[0] - plain.Skip(1).Select((w, c) => w * means[c + 1]).Sum();
        return plain;
    }

    private static (double[] Means, double[] Spreads) Standardise(List<double[]> rows, int columns)
    {
        var means = new double[columns];
        var spreads = new double[columns];
        spreads[0] = 1;
        for (var c = 1; c < columns; c++)
        {
            means[c] = rows.Average(row => row[c]);
            spreads[c] = Math.Sqrt(rows.Average(row => (row[c] - means[c]) * (row[c] - means[c]))) + 1e-9;
        }

        return (means, spreads);
    }

    /// <summary>Gaussian elimination; the penalty keeps the matrix positive definite, so that no pivoting is needed.</summary>
    private static double[] Solve(double[][] matrix, double[] values)
    {
        var n = values.Length;
        var x = values.ToArray();
        for (var i = 0; i < n; i++)
        {
            for (var r = i + 1; r < n; r++)
            {
                var factor = matrix[r][i] / matrix[i][i];
                for (var c = i; c < n; c++)
                {
                    matrix[r][c] -= factor * matrix[i][c];
                }

                x[r] -= factor * x[i];
            }
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var c = i + 1; c < n; c++)
            {
                x[i] -= matrix[i][c] * x[c];
            }

            x[i] /= matrix[i][i];
        }

        return x;
    }
}
