using System.Diagnostics;
using System.Text.Json;
using Digest.Core.Decoding;
using Digest.Core.Essays;

namespace Digest.Testing;

/// <summary>What holds for the reading of any drop whatever.</summary>
public static class DropCheck
{
    /// <summary>The fault in words, or null: no exception escapes, every block is kept or in the ledger, no span reaches out of its block, the same drop gives the same bytes.</summary>
    public static string? Fault(EssayReader reader, RawEssay drop)
    {
        try
        {
            var reading = reader.Explain(drop);
            return Fault(reading) ?? (Shown(reading) == Shown(reader.Explain(drop)) ? null : "The same drop was read in two ways.");
        }
#pragma warning disable CA1031 // Any exception is the fault that is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"{e.GetType().Name}: {e.Message}\n{e.StackTrace}\n{drop.Name}: {Convert.ToBase64String(drop.Bytes.Span[..Math.Min(drop.Bytes.Length, 4_000)])}";
        }
    }

    /// <summary>How long one reading took.</summary>
    public static TimeSpan Time(EssayReader reader, RawEssay drop)
    {
        var started = Stopwatch.GetTimestamp();
        _ = reader.Explain(drop);
        return Stopwatch.GetElapsedTime(started);
    }

    private static string? Fault(EssayReading reading)
    {
        if (!reading.Blocks.Select(b => b.Block.Ordinal).SequenceEqual(Enumerable.Range(0, reading.Blocks.Count)))
        {
            return "The ordinals of the blocks have gaps.";
        }

        if (reading.Blocks.Any(b => b.Block.Spans.Any(s => s.Start < 0 || s.Length <= 0 || s.Start + s.Length > b.Block.Text.Length)))
        {
            return "A span reaches out of its block.";
        }

        if (reading.Result is not ReadResult.Ready { Essay: var essay })
        {
            return null;
        }

        var accounted = essay.Body.Select(b => b.Ordinal).Concat(essay.Stripped.Select(s => s.Block.Ordinal)).Order();
        if (!accounted.SequenceEqual(Enumerable.Range(0, reading.Blocks.Count)))
        {
            return "A block is neither kept nor in the ledger, or both.";
        }

        return essay.Title.Length == 0 ? "The title is empty."
            : BodyHtml.Write(essay.Body).Contains("<script", StringComparison.OrdinalIgnoreCase) ? "A script came through."
            : null;
    }

    private static string Shown(EssayReading reading) => JsonSerializer.Serialize(new { reading.Blocks, Result = (object)reading.Result }, EssayJson.Options);
}
