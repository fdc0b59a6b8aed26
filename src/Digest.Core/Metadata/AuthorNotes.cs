using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>What a line or a note says of somebody.</summary>
/// <param name="Block">Where it stands.</param>
/// <param name="Name">Of whom, or null where no name stands by it.</param>
/// <param name="Affiliation">Role and institution, or null.</param>
/// <param name="IsSentence">False for lines that are nothing but roles and institutions.</param>
/// <param name="IsInByline">It stands behind the name in a byline, where publications say what he or she is to them.</param>
/// <param name="IsInstitution">It stands on a line that a mark behind the name leads to.</param>
/// <param name="IsPast">It tells what somebody was.</param>
internal sealed record AuthorNote(int Block, string? Name, string? Affiliation, bool IsSentence, bool IsInByline = false, bool IsInstitution = false, bool IsPast = false);

/// <summary>Reads what the lines and notes that left the body say of the authors, and of which of them each speaks.</summary>
internal sealed class AuthorNoteReader(BylineLineReader bylines, BioLineReader bios, AuthorLines lines, AuthorFootnotes footnotes, StrayNotes strays, AuthorWords words)
{
    /// <summary>How far below a name or a role the next role may stand: between them stand dates, addresses and links.</summary>
    private const int Reach = 3;

    /// <summary>Bylines that are searched for the marks of institutions: they stand on the first.</summary>
    private const int MostBylines = 20;

    /// <summary>All notes in their order.</summary>
    /// <param name="m">The essay.</param>
    /// <param name="named">The bylines.</param>
    /// <param name="sender">Who wrote the essay where no byline says so, or null.</param>
    public List<AuthorNote> Read(Manuscript m, IReadOnlyList<(int Block, BylineLine Line)> named, string? sender = null)
    {
        var notes = new List<AuthorNote>();
        var bylineOn = named.ToDictionary(n => n.Block, n => n.Line);
        var (above, name) = (-1, (string?)null);
        for (var i = 0; i < m.Count; i++)
        {
            if (bylineOn.TryGetValue(i, out var byline))
            {
                (above, name) = (i, byline.Names is [var only] ? only : null);
                if (name is not null && byline.About is { } about && words.SpeakOfAuthor(about))
                {
                    notes.Add(new AuthorNote(i, name, about, IsSentence: false, IsInByline: true));
                }
            }
            else if (m.EffectOn(i) == RuleEffect.Bio && bylines.ReadBare(m.Blocks[i].Text) is { About: null, Names: { Count: > 1 } all })
            {
                notes.AddRange(all.Select(n => new AuthorNote(i, n, Affiliation: null, IsSentence: false)));
                (above, name) = (i, null);
            }
            else if (m.EffectOn(i) == RuleEffect.Bio && InitialsNote.Read(m.Blocks[i].Text, [.. named.Take(MostBylines).SelectMany(n => n.Line.Names)]) is { } institutions)
            {
                institutions.ForEach(at => AddInstitution(notes, i, at.Institution, at.Names));
            }
            else if (m.RuleOf(i) == TextRemoval.AuthorBio.Id && AffiliationMarks.Leading(m.Blocks[i].Text, out _) is { } sign && footnotes.Institution(m.Blocks[i].Text) is { } own)
            {
                AddInstitution(notes, i, own, BearersOf(m, named, sign));
            }
            else if (m.EffectOn(i) == RuleEffect.Bio && AffiliationMarks.Leading(m.Blocks[i].Text, out var behind) is { } mark
                && (m.Blocks[i].Text[0] > '\u007F' || m.RuleOf(i) == TextRemoval.BylineRole.Id))
            {
                AddInstitution(notes, i, m.Blocks[i].Text[behind..].Trim(' ', ',', ';', '.'), BearersOf(m, named, mark));
            }
            else if (m.EffectOn(i) == RuleEffect.Bio)
            {
                var isUnder = above >= 0 && i - above <= Reach && Enumerable.Range(above, i - above).All(m.IsStripped);
                name = Add(notes, InFull(NoteIn(m, i, isUnder && name is not null), named), isUnder ? above : -1, isUnder ? name : null).Name;
                notes.AddRange(bios.ReadFurther(m.Blocks[i].Text).Select(b => new AuthorNote(i, b.Name, b.Affiliation, b.IsSentence)));
                notes.AddRange(bios.ReadOnKnown(m.Blocks[i].Text).Select(b => InFull(new AuthorNote(i, b.Name, b.Affiliation, b.IsSentence, IsPast: b.IsPast), named))
                    .Where(n => named.Take(MostBylines).Any(by => by.Line.Names.Contains(n.Name)) && !notes.Exists(other => other.Block == i && other.Name == n.Name && other.Affiliation == n.Affiliation)).ToList());
                above = i;
            }
        }

        foreach (var author in named.Take(MostBylines).SelectMany(n => n.Line.Names).Concat(sender is null ? [] : [sender]).Where(n => !notes.Exists(note => note.Name == n && note.Affiliation is not null)).ToList())
        {
            if (strays.On(m, author) is { } stray)
            {
                notes.Add(stray);
            }
        }

        return notes;
    }

