using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>A sentence on an author: "Jane Doe is a professor of history at the University of Leeds."</summary>
/// <param name="Name">The name, or null when the sentence says "the author" or "she".</param>
/// <param name="Affiliation">Role and institution in the sentence's own words; null when it has none.</param>
internal sealed record BioLine(string? Name, string? Affiliation);

/// <summary>Reads notes on authors.</summary>
internal sealed class BioLineReader
{
    private const RegexOptions Engine = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private readonly PersonNames _names;
    private readonly Regex _subject;
    private readonly Regex _being;
    private readonly Regex _doing;
    private readonly Regex _speaksOfAuthor;
    private readonly Regex _sentenceEnd;
    private readonly Regex _roleEnd;

    public BioLineReader(Vocabulary vocabulary, PersonNames names)
    {
        _names = names;
        _subject = Pattern("^[^\\p{L}]*(?:(?:the |our )?(?:author|writer|essayist|columnist|guest author)s?|he|she|they|dr\\.?|prof\\.?|mr\\.?|ms\\.?|mrs\\.?) ");
        _being = Pattern("^,? ?(?:is|are|was|were|has been|have been|currently is|is currently|serves as|served as|works as|worked as) (?:currently |also |now |both )?(?:an? |the |one of the )?");
        _doing = Pattern("^,? ?(?:teaches|writes|works|leads|directs|heads|holds|runs|covers|studies|researches|lectures|edits|founded|co-founded|specialises|specializes|focuses|lives|reports|served|received|earned|graduated|currently|recently|joined)\\b");
        _speaksOfAuthor = Pattern("\\b(?:{role}s?|{organisation}|author of|works at|book|ph\\.?d)\\b");
        _sentenceEnd = new Regex("[\\p{Ll}\\p{N})\"]{2}[.!?](?: |$)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        _roleEnd = Pattern("(?:,|;| at | of the | in the | with | for | from | where | who | and | based )");

        Regex Pattern(string pattern) => new(vocabulary.Expand(pattern, "bios"), Engine);
    }

    /// <summary>Reads a note that begins with a name or with "the author"; null when the text is no such note.</summary>
    /// <param name="text">The block's text.</param>
    /// <param name="isKnownBio">True when the place of the block says that it is a note on an author, so that the words need not.</param>
    public BioLine? Read(string text, bool isKnownBio)
    {
        var straight = PlainForm.Straight(text);
        var start = straight.AsSpan().IndexOfAnyExcept("-*\u2022\u2014 ");
        if (start < 0)
        {
            return null;
        }

        var name = _names.ReadAt(straight, start, isKnownBio ? 1 : 2);
        var subjectEnd = name?.End ?? (_subject.Match(straight) is { Success: true } subject ? subject.Length - 1 : -1);
        if (subjectEnd < 0)
        {
            return null;
        }

        var rest = straight[subjectEnd..];
        if (_being.Match(rest) is { Success: true } being)
        {
            return Accept(being.Length);
        }

        if (_doing.IsMatch(rest))
        {
            return Accept(rest.Length - rest.TrimStart(' ', ',').Length);
        }

        // "Jane Doe, Research Scholar, University of Leeds" and "Jane Doe (University of Leeds)"
        var isApposition = name is not null && rest.Length > 2 && (rest[0] is ',' or ':' or '|' || (rest[0] == ' ' && rest[1] is '(' or '-' or '|'));
        return isApposition ? Accept(rest.Length - rest.TrimStart(' ', ',', ':', '(', '-', '|').Length)
            : isKnownBio && name is not null ? new BioLine(name.Value.Name, null)
            : null;

        BioLine? Accept(int offset)
        {
            var predicate = text[(subjectEnd + offset)..];
            var end = _sentenceEnd.Match(straight, subjectEnd + offset);
            var first = end.Success ? text[(subjectEnd + offset)..(end.Index + 2)] : predicate;
            return isKnownBio || _speaksOfAuthor.IsMatch(first)
                ? new BioLine(name?.Name, first.Trim(' ', ',', ';', '.', ')', '-') is { Length: > 0 } affiliation ? affiliation : null)
                : null;
        }
    }

    /// <summary>The role at the beginning of an affiliation ("Deputy Director" of "Deputy Director of the Stockholm Centre").</summary>
    public string? RoleOf(string affiliation)
    {
        var end = _roleEnd.Match(PlainForm.Straight(affiliation));
        var role = end.Success ? affiliation[..end.Index].Trim() : affiliation;
        return role.Length > 0 && role.Length <= 80 && _speaksOfAuthor.IsMatch(PlainForm.Straight(role)) ? role : null;
    }
}
