using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>What one line says about who wrote the essay.</summary>
/// <param name="Names">The names; empty when the line names an agency or staff only.</param>
/// <param name="About">Role and institution after the names, or null.</param>
/// <param name="Start">First character of the names in the line.</param>
/// <param name="End">Character after the last name.</param>
internal sealed record BylineLine(IReadOnlyList<string> Names, string? About, int Start, int End);

/// <summary>Reads lines such as "By Jane Doe and John A. Smith, Senior Fellows | March 3, 2024" and "Jane Doe, University of Leeds".</summary>
internal sealed class BylineLineReader
{
    private const int MostNames = 12;
    private const RegexOptions Engine = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private readonly PersonNames _names;
    private readonly AuthorWords _words;
    private readonly Regex _lead;
    private readonly Regex _place;
    private readonly Regex _furniture;

    public BylineLineReader(Vocabulary vocabulary, PersonNames names, AuthorWords words)
    {
        _names = names;
        _words = words;
        _lead = Pattern("^[^\\p{L}\\p{N}]*(?:(?:{byLead}):? |(?:{byLabel}): ?|(?:{byLabel}) by:? )");
        _place = Pattern("^(?: (?:in|from) (?-i:\\p{Lu}[\\p{L}.'-]*(?: \\p{Lu}[\\p{L}.'-]*)*))?");

        // Separators over and over would cost the square of their number on the engine that backtracks.
        _furniture = Pattern("[\\s,|/;:(-]*(?:(?:on |at )?{date}|{weekday}\\b|(?:last )?(?:updated|published|posted|modified)\\b|{n}[ -]min(?:ute)?s?\\b|in (?-i:\\p{Lu})|[|\\u2022\\u00B7]|@\\w|\\S+@\\S+|https?:|\\d{4}\\b|{time}|follow\\b|share\\b|$)", RegexOptions.NonBacktracking);

        Regex Pattern(string pattern, RegexOptions engine = RegexOptions.None) => new(vocabulary.Expand(pattern, "bylines"), Engine | engine, Regex.InfiniteMatchTimeout);
    }

    /// <summary>Reads a line that begins with "By" or the like; null when no name and no agency follows.</summary>
    public BylineLine? ReadLabelled(string text)
    {
        var straight = PlainForm.Straight(text);
        var lead = _lead.Match(straight);
        if (!lead.Success)
        {
            return null;
        }

        var rest = straight[lead.Length..];
        return _words.BeginsWithAgency(rest) && Read(straight, lead.Length, 2) is null
            ? new BylineLine([], null, lead.Length, lead.Length)
            : Read(straight, lead.Length, 1);
    }

    /// <summary>Reads a line that is nothing but names, with role and institution after them or without; else null.</summary>
    public BylineLine? ReadBare(string text)
    {
        var straight = PlainForm.Straight(text);
        var start = 0;
        while (start < straight.Length && straight[start] is '-' or ' ' or '*' or '~')
        {
            start++;
        }

        return straight.EndsWith(':') ? null : Read(straight, start, 2);
    }

    private BylineLine? Read(string text, int start, int fewestParts)
    {
        var names = new List<string>();
        var end = start;
        while (names.Count < MostNames && _names.ReadAt(text, start, names.Count == 0 ? fewestParts : 2) is { } name)
        {
            if (!names.Contains(name.Name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name.Name);
            }

            end = name.End;
            start = AfterJoiner(text, end + _place.Match(text[end..]).Length);
            if (start < 0)
            {
                break;
            }
        }

        return names.Count > 0 && About(text, end, out var about) ? new BylineLine(names, about, FirstLetter(text), end) : null;

        int FirstLetter(string line) => Math.Max(0, line.IndexOf(names[0].Split(' ')[0], StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Index after ", ", " and ", " &amp; " and their like, or -1 when the list of names ends here.</summary>
    private static int AfterJoiner(string text, int i)
    {
        foreach (var joiner in (ReadOnlySpan<string>)[", and ", ", & ", ", ", " and ", " & ", "; ", " / ", "/", " with ", " und ", " et ", " y ", " e ", " och "])
        {
            if (text.AsSpan(i).StartsWith(joiner, StringComparison.OrdinalIgnoreCase))
            {
                return i + joiner.Length;
            }
        }

        return -1;
    }

    /// <summary>What stands after the names: nothing, dates and the like, or role and institution. False when it is a sentence that goes on.</summary>
    private bool About(string text, int end, out string? about)
    {
        about = null;
        var furniture = _furniture.Match(text, end);
        var rest = furniture.Success ? text[end..furniture.Index] : text[end..];
        rest = rest.Trim(' ', ',', ';', '|', '-', '(', ')', ':', '\u2022', '\u00B7');
        if (rest.StartsWith("is ", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (rest.Length == 0)
        {
            return text.AsSpan(end).TrimStart().Length == 0 || !char.IsLower(text.AsSpan(end).TrimStart()[0]) || furniture.Success && furniture.Index == end;
        }

        if (text[end] is not (',' or ' ' or '(' or '|' or ';' or ':') || (text[end] == ' ' && text[end + 1] is not ('(' or '|' or '-' or '/')))
        {
            return false;
        }

        about = rest.Trim('.', ' ');
        return _words.AreTitlePhrase(about);
    }
}
