using System.Text.RegularExpressions;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Insight;

namespace Digest.Core.Metadata;

/// <summary>Takes names and notes on authors at the end out of the body, and reads the byline from all that speaks of the author.</summary>
internal sealed class AuthorReview(BylineLineReader bylines, BioLineReader bios, AuthorWords words)
{
    private const int LongestBio = 150;
    private const int LongestNamedNote = 80;

    private static readonly Regex FirstPersonNote = new(
        "^i(?: am |'m |'ve |(?: mostly| mainly| often)? (?:report|write|cover|edit|investigate|work|teach|study|research) )",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    /// <summary>Who is known to have written an essay, as it stands whenever it is asked.</summary>
    public KnownAuthors KnownOf(Manuscript m, DocumentMetadata declared) => new(m, declared, NamesIn);

    /// <summary>The names in a block that left the body as a byline or as a note on an author.</summary>
    private IEnumerable<string> NamesIn(Manuscript m, int i)
    {
        var text = m.Blocks[i].Text;
        return m.Forms[i].Words > LongestBio ? []
            : m.EffectOn(i) == RuleEffect.Byline ? (bylines.ReadLabelled(text) ?? bylines.ReadBare(text))?.Names ?? []
            : bios.Read(text, isKnownBio: true)?.Name is { } name ? [name] : [];
    }

    /// <summary>Strips block <paramref name="i"/> of the tail when it is the author's name or a note on the author.</summary>
    /// <param name="m">The essay.</param>
    /// <param name="i">The block.</param>
    /// <param name="known">Who is known to have written it.</param>
    /// <param name="isWebPage">The decoder has weighed every name that the page shows; where it took none, only a sentence about somebody is a note on the author.</param>
    public bool TryStrip(Manuscript m, int i, KnownAuthors known, bool isWebPage)
    {
        var mayBeUndeclared = !isWebPage || known.AreDeclared;
        var text = m.Blocks[i].Text;
        if (m.Blocks[i].Kind is not (BlockKind.Paragraph or BlockKind.Heading or BlockKind.ListItem or BlockKind.Quote) || m.Forms[i].Words is 0 or > LongestBio)
        {
            return false;
        }

        if (m.Forms[i].Words <= (m.Forms[i].EndsAsSentence ? 4 : 12) && bylines.ReadBare(text) is { About: null } line)
        {
            if (mayBeUndeclared && (IsSignature(m, i) || IsDashedName(m, i, line) || line.Names.All(n => known.Holds(n))))
            {
                m.Strip(i, TextRemoval.BylineName, text, RuleEffect.Byline);
                return true;
            }

            return false;
        }

        if (bios.Read(text, isKnownBio: false) is { Name: { } name } bio)
        {
            if ((mayBeUndeclared || bio.IsSentence) && (known.Holds(name) || (bio.Affiliation is not null && ReadsAsNote(m, i, bio) && !IsSpokenOf(m, i, name))))
            {
                m.Strip(i, TextRemoval.AuthorBio, name, RuleEffect.Bio);
                return true;
            }
        }
        else if (bios.ReadWithoutName(text) is not null || IsFirstPersonNote(m, i, known))
        {
            m.Strip(i, TextRemoval.AuthorBio, text, RuleEffect.Bio);
            return true;
        }
        else if (mayBeUndeclared && StripsAsRoleUnderName(m, i, known))
        {
            return true;
        }

        return StripsAsNoteOnNamed(m, i, known) || StripsAsNoteOnKnown(m, i, known);
    }

    /// <summary>A role at the end with the name above it: of the author, or of somebody whom the essay does not speak of.</summary>
    private bool StripsAsRoleUnderName(Manuscript m, int i, KnownAuthors known)
    {
        if (RoleLine(m, i) is not { } role || !words.AreTitlePhrase(role) || NameAbove(m, i) is not { } name
            || !(known.Holds(name) || (WordLists.FirstNames.Contains(name.Split(' ')[0]) && !IsSpokenOf(m, i - 1, name))))
        {
            return false;
        }

        m.Strip(i, TextRemoval.BylineRole, m.Blocks[i].Text, RuleEffect.Bio);
        m.Strip(i - 1, TextRemoval.BylineName, m.Blocks[i - 1].Text, RuleEffect.Byline);
        return true;
    }

    /// <summary>
    /// Nobody writes about himself by name: what begins with the author at the end is a note on the author, if the essay does
    /// not speak of somebody so called.
    /// </summary>
    private bool StripsAsNoteOnKnown(Manuscript m, int i, KnownAuthors known)
    {
        var text = m.Blocks[i].Text;
        var isNote = m.Forms[i].Words <= LongestNamedNote
            && (m.Forms[i].EndsAsSentence ? known.All.Any(name => bios.BeginsWith(text, name) && !IsSpokenOf(m, i, name))
                : m.Forms[i].Words <= 8 && bylines.ReadBare(text) is { About: not null } line && line.Names.All(known.Holds));
        if (isNote)
        {
            m.Strip(i, TextRemoval.AuthorBio, text, RuleEffect.Bio);
        }

        return isNote;
    }

    /// <summary>"Jane Doe reports from Nairobi." names no role and no institution; that the byline names her is enough.</summary>
    private bool StripsAsNoteOnNamed(Manuscript m, int i, KnownAuthors known)
    {
        var isNote = bios.Read(m.Blocks[i].Text, isKnownBio: true) is { Name: { } name, Affiliation: not null, IsSentence: true }
            && m.Forms[i].EndsAsSentence && known.Holds(name) && bios.SpeaksOfPeopleOnly(m.Blocks[i].Text);
        if (isNote)
        {
            m.Strip(i, TextRemoval.AuthorBio, m.Blocks[i].Text, RuleEffect.Bio);
        }

        return isNote;
    }

    /// <summary>"- Jane Doe" under the text; under a quotation it would be the one who is quoted.</summary>
    private static bool IsDashedName(Manuscript m, int i, BylineLine line) =>
        m.Forms[i].Straight[0] == '-' && line.About is null && i > 0 && m.Blocks[i - 1].Kind != BlockKind.Quote && m.Forms[i - 1].Straight is [not ('"' or '\''), ..]
        && m.Forms[i - 1].Straight[^1] != '"' && line.Names.All(n => WordLists.FirstNames.Contains(n.Split(' ')[0]));

    /// <summary>"I report on elder care in the South." under the name of an author.</summary>
    private bool IsFirstPersonNote(Manuscript m, int i, KnownAuthors known) =>
        i > 0 && FirstPersonNote.IsMatch(m.Forms[i].Straight) && NameAbove(m, i) is { } name && known.Holds(name);

    /// <summary>The name that is all that stands on the line above, or null.</summary>
    private string? NameAbove(Manuscript m, int i) =>
        i > 0 && m.Forms[i - 1].Words <= 8 && bylines.ReadBare(m.Blocks[i - 1].Text) is { About: null, Names: [var name] } ? name : null;

    /// <summary>
    /// Index after the last line of a box on authors whose heading is block <paramref name="i"/>: names, each with a role
    /// or a note; <paramref name="i"/> itself when there is no such box.
    /// </summary>
    public int EndOfBox(Manuscript m, int i)
    {
        if (m.Matching(i, RuleZone.Ends) is not { Rule: { Effect: RuleEffect.Bio, Takes: RuleReach.Bios } } || !m.IsOpen(i))
        {
            return i;
        }

        var end = i;
        for (var j = i + 1; j < m.Count && m.IsOpen(j) && m.Forms[j].Words <= LongestBio; j++)
        {
            var text = m.Blocks[j].Text;
            var isNote = bios.Read(text, isKnownBio: false) is { Name: not null, Affiliation: not null, IsSentence: true }
                || (NameAbove(m, j) is not null && RoleLine(m, j) is not null && bylines.ReadBare(text) is null);
            if (!isNote && !(m.Forms[j].Words <= 8 && bylines.ReadBare(text) is { About: null }))
            {
                break;
            }

            end = isNote ? j + 1 : end;
        }

        return end;
    }

    /// <summary>A name under "Best regards".</summary>
    private static bool IsSignature(Manuscript m, int i) => i > 0 && m.Matching(i - 1, RuleZone.Tail) is { Rule.Id: TailReview.SignOff };

    /// <summary>The byline, or null when nothing in the document says who wrote it.</summary>
    public Byline? Read(Manuscript m, DocumentMetadata declared)
    {
        var named = new List<(int Block, BylineLine Line)>();
        var notes = new List<(int Block, BioLine Note)>();
        for (var i = 0; i < m.Count; i++)
        {
            var text = m.Blocks[i].Text;
            if (m.EffectOn(i) == RuleEffect.Byline && (bylines.ReadLabelled(text) ?? bylines.ReadBare(text)) is { } line)
            {
                named.Add((i, line));
            }
            else if (m.EffectOn(i) == RuleEffect.Bio)
            {
                notes.AddRange(bylines.ReadBare(text) is { About: null, Names: { Count: > 1 } all }
                    ? all.Select(name => (i, new BioLine(name, null, IsSentence: false)))
                    : [(i, NoteIn(m, i))]);
                notes.AddRange(bios.ReadFurther(text).Select(b => (i, b)));
            }
        }

        var (names, source) = Names(m, declared, named, notes);
        if (names.Count == 0)
        {
            return null;
        }

        var affiliationOf = new NameIndex<string?>();
        foreach (var (_, note) in notes.Where(n => n.Note is { Name: not null, Affiliation: not null }))
        {
            affiliationOf.Add(note.Name!, note.Affiliation);
        }

        var affiliations = names.Select(n => affiliationOf.TryFind(n, out var of) ? of : null).OfType<string>().ToList();
        var affiliation = affiliations.Count > 0 ? string.Join("; ", affiliations)
            : notes.Where(n => n.Note.Name is null).Select(n => n.Note.Affiliation).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } lines
                ? string.Join("; ", lines)
            : named.Select(n => n.Line.About).FirstOrDefault(a => a is not null && words.SpeakOfAuthor(a));
        return new Byline
        {
            Names = names,
            Role = (affiliations.Count > 0 ? bios.RoleOf(affiliations[0]) : affiliation is null ? null : bios.RoleOf(affiliation))
                ?? declared.Authors.Select(a => a.Role).FirstOrDefault(r => r is not null),
            Affiliation = affiliation,
            Source = source,
        };
    }

