using System.Text.Json;
using Digest.Core.Deliveries;

namespace Digest.Functions.Storage;

/// <summary>Ledger entries as lines of JSON.</summary>
internal static class LedgerLines
{
    /// <summary>The lines of entries.</summary>
    public static MemoryStream Write(IReadOnlyList<LedgerEntry> entries)
    {
        var stream = new MemoryStream();
        foreach (var entry in entries)
        {
            JsonSerializer.Serialize(stream, entry, StorageJson.Compact);
            stream.WriteByte((byte)'\n');
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>The entries of lines.</summary>
    /// <exception cref="InvalidDataException">A line is no entry: somebody wrote into the ledger by hand.</exception>
    public static IReadOnlyList<LedgerEntry> Read(ReadOnlySpan<byte> lines)
    {
        var entries = new List<LedgerEntry>();
        foreach (var range in lines.Split((byte)'\n'))
        {
            var line = lines[range];
            if (line.Length > 0)
            {
                entries.Add(JsonSerializer.Deserialize<LedgerEntry>(line, StorageJson.Compact)
                    ?? throw new InvalidDataException("A line of the ledger is no entry."));
            }
        }

        return entries;
    }
}
