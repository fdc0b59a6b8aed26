using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Insight;

namespace Digest.Core.Metadata;

/// <summary>Takes names and notes on authors at the end out of the body.</summary>
internal sealed class AuthorReview(BylineLineReader bylines, BioLineReader bios, AuthorLines lines, AuthorWords words)
{
    private const int LongestBio = 150;
    private const int LongestNamedNote = 80;

    /// <summary>Words of a note that was set without its full stop; shorter lines are headings.</summary>
    private const int ShortestNote = 10;

    /// <summary>Under a role stand links such as "More by Jane", "View profile" and "@janedoe" before the next name comes.</summary>
    private const int MostLinksUnderRole = 2;
    private const int LongestLink = 6;
    private const int MostRoles = 3;
    private const int LongestInstitution = 25;
    private const int MostBylines = 20;
    private const int LongestContactHeading = 4;
    private const string ContactPublisher = "contact-publisher";

    /// <summary>Who is known to have written an essay, as it stands whenever it is asked.</summary>
    public KnownAuthors KnownOf(Manuscript m, DocumentMetadata declared) => new(m, declared, NamesIn);

    /// <summary>The names in a block that left the body as a byline or as a note on an author.</summary>
    private IEnumerable<string> NamesIn(Manuscript m, int i)
    {
        var text = m.Blocks[i].Text;
        return m.Forms[i].Words > LongestBio ? []
            : m.EffectOn(i) == RuleEffect.Byline ? (bylines.ReadLabelled(text) ?? bylines.ReadBare(text))?.Names ?? []
            : bios.Read(text, isKnownBio: true) is { Name: { } name } note ? [name, .. note.Others] : [];
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

        if (i > 0 && m.Forms[i - 1].Words <= LongestContactHeading && m.Matching(i - 1, RuleZone.Tail) is { Rule.Id: ContactPublisher } contact)
        {
            // "Media contact": who answers the telephone has not written the text.
            m.Strip(i, contact with { Matched = text }, m.Blocks[i - 1].Text);
            return true;
        }

        if (m.Forms[i].Words <= (m.Forms[i].EndsAsSentence ? 4 : 12) && bylines.ReadBare(text) is { About: null } line)
        {
            if (mayBeUndeclared && (LetterSignature.IsUnderClose(m, i) || IsDashedName(m, i, line) || line.Names.All(n => known.Holds(n))))
            {
                m.Strip(i, TextRemoval.BylineName, text, RuleEffect.Byline);
                return true;
            }

            return false;
        }

        if (bios.Read(text, isKnownBio: false) is { Name: { } name } bio)
        {
            if ((mayBeUndeclared || bio.IsSentence) && (known.Holds(name) ? !bio.IsOnBook || !IsSpokenOf(m, i, name) : ((bio.IsOnBook && m.Forms[i].Words <= LongestNamedNote) || (bio.Affiliation is not null && ReadsAsNote(m, i, bio))) && !IsSpokenOf(m, i, name)))
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
        else if (mayBeUndeclared && (StripsAsRoleUnderName(m, i, known) || StripsAsInstitution(m, i)))
        {
            return true;
        }

        return (mayBeUndeclared && StripsAsNoteUnderName(m, i, known)) || StripsAsNoteOnNamed(m, i, known) || StripsAsNoteOnKnown(m, i, known);
    }

    /// <summary>Roles at the end with the name above them: of the author, or of somebody whom the essay does not speak of.</summary>
    private bool StripsAsRoleUnderName(Manuscript m, int i, KnownAuthors known)
    {
        var top = i;
        while (i - top < MostRoles && top >= 0 && m.IsOpen(top) && lines.RoleOn(m, top) is { } role && words.AreTitlePhrase(role))
        {
            top--;
        }

        if (top == i || lines.NameOn(m, top) is not { } name
            || !(known.Holds(name) || ((WordLists.FirstNames.Contains(name.Split(' ')[0]) || LetterSignature.IsUnderClose(m, top) || (known.All.Count == 0 && SignsText(m, top, name))) && !IsSpokenOf(m, top, name))))
        {
            return false;
        }

        for (var j = i; j > top; j--)
        {
            m.Strip(j, TextRemoval.BylineRole, m.Blocks[j].Text, RuleEffect.Bio);
        }

        m.Strip(top, TextRemoval.BylineName, m.Blocks[top].Text, RuleEffect.Byline);
        return true;
    }

    /// <summary>A name of words that are no others, right under running text.</summary>
    private static bool SignsText(Manuscript m, int i, string name) =>
        i > 0 && m.CountsAsProse(i - 1) && !name.Split(' ').Any(w => (WordLists.CommonWords | WordLists.Places).Contains(w));

    /// <summary>"² Department of History, University of Leeds": a mark behind an author's name and before the institution, one such line under another.</summary>
    private bool StripsAsInstitution(Manuscript m, int i)
    {
        var isInstitution = IsMarked(i) && m.OnAuthors.Take(MostBylines).Any(b => m.EffectOn(b) == RuleEffect.Byline && m.Blocks[b].Text.Contains(m.Blocks[i].Text[0], StringComparison.Ordinal)) && (Names(i) || Names(i - 1) || Names(i + 1));
        if (isInstitution)
        {
            m.Strip(i, TextRemoval.BylineRole, m.Blocks[i].Text, RuleEffect.Bio);
        }

        return isInstitution;

        bool Names(int j) => j >= 0 && j < m.Count && IsMarked(j) && words.NameOrganisation(m.Forms[j].Straight);

        bool IsMarked(int j) => m.Forms[j].Words is > 1 and <= LongestInstitution && !m.Forms[j].EndsAsSentence
            && m.Forms[j].Straight is [not (>= '0' and <= '9' or '*'), ..] line && AffiliationMarks.Signs.Contains(line[0])
            && !line.Any(char.IsAsciiDigit) && words.AreTitlePhrase(line);
    }

    /// <summary>
    /// Nobody writes about himself by name: what begins with the author at the end is a note on the author, if the essay does
    /// not speak of somebody so called.
    /// </summary>
    private bool StripsAsNoteOnKnown(Manuscript m, int i, KnownAuthors known)
    {
        var text = m.Blocks[i].Text;
        var isNote = m.Forms[i].Words <= LongestNamedNote
            && (m.Forms[i].EndsAsSentence || m.Forms[i].Words >= ShortestNote ? known.All.Any(name => bios.BeginsWith(text, name) && !IsSpokenOf(m, i, name))
                : m.Forms[i].Words <= 8 && bylines.ReadBare(text) is { About: not null } line && line.Names.All(known.Holds));
        if (isNote)
        {
            m.Strip(i, TextRemoval.AuthorBio, text, RuleEffect.Bio);
        }

        return isNote;
    }

    /// <summary>"Jane writes about boats." under "Jane Doe".</summary>
    private bool StripsAsNoteUnderName(Manuscript m, int i, KnownAuthors known)
    {
        if (m.Forms[i].Words > LongestNamedNote || !m.Forms[i].EndsAsSentence || lines.NameOn(m, i - 1) is not { } name || !bios.TellsOf(m.Blocks[i].Text, name)
            || !(known.Holds(name) || (WordLists.FirstNames.Contains(name.Split(' ')[0]) && !IsSpokenOf(m, i, name))))
        {
            return false;
        }

        m.Strip(i, TextRemoval.AuthorBio, m.Blocks[i].Text, RuleEffect.Bio);
        if (m.IsOpen(i - 1))
        {
            m.Strip(i - 1, TextRemoval.BylineName, m.Blocks[i - 1].Text, RuleEffect.Byline);
        }

        return true;
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
        FirstPersonNote.IsLabelled(m.Blocks[i].Text)
        || (i > 0 && FirstPersonNote.Reads(m.Blocks[i].Text) && lines.NameOn(m, i - 1) is { } name && known.Holds(name));

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

        var (end, isUnderName, links) = (i, false, 0);
        for (var j = i + 1; j < m.Count && m.IsOpen(j) && m.Forms[j].Words <= LongestBio && links <= MostLinksUnderRole; j++)
        {
            var isName = m.Forms[j].Words <= 8 && !m.Matches(j, RuleEffect.Strip) && bylines.ReadBare(m.Blocks[j].Text) is { About: null };
            if (!isName && (lines.IsNote(m, j) || (isUnderName && lines.RoleOn(m, j) is not null)))
            {
                (end, links) = (j + 1, 0);
            }
            else if (!isName && (end == i || m.Forms[j].EndsAsSentence || m.Forms[j].Words > LongestLink))
            {
                break;
            }
            else
            {
                links += isName ? 0 : 1;
                isUnderName = isName;
            }
        }

        return end;
    }

    /// <summary>Whether block <paramref name="i"/> is a byline that names known authors only, or a sentence that tells who one of them is; else null.</summary>
    public RuleEffect? OnAuthor(Manuscript m, int i, KnownAuthors known)
    {
        if (m.Forms[i].Words > LongestBio)
        {
            return null;
        }

        var text = m.Blocks[i].Text;
        return !m.Forms[i].IsProse && bylines.ReadLabelled(text) is { Names: { Count: > 0 } names } && names.All(known.Holds) ? RuleEffect.Byline
            : bios.Read(text, isKnownBio: false) is { Name: { } name, Affiliation: not null, IsSentence: true } && known.Holds(name) ? RuleEffect.Bio
            : null;
    }

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