    /// <summary>The authors behind whose names the mark of an institution stands: "Jane Doe, M.D.,\u00B9 and John Smith\u00B9\u00B2".</summary>
    private static IEnumerable<string> BearersOf(Manuscript m, IReadOnlyList<(int Block, BylineLine Line)> named, string mark)
    {
        foreach (var (block, line) in named.Take(MostBylines))
        {
            var text = m.Forms[block].Straight;
            for (var n = 0; n < line.Names.Count; n++)
            {
                var start = text.IndexOf(line.Names[n], StringComparison.OrdinalIgnoreCase);
                var end = n + 1 < line.Names.Count ? text.IndexOf(line.Names[n + 1], StringComparison.OrdinalIgnoreCase) : text.Length;
                if (start >= 0 && end > start && AffiliationMarks.In(text, start, end).Contains(mark))
                {
                    yield return line.Names[n];
                }
            }
        }
    }

    /// <summary>Adds an institution to what is known of those who work there; some work at several.</summary>
    private static void AddInstitution(List<AuthorNote> notes, int block, string institution, IEnumerable<string> bearers)
    {
        foreach (var name in bearers)
        {
            var k = notes.FindIndex(n => n.Name == name && n.IsInstitution);
            if (k >= 0)
            {
                notes[k] = notes[k] with { Affiliation = $"{notes[k].Affiliation}; {institution}" };
            }
            else
            {
                notes.Add(new AuthorNote(block, name, institution, IsSentence: false, IsInstitution: true));
            }
        }
    }

    /// <summary>"Dr. Doe is an economist", "Jane is our director": the Jane Doe of the byline.</summary>
    private AuthorNote InFull(AuthorNote note, IReadOnlyList<(int Block, BylineLine Line)> named) =>
        note is { Name: { } surname, Affiliation: { } affiliation } && (bios.Predicates.RoleOf(affiliation) is not null || bios.Predicates.Teaches(affiliation)) && !surname.Contains(' ', StringComparison.Ordinal) && named.Take(MostBylines).SelectMany(n => n.Line.Names).FirstOrDefault(n => n.EndsWith(" " + surname, StringComparison.OrdinalIgnoreCase) || n.StartsWith(surname + " ", StringComparison.OrdinalIgnoreCase)) is { } full
            ? note with { Name = full } : note;

    /// <summary>Adds a note; one that names nobody is on the person above, and goes on with the line above where it names no role.</summary>
    private AuthorNote Add(List<AuthorNote> notes, AuthorNote note, int above, string? nameAbove)
    {
        if (note.Name is not null || note.Affiliation is null)
        {
            notes.Add(note with { Name = note.Name ?? nameAbove });
            return notes[^1];
        }

        note = note with { Name = nameAbove };
        if (nameAbove is not null && !note.IsSentence && notes is [.., { IsSentence: false, Affiliation: { } role } last] && last.Block == above && last.Name == nameAbove)
        {
            notes[^1] = note with { Affiliation = $"{role}{(words.NameRole(note.Affiliation!) ? "; " : ", ")}{note.Affiliation}" };
        }
        else
        {
            notes.Add(note);
        }

        return notes[^1];
    }

    private AuthorNote NoteIn(Manuscript m, int i, bool isUnderName)
    {
        var text = m.Blocks[i].Text;
        var role = new BioLine(null, lines.RoleOn(m, i), IsSentence: false);

        // Under a name "Senior Agriculture Economist" is a role; elsewhere it might begin with somebody's name.
        var note = bios.ReadWithoutName(text)
            ?? ((isUnderName || m.RuleOf(i) == TextRemoval.BylineRole.Id) && role.Affiliation is not null && bios.Read(text, isKnownBio: false) is null ? role : null)
            ?? bios.Read(text, isKnownBio: true)
            ?? (FirstPersonNote.Affiliation(text) is { } own ? new BioLine(null, own, IsSentence: true) : role);
        var name = note.Name ?? (note.Affiliation is not null && m.IsStripped(Math.Max(0, i - 1)) ? lines.NameOn(m, i - 1) : null);
        return new AuthorNote(i, name, note.Affiliation, note.IsSentence, IsPast: note.IsPast);
    }
}
