using System.Globalization;
using Digest.Core.Judging;

namespace Digest.Core.Decoding.Html.Content;

/// <summary>
/// The trained judgement of blocks: first each block alone, then again with the first judgement of its neighbours, of the
/// elements around it and of the blocks that look the same. The weights are data (<c>block-model.txt</c>), made by
/// <c>tools/Digest.Training</c>.
/// </summary>
internal sealed class BlockModel
{
    private static readonly Lazy<BlockModel> Loaded = new(Load);

    private readonly BoostedTrees _alone;
    private readonly BoostedTrees _revised;

    private BlockModel(BoostedTrees alone, BoostedTrees revised, float threshold)
    {
        _alone = alone;
        _revised = revised;
        Threshold = threshold;
    }

    /// <summary>The model that ships.</summary>
    public static BlockModel Shipped => Loaded.Value;

    /// <summary>Blocks of at least this probability belong to the article.</summary>
    public float Threshold { get; }

    /// <summary>Probability of every block, revised by its neighbours.</summary>
    public float[] Judge(PageOutline outline, PageClues clues) => Judge(outline, clues, out _);

    /// <summary>As <see cref="Judge(PageOutline, PageClues)"/>, with the numbers that decided.</summary>
    public float[] Judge(PageOutline outline, PageClues clues, out float[][] rows)
    {
        rows = BlockFeatures.Of(outline, clues, BlockFeatures.Names.Count + RevisionFeatures.Names.Count);
        var first = _alone.Probabilities(rows);
        RevisionFeatures.Append(outline, clues, first, rows, BlockFeatures.Names.Count);
        return _revised.Probabilities(rows);
    }

    /// <summary>Tells an editor why a block was left out: <paramref name="why"/>, and what spoke most against it.</summary>
    /// <param name="why">The reason in general.</param>
    /// <param name="probability">Probability that the block belongs to the article.</param>
    /// <param name="row">The numbers that decided.</param>
    public string Explain(string why, float probability, float[] row) => BlockReasons.Of.Explain(why, probability, _revised, row);

    private static BlockModel Load()
    {
        using var stream = typeof(BlockModel).Assembly.GetManifestResourceStream("Digest.Core.Decoding.Html.Content.block-model.txt")
            ?? throw new InvalidOperationException("The model of blocks (block-model.txt) is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    /// <summary>Reads a model file and checks that it was made for these features.</summary>
    public static BlockModel Read(TextReader reader)
    {
        var names = reader.ReadLine()!.Split('|');
        if (!names.SequenceEqual(BlockFeatures.Names.Concat(RevisionFeatures.Names), StringComparer.Ordinal))
        {
            throw new InvalidOperationException("The model of blocks was made for other features: run tools/Digest.Training again.");
        }

        var threshold = float.Parse(reader.ReadLine()!, CultureInfo.InvariantCulture);
        var alone = BoostedTrees.Read(reader);
        var revised = BoostedTrees.Read(reader);
        return new BlockModel(alone, revised, threshold);
    }
}
