using System.Globalization;
using System.Runtime.InteropServices;

namespace Digest.Core.Judging;

/// <summary>
/// A sum of regression trees over the numbers of what is judged, a block, a line, a name or a day (gradient boosting, logistic
/// loss). The trees are data: one line a tree, nodes in preorder, <c>feature:threshold</c> for a question (not greater goes left) and <c>=value</c> for an answer.
/// </summary>
internal sealed class BoostedTrees
{
    private readonly int[] _roots;
    private readonly Node[] _nodes;
    private readonly LevelTrees _levels;

    private BoostedTrees(double start, int[] roots, Node[] nodes)
    {
        Start = start;
        _roots = roots;
        _nodes = nodes;
        _levels = new LevelTrees(roots.Length, LongestPath());
        for (var t = 0; t < roots.Length; t++)
        {
            Spread(t, roots[t], place: 0, level: 0);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private record struct Node(int Feature, float Threshold, int Right, float Value);

    /// <summary>Log odds before any tree has spoken.</summary>
    public double Start { get; }

    /// <summary>Reads trees behind a line with their number and <see cref="Start"/>.</summary>
    public static BoostedTrees Read(TextReader reader)
    {
        var head = reader.ReadLine()!.Split(' ');
        return Parse(reader, int.Parse(head[0], CultureInfo.InvariantCulture), double.Parse(head[1], CultureInfo.InvariantCulture));
    }

    public static BoostedTrees Parse(TextReader reader, int trees, double start)
    {
        var roots = new int[trees];
        var nodes = new List<Node>();
        for (var t = 0; t < trees; t++)
        {
            roots[t] = nodes.Count;
            var words = reader.ReadLine()!.Split(' ');
            var position = 0;
            ReadNode(words, ref position, nodes);
        }

        Smooth(nodes);
        return new BoostedTrees(start, roots, [.. nodes]);
    }

    /// <summary>Probability that the answer for a row is yes.</summary>
    public float Probability(float[] row) => Probabilities([row])[0];

    /// <summary>The probability of each row, in the order of <paramref name="rows"/>.</summary>
    public float[] Probabilities(float[][] rows)
    {
        var sums = new double[rows.Length];
        sums.AsSpan().Fill(Start);
        _levels.AddTo(sums, rows);
        return Array.ConvertAll(sums, static sum => (float)(1 / (1 + Math.Exp(-sum))));
    }

    /// <summary>
    /// How much each number moved the log odds: the change of a node's mean answer at each question about it, summed over
    /// the trees. Together with <see cref="Start"/> and the means at the roots these add up to the decision.
    /// </summary>
    public double[] Contributions(ReadOnlySpan<float> row)
    {
        var moved = new double[row.Length];
        foreach (var root in _roots)
        {
            var n = root;
            while (_nodes[n].Feature >= 0)
            {
                var next = row[_nodes[n].Feature] <= _nodes[n].Threshold ? n + 1 : _nodes[n].Right;
                moved[_nodes[n].Feature] += _nodes[next].Value - _nodes[n].Value;
                n = next;
            }
        }

        return moved;
    }

    /// <summary>The numbers of a row that spoke most against it, strongest first.</summary>
    /// <param name="row">The numbers.</param>
    /// <param name="most">How many to give at most. Those that hardly moved the judgement (by 0.05 log odds) are not given.</param>
    public List<int> ReasonsAgainst(ReadOnlySpan<float> row, int most)
    {
        var moved = Contributions(row);
        var against = new List<int>(most);
        while (against.Count < most && moved.Min() is < -0.05 and var strongest)
        {
            var i = Array.IndexOf(moved, strongest);
            against.Add(i);
            moved[i] = 0;
        }

        return against;
    }

    private int LongestPath()
    {
        // A node stands after its parent, so that one pass down the list knows every node's level.
        var levels = new int[_nodes.Length];
        for (var n = 0; n < _nodes.Length; n++)
        {
            if (_nodes[n].Feature >= 0)
            {
                levels[n + 1] = levels[_nodes[n].Right] = levels[n] + 1;
            }
        }

        return levels.Max();
    }

    private void Spread(int tree, int node, int place, int level)
    {
        if (_nodes[node].Feature < 0)
        {
            _levels.Answer(tree, place, level, _nodes[node].Value);
            return;
        }

        _levels.Ask(tree, place, _nodes[node].Feature, _nodes[node].Threshold);
        Spread(tree, node + 1, (2 * place) + 1, level + 1);
        Spread(tree, _nodes[node].Right, (2 * place) + 2, level + 1);
    }

    private static void ReadNode(string[] words, ref int position, List<Node> nodes)
    {
        var word = words[position++];
        if (word[0] == '=')
        {
            nodes.Add(new Node(-1, 0, 0, float.Parse(word.AsSpan(1), NumberStyles.Float, CultureInfo.InvariantCulture)));
            return;
        }

        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var index = nodes.Count;
        var feature = int.Parse(word.AsSpan(0, colon), CultureInfo.InvariantCulture);
        var threshold = float.Parse(word.AsSpan(colon + 1), NumberStyles.Float, CultureInfo.InvariantCulture);
        nodes.Add(default);
        ReadNode(words, ref position, nodes);
        var right = nodes.Count;
        ReadNode(words, ref position, nodes);
        nodes[index] = new Node(feature, threshold, right, 0);
    }

    /// <summary>Gives every question the mean of its two answers, so that a decision can be told as a sum of steps.</summary>
    private static void Smooth(List<Node> nodes)
    {
        for (var n = nodes.Count - 1; n >= 0; n--)
        {
            if (nodes[n].Feature >= 0)
            {
                nodes[n] = nodes[n] with { Value = (nodes[n + 1].Value + nodes[nodes[n].Right].Value) / 2 };
            }
        }
    }
}
