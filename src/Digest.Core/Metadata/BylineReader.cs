using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Insight;

namespace Digest.Core.Metadata;

/// <summary>Reads the byline from all that left the body because it speaks of the author.</summary>
internal sealed class BylineReader(BylineLineReader bylines, AuthorNoteReader authorNotes, BioLineReader bios, AuthorWords words)
{
    /// <summary>Lines and notes on authors in which a name is looked for.</summary>
    private const int MostLines = 20;

    /// <summary>The byline, or null when nothing in the document says who wrote it.</summary>
    /// <param name="m">The essay.</param>
    /// <param name="declared">What the document declares.</param>
    /// <param name="sender">Who sent the e-mail in which it came and wrote it; the author when nothing else names one.</param>
    public Byline? Read(Manuscript m, DocumentMetadata declared, (string Name, Passage Source)? sender = null)
    {
        var named = new List<(int Block, BylineLine Line)>();
        for (var i = 0; i < m.Count; i++)
        {
            if (m.EffectOn(i) == RuleEffect.Byline && (bylines.ReadLabelled(m.Blocks[i].Text) ?? bylines.ReadBare(m.Blocks[i].Text)) is { } line)
            {
                named.Add((i, line));
            }
        }

        var notes = authorNotes.Read(m, named, named.Count == 0 && declared.Authors.Count == 0 ? sender?.Name : null);
        var (names, source) = Names(m, declared, named, notes);
        if (names.Count == 0)
        {
            if (sender is not { } author || named.Count > 0)
            {
                return null;
            }

            (names, source) = ([author.Name], author.Source);
        }

        var notesOn = new NameIndex<List<AuthorNote>>();
        foreach (var note in notes.Where(n => n is { Name: not null, Affiliation: not null }))
        {
            if (notesOn.TryFind(note.Name!, out var others))
            {
                others.Add(note);
            }
            else
            {
                notesOn.Add(note.Name!, [note]);
            }
        }

        var affiliations = names.Select(n => notesOn.TryFind(n, out var on) ? Affiliation(on) : null).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (notes.Exists(n => n.IsInstitution))
        {
            // Institutions with marks are named once, however many of the authors work there.
            affiliations = [.. affiliations.SelectMany(a => a.Split("; ")).Distinct(StringComparer.Ordinal)];
        }

        var affiliation = affiliations.Count > 0 ? string.Join("; ", affiliations)
            : notes.Where(n => n.Name is null).Select(n => n.Affiliation).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } unnamed
                ? string.Join("; ", unnamed)
            : named.Select(n => n.Line.About).FirstOrDefault(a => a is not null && words.SpeakOfAuthor(a))
                ?? (declared.AuthorNote is { } said ? bios.Read(said, isKnownBio: true)?.Affiliation : null)
                ?? (declared.Authors.Select(a => a.Role).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } roles ? string.Join("; ", roles) : null);
        return new Byline
        {
            Names = [.. names.Select(name => AsPrinted(m, name))],
            Role = (affiliations.Count > 0 ? bios.Predicates.RoleOf(affiliations[0]) : affiliation is null ? null : bios.Predicates.RoleOf(affiliation))
                ?? declared.Authors.Select(a => a.Role).FirstOrDefault(r => r is not null),
            Affiliation = affiliation,
            Source = source,
        };
    }

    /// <summary>The first note that names both a role and an institution; where none does, the first of each.</summary>
    private string Affiliation(List<AuthorNote> notes)
    {
        // What somebody was tells of an author where nothing says what he or she is.
        var said = notes.Where(n => !n.IsPast || notes.TrueForAll(other => other.IsPast)).OrderBy(n => n.IsInByline).ThenBy(n => bios.Predicates.IsDeed(n.Affiliation!)).Select(n => n.Affiliation!).ToList();
        return said.Find(a => (words.NameRole(a) && words.NameOrganisation(a)) || bios.Predicates.Teaches(a))
            ?? (said.Find(a => words.NameRole(a)) is { } role && said.Find(a => words.NameOrganisation(a)) is { } institution ? $"{role}, {institution}" : said[0]);
    }

    private (IReadOnlyList<string> Names, Passage? Source) Names(
        Manuscript m, DocumentMetadata declared, List<(int Block, BylineLine Line)> named, List<AuthorNote> notes)
    {
        if (declared.Authors.Count > 0 && !(declared.AreAuthorsOfFile && named.Exists(n => n.Line.Names.Count > 0)))
        {
            return ([.. declared.Authors.Select(a => InFull(a.Name, notes))], null);
        }

        if (named.Count > 0 && named[0].Line.Names.Count == 0)
        {
            // "By Staff": whoever is named further down lent a hand, or the publication would have said so here.
            return ([], null);
        }

        if (FirstOf(m, named, notes) is >= 0 and var first && !IsBelowOthers(m, named[first], notes))
        {
            var (block, line) = named[first];
            return (NamesBelow(m, named, first).ConvertAll(name => WithoutPlace(name, notes)), Passage.Of(m.Blocks[block], line.Start, line.End));
        }

        var below = named.FindIndex(n => n.Line.Names.Count > 0) is >= 0 and var other ? named[other].Block : m.Count;
        var names = notes.Where(n => n.Block < below).Select(n => n.Name).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();

        // "Jane Doe" and, below it, "Jane writes about boats".
        names.RemoveAll(name => !name.Contains(' ', StringComparison.Ordinal) && names.Exists(other => other.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase) || other.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase)));
        return names.Count == 0 ? ([], null) : (names, SourceOf(m.Blocks[notes.Find(n => n.Name is not null)!.Block], names[0]));
    }

    /// <summary>"J Brandt", of whom a note says that Jürgen Brandt is an economist: the note has the name.</summary>
    private static string InFull(string name, List<AuthorNote> notes) =>
        name.Split(' ') is [{ Length: 1 } initial, var surname]
            ? notes.Find(note => note is { IsSentence: true, Name: { } full } && full.StartsWith(initial, StringComparison.OrdinalIgnoreCase) && full.EndsWith(" " + surname, StringComparison.OrdinalIgnoreCase))?.Name ?? name
            : name;

    /// <summary>
    /// The first line with names; a bare one of which nothing is known to be a given name ("Short Reads", "Cold Chain Monthly") gives
    /// way to one that says "by", and to one with the name of somebody whom a note tells of.
    /// </summary>
    private int FirstOf(Manuscript m, List<(int Block, BylineLine Line)> named, List<AuthorNote> notes)
    {
        var first = named.FindIndex(n => n.Line.Names.Count > 0);
        if (first < 0 || bylines.NamesSomebody(m.Blocks[named[first].Block].Text))
        {
            return first;
        }

        var surer = named.FindIndex(n => n.Line.Names.Count > 0 && (m.RuleOf(n.Block) != TextRemoval.BylineName.Id || (n.Block != named[first].Block && IsTold(n.Line.Names))));
        return surer > first && !IsTold(named[first].Line.Names) ? surer : first;

        bool IsTold(IReadOnlyList<string> names) => notes.Exists(note => note is { IsSentence: true, Name: { } name } && names.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Above the text a box names the authors, and the line, below the text, somebody else: an editor, a reader.</summary>
    private static bool IsBelowOthers(Manuscript m, (int Block, BylineLine Line) line, List<AuthorNote> notes) =>
        notes.Find(n => n is { Name: not null, Affiliation: not null }) is { } box && box.Block < line.Block && !notes.Exists(n => line.Line.Names.Contains(n.Name) && n.Block < line.Block)
        && Enumerable.Range(box.Block, line.Block - box.Block).Any(m.CountsAsProse) && !Enumerable.Range(0, box.Block).Any(m.CountsAsProse);

    /// <summary>The names of a line, and of the lines below it: authors under one another, each with a role or a note.</summary>
    private static List<string> NamesBelow(Manuscript m, List<(int Block, BylineLine Line)> named, int first)
    {
        var names = named[first].Line.Names.ToList();
        for (var k = first + 1; k < named.Count; k++)
        {
            var (above, block) = (named[k - 1].Block, named[k].Block);
            if (!Enumerable.Range(above, block - above).All(j => m.EffectOn(j) is RuleEffect.Byline or RuleEffect.Bio))
            {
                break;
            }

            names.AddRange(named[k].Line.Names.Except(names, StringComparer.OrdinalIgnoreCase));
        }

        return names;
    }

    /// <summary>"By Jane Doe Chile", of whom a note says that Jane Doe is a critic: where she wrote is no surname.</summary>
    private static string WithoutPlace(string name, List<AuthorNote> notes) =>
        name.LastIndexOf(' ') is > 0 and var last && WordLists.Places.Contains(name.AsSpan(last + 1)) && name[..last] is var shorter && shorter.Contains(' ', StringComparison.Ordinal)
        && notes.Exists(n => n.IsSentence && shorter.Equals(n.Name, StringComparison.OrdinalIgnoreCase)) ? shorter : name;

    /// <summary>The name with the apostrophes of the essay: names are read and compared with straight ones.</summary>
    private static string AsPrinted(Manuscript m, string name)
    {
        if (!name.Contains('\'', StringComparison.Ordinal))
        {
            return name;
        }

        foreach (var i in m.OnAuthors.Take(MostLines))
        {
            if (m.Forms[i].Straight.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
            {
                return string.Create(name.Length, (name, text: m.Blocks[i].Text, start), static (printed, it) =>
                {
                    it.name.CopyTo(printed);
                    for (var at = 0; at < printed.Length; at++)
                    {
                        printed[at] = printed[at] == '\'' ? it.text[it.start + at] : printed[at];
                    }
                });
            }
        }

        return name;
    }

    private static Passage SourceOf(Block block, string name)
    {
        var start = PlainForm.Straight(block.Text).IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? Passage.Of(block, 0, block.Text.Length) : Passage.Of(block, start, start + name.Length);
    }
}