    private (IReadOnlyList<string> Names, Passage? Source) Names(
        Manuscript m, DocumentMetadata declared, List<(int Block, BylineLine Line)> named, List<(int Block, BioLine Note)> notes)
    {
        if (declared.Authors.Count > 0)
        {
            return ([.. declared.Authors.Select(a => a.Name)], null);
        }

        if (named.Count > 0 && named[0].Line.Names.Count == 0)
        {
            // "By Staff": whoever is named further down lent a hand, or the publication would have said so here.
            return ([], null);
        }

        if (named.FindIndex(n => n.Line.Names.Count > 0) is >= 0 and var first)
        {
            var (block, line) = named[first];
            return (NamesBelow(m, named, first), Passage.Of(m.Blocks[block], line.Start, line.End));
        }

        var names = notes.Where(n => n.Note.Name is not null).Select(n => n.Note.Name!).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return names.Count == 0 ? ([], null) : (names, SourceOf(m.Blocks[notes.Find(n => n.Note.Name is not null).Block], names[0]));
    }

    /// <summary>The names of a line, and of the lines without label below it: authors under one another, each with a role or a note.</summary>
    private List<string> NamesBelow(Manuscript m, List<(int Block, BylineLine Line)> named, int first)
    {
        var names = named[first].Line.Names.ToList();
        for (var k = first + 1; k < named.Count; k++)
        {
            var (above, block) = (named[k - 1].Block, named[k].Block);
            if (bylines.ReadLabelled(m.Blocks[block].Text) is not null || !Enumerable.Range(above, block - above).All(j => m.EffectOn(j) is RuleEffect.Byline or RuleEffect.Bio))
            {
                break;
            }

            names.AddRange(named[k].Line.Names.Except(names, StringComparer.OrdinalIgnoreCase));
        }

        return names;
    }

