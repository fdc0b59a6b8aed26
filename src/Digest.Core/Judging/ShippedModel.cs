using System.Globalization;

namespace Digest.Core.Judging;

/// <summary>Boosted trees that ship as data of the assembly, and the probability from which they say yes.</summary>
/// <param name="Trees">The trees.</param>
/// <param name="Threshold">Probability from which the answer is yes.</param>
internal sealed record ShippedModel(BoostedTrees Trees, float Threshold)
{
    /// <summary>Reads a model from the assembly and checks that it was made for the numbers it will be given.</summary>
    /// <param name="resource">Name of the resource, in the folder of its users.</param>
    /// <param name="features">Names of the numbers of a row.</param>
    /// <exception cref="InvalidOperationException">The model is missing, or was made for other numbers.</exception>
    public static ShippedModel Load(string resource, IReadOnlyList<string> features)
    {
        using var stream = typeof(ShippedModel).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The model {resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        if (!reader.ReadLine()!.Split('|').SequenceEqual(features, StringComparer.Ordinal))
        {
            throw new InvalidOperationException($"The model {resource} was made for other numbers: run tools/Digest.Training again.");
        }

        var threshold = float.Parse(reader.ReadLine()!, CultureInfo.InvariantCulture);
        return new ShippedModel(BoostedTrees.Read(reader), threshold);
    }
}
