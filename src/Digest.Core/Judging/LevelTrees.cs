using System.Runtime.InteropServices;

namespace Digest.Core.Judging;

/// <summary>
/// Trees that all have the same depth, laid out so that going down one needs no decision of the processor: the children of
/// place n are 2n + 1 and 2n + 2, and an answer nearer to the root is spread over all places below it. Rows go down four at
/// a time, because each step of one waits for the one before.
/// </summary>
/// <remarks>Asking node by node instead took six tenths of the time of parsing a page, most of it in wrongly guessed branches.</remarks>
internal sealed class LevelTrees
{
    /// <summary>Deeper trees would cost more memory than they are worth: a tree takes 2^depth places.</summary>
    private const int MostLevels = 10;

    private readonly int _levels;
    private readonly int _questions;
    private readonly Question[] _asked;
    private readonly float[] _answers;

    /// <summary>Makes room for <paramref name="trees"/> trees of <paramref name="levels"/> questions from root to answer.</summary>
    public LevelTrees(int trees, int levels)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(levels, MostLevels);
        _levels = levels;
        _questions = (1 << levels) - 1;
        _asked = new Question[trees * _questions];
        _answers = new float[trees << levels];
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Question(int Feature, float Threshold);

    /// <summary>Sets a question: a number not greater than the threshold goes to place 2n + 1, else to 2n + 2.</summary>
    public void Ask(int tree, int place, int feature, float threshold) => _asked[(tree * _questions) + place] = new Question(feature, threshold);

    /// <summary>Sets the answer at a place, whatever would be asked below it.</summary>
    public void Answer(int tree, int place, int level, float value)
    {
        var width = 1 << (_levels - level);
        var first = ((place + 1) * width) - (1 << _levels);
        _answers.AsSpan((tree << _levels) + first, width).Fill(value);
    }

    /// <summary>Adds every tree's answer to the sum of each row, tree after tree.</summary>
    public void AddTo(double[] sums, float[][] rows)
    {
        var row = 0;
        for (; row + 4 <= rows.Length; row += 4)
        {
            AddFour(sums.AsSpan(row, 4), rows[row], rows[row + 1], rows[row + 2], rows[row + 3]);
        }

        for (; row < rows.Length; row++)
        {
            // The last three rows go down alone, in company of themselves.
            Span<double> four = [sums[row], 0, 0, 0];
            AddFour(four, rows[row], rows[row], rows[row], rows[row]);
            sums[row] = four[0];
        }
    }

    private void AddFour(Span<double> sums, float[] a, float[] b, float[] c, float[] d)
    {
        var (sumA, sumB, sumC, sumD) = (sums[0], sums[1], sums[2], sums[3]);
        for (int first = 0, answers = 0; answers < _answers.Length; first += _questions, answers += 1 << _levels)
        {
            var tree = _asked.AsSpan(first, _questions);
            var (atA, atB, atC, atD) = (0, 0, 0, 0);
            for (var level = 0; level < _levels; level++)
            {
                atA = Next(tree, atA, a);
                atB = Next(tree, atB, b);
                atC = Next(tree, atC, c);
                atD = Next(tree, atD, d);
            }

            var of = _answers.AsSpan(answers, 1 << _levels);
            sumA += of[atA - _questions];
            sumB += of[atB - _questions];
            sumC += of[atC - _questions];
            sumD += of[atD - _questions];
        }

        (sums[0], sums[1], sums[2], sums[3]) = (sumA, sumB, sumC, sumD);
    }

    private static int Next(ReadOnlySpan<Question> tree, int at, float[] row)
    {
        ref readonly var question = ref tree[at];
        return (2 * at) + 2 - (row[question.Feature] <= question.Threshold ? 1 : 0);
    }
}