    private static Passage SourceOf(Block block, string name)
    {
        var start = PlainForm.Straight(block.Text).IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? Passage.Of(block, 0, block.Text.Length) : Passage.Of(block, start, start + name.Length);
    }

    /// <summary>What a note says; when it names nobody, of the name above it.</summary>
    private BioLine NoteIn(Manuscript m, int i)
    {
        var text = m.Blocks[i].Text;
        var note = bios.ReadWithoutName(text) ?? bios.Read(text, isKnownBio: true) ?? new BioLine(null, RoleLine(m, i), IsSentence: false);
        return note.Name is null && note.Affiliation is not null && m.IsStripped(Math.Max(0, i - 1)) ? note with { Name = NameAbove(m, i) } : note;
    }

    private string? RoleLine(Manuscript m, int i) =>
        m.Forms[i].Words <= 25 && !m.Forms[i].EndsAsSentence && !m.Matches(i, RuleEffect.Bio) && words.SpeakOfAuthor(m.Blocks[i].Text) ? m.Blocks[i].Text.TrimStart([.. PersonNames.AffiliationMarks, ' ']).Trim(' ', ',', ';') : null;

    /// <summary>
    /// A note, not a sentence of the essay: it says "is", or it is name, role and institution and nothing else. Several
    /// such lines one after another are a list of people the essay speaks of.
    /// </summary>
    private bool ReadsAsNote(Manuscript m, int i, BioLine bio) => bio.IsSentence
        || (words.AreTitlePhrase(bio.Affiliation!) && !m.Forms[i].Straight[..Math.Min(60, m.Forms[i].Straight.Length)].Contains(':', StringComparison.Ordinal)
            && !IsNoteOnSomebody(m, i - 1) && !IsNoteOnSomebody(m, i + 1));

    private bool IsNoteOnSomebody(Manuscript m, int i) =>
        i >= 0 && i < m.Count && m.Forms[i].Words <= LongestBio && m.EffectOn(i) != RuleEffect.Byline
        && bios.Read(m.Blocks[i].Text, isKnownBio: false) is { Name: not null };

    /// <summary>Somebody the essay itself speaks of is not its author.</summary>
    internal static bool IsSpokenOf(Manuscript m, int i, string name)
    {
        var surname = name[(name.LastIndexOf(' ') + 1)..];
        return Enumerable.Range(0, m.Count).Any(j => j != i && m.CountsAsProse(j) && m.Forms[j].Straight.Contains(surname, StringComparison.Ordinal));
    }
}
