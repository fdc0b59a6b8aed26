using Digest.Core.Essays;

namespace Digest.Core.Tests.Cases;

/// <summary>How near the readings of some essays come to what a person expects: shares from 0 to 1 by measure.</summary>
internal abstract class Scoreboard
{
    private readonly SortedDictionary<string, (int Right, int Of)> _counts = new(StringComparer.Ordinal);

    /// <summary>What differs, one line each.</summary>
    public List<string> Differences { get; } = [];

    public IReadOnlyDictionary<string, double> Shares => _counts.ToDictionary(c => c.Key, c => c.Value.Of == 0 ? 1 : (double)c.Value.Right / c.Value.Of);

    /// <summary>Compares a reading with what is expected of it.</summary>
    public abstract void Add(GoldenCase golden, EssayReading reading);

    protected void Count(string measure, bool isRight, GoldenCase golden, string what, string? actual)
    {
        var (right, of) = _counts.GetValueOrDefault(measure);
        _counts[measure] = (right + (isRight ? 1 : 0), of + 1);
        if (!isRight)
        {
            Differences.Add($"{golden.Name}: {what}: {actual ?? "none"}");
        }
    }
}
