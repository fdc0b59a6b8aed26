using System.Globalization;

namespace Digest.Core.Subscribers;

/// <summary>One line of a list of subscribers: an address with its consent, or a problem.</summary>
/// <param name="Line">Line number in the file, from 1.</param>
/// <param name="Address">The address, or null.</param>
/// <param name="Consent">What they agreed to, or null.</param>
/// <param name="Problem">What is wrong with the line, as a sentence; null when nothing is.</param>
public sealed record ListLine(int Line, EmailAddress? Address, Consent? Consent, string? Problem);

/// <summary>
/// Reads a CSV list of subscribers. The columns are found by their headings (<c>email</c>, <c>consent source</c>,
/// <c>consent date</c> and what people call these); a file without headings has the address in the column that looks like one.
/// </summary>
public static class SubscriberList
{
    private static readonly string[] AddressNames = ["email", "emailaddress", "address", "mail", "subscriber", "emailaddresse", "courriel"];
    private static readonly string[] SourceNames = ["consentsource", "source", "consent", "optinsource", "origin"];
    private static readonly string[] DateNames = ["consentdate", "date", "subscribed", "subscribedat", "created", "createdat", "optintime", "optindate", "confirmtime"];

    /// <summary>The lines of a list.</summary>
    /// <param name="text">The file.</param>
    /// <param name="consentSource">Where consent was given, for lines that do not say; null when every line must say.</param>
    /// <param name="now">When the list is read: the time of consents that do not say theirs.</param>
    public static IEnumerable<ListLine> Read(TextReader text, string? consentSource, DateTimeOffset now)
    {
        (int Address, int Source, int Date)? columns = null;
        foreach (var record in CsvReader.Read(text))
        {
            if (record.Problem is not null)
            {
                yield return new ListLine(record.Line, null, null, record.Problem);
                continue;
            }

            if (columns is null)
            {
                columns = Headings(record.Fields);
                if (columns is not null)
                {
                    continue;
                }

                var column = record.Fields.ToList().FindIndex(f => f.Contains('@', StringComparison.Ordinal));
                columns = (Math.Max(column, 0), -1, -1);
            }

            yield return LineOf(record, columns.Value, consentSource, now);
        }
    }

    private static ListLine LineOf(CsvRecord record, (int Address, int Source, int Date) columns, string? consentSource, DateTimeOffset now)
    {
        string? Field(int column) => column >= 0 && column < record.Fields.Count && record.Fields[column].Length > 0 ? record.Fields[column] : null;

        if (!EmailAddress.TryParse(Unwrapped(Field(columns.Address)), out var address, out var problem))
        {
            return new ListLine(record.Line, null, null, problem);
        }

        if ((Field(columns.Source) ?? consentSource) is not { } source)
        {
            return new ListLine(record.Line, address, null, "Nothing says where this reader's consent comes from.");
        }

        var given = now;
        if (Field(columns.Date) is { } written
            && !DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out given))
        {
            return new ListLine(record.Line, address, null, $"\"{written}\" is not a date that can be read; write it as 2026-11-30.");
        }

        return given > now
            ? new ListLine(record.Line, address, null, $"The consent is dated {given:yyyy-MM-dd}, in the future.")
            : new ListLine(record.Line, address, new Consent(source, given), null);
    }

    // "Ada Lovelace <ada@example.org>", as mail programs copy it.
    private static string? Unwrapped(string? field)
    {
        if (field is null || !field.EndsWith('>'))
        {
            return field;
        }

        var open = field.LastIndexOf('<');
        return open < 0 ? field : field[(open + 1)..^1];
    }

    private static (int Address, int Source, int Date)? Headings(IReadOnlyList<string> fields)
    {
        var names = fields.Select(f => new string([.. f.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant)])).ToList();
        var address = names.FindIndex(AddressNames.Contains);
        return address < 0 || fields.Any(f => f.Contains('@', StringComparison.Ordinal))
            ? null
            : (address, names.FindIndex(SourceNames.Contains), names.FindIndex(DateNames.Contains));
    }
}
