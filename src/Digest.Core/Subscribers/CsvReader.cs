using System.Text;

namespace Digest.Core.Subscribers;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">Number of its first line, from 1.</param>
/// <param name="Fields">Its fields, quotes taken off.</param>
/// <param name="Problem">What is wrong with it, or null.</param>
public sealed record CsvRecord(int Line, IReadOnlyList<string> Fields, string? Problem = null);

/// <summary>
/// Reads CSV as lists really come (RFC 4180 and what spreadsheets make of it): commas, semicolons or tabs, quoted fields
/// with doubled quotes and line breaks, any line ends. A record that is damaged is a record with a problem; the next
/// line begins anew, so one bad quote does not swallow the rest of the file.
/// </summary>
public static class CsvReader
{
    private const int MostFields = 200;
    private const int LongestRecord = 20_000;
    private const int MostLinesOfRecord = 20;

    /// <summary>The records of a file, empty lines left out.</summary>
    /// <param name="text">The file, decoded, without a byte order mark.</param>
    public static IEnumerable<CsvRecord> Read(TextReader text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = 0;
        char? separator = null;
        var pending = new Queue<string>();
        while (Next(text, pending) is { } first)
        {
            line++;
            if (string.IsNullOrWhiteSpace(first))
            {
                continue;
            }

            separator ??= SeparatorOf(first);
            var start = line;
            var record = first;
            var read = new List<string>();
            List<string>? fields;
            while ((fields = Split(record, separator.Value)) is null && read.Count < MostLinesOfRecord && record.Length < LongestRecord
                && Next(text, pending) is { } more)
            {
                read.Add(more);
                record += "\n" + more;
            }

            if (fields is null || record.Length > LongestRecord)
            {
                // The lines read in search of the closing quote are lines of their own after all.
                pending = new Queue<string>(read.Concat(pending));
                yield return new CsvRecord(start, [], fields is null ? "A quote is opened and never closed." : "The line is too long.");
                continue;
            }

            line += read.Count;
            yield return new CsvRecord(start, fields);
        }
    }

    private static string? Next(TextReader text, Queue<string> pending) => pending.Count > 0 ? pending.Dequeue() : text.ReadLine();

    private static char SeparatorOf(string line)
    {
        var best = ',';
        var most = 0;
        foreach (var candidate in ",;\t")
        {
            var fields = Split(line, candidate)?.Count ?? 1;
            if (fields > most)
            {
                (best, most) = (candidate, fields);
            }
        }

        return best;
    }

    /// <summary>The fields, or null when a quote stays open.</summary>
    private static List<string>? Split(string record, char separator)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        var spansLines = record.Contains('\n', StringComparison.Ordinal);
        for (var i = 0; i < record.Length && fields.Count < MostFields; i++)
        {
            var c = record[i];
            if (quoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < record.Length && record[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else if (spansLines && i + 1 < record.Length && record[i + 1] != separator && !char.IsWhiteSpace(record[i + 1]))
                {
                    // A quote of another field, met in search of the one that was forgotten lines above.
                    return null;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && IsBlank(field))
            {
                quoted = true;
                field.Clear();
            }
            else if (c == separator)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString().Trim());
        return quoted ? null : fields;
    }

    private static bool IsBlank(StringBuilder field)
    {
        for (var i = 0; i < field.Length; i++)
        {
            if (!char.IsWhiteSpace(field[i]))
            {
                return false;
            }
        }

        return true;
    }
}
