using Digest.Core.Boilerplate;
using Digest.Core.Insight;

namespace Digest.Core.Metadata;

/// <summary>
/// Notes on the authors at the foot of a page or behind the text to which a sign behind the name or the initials lead:
/// "* Assistant Professor of Law, University of Leeds. I am grateful to …", "From the Department of Medicine, Leeds (J.K.D.)".
/// </summary>
internal sealed class AuthorFootnotes(BylineLineReader bylines, AuthorWords words)
{
    private const int MostBylines = 20;
    private const int LongestNote = 150;
    private const int LongestRole = 40;

    /// <summary>Takes the notes out of the body.</summary>
    public void Take(Manuscript m)
    {
        var named = m.OnAuthors.Take(MostBylines).Where(b => m.EffectOn(b) == RuleEffect.Byline)
            .Select(b => (Block: b, Line: bylines.ReadLabelled(m.Blocks[b].Text) ?? bylines.ReadBare(m.Blocks[b].Text)))
            .Where(b => b.Line is { Names.Count: > 0 }).ToList();
        if (named.Count == 0)
        {
            return;
        }

        var marks = named.SelectMany(b => AffiliationMarks.In(m.Blocks[b.Block].Text, 0, m.Blocks[b.Block].Text.Length)).Where(mark => !char.IsLetterOrDigit(mark[0])).ToHashSet(StringComparer.Ordinal);
        List<string> authors = [.. named.SelectMany(b => b.Line!.Names).Distinct(StringComparer.OrdinalIgnoreCase)];
        for (var i = named[0].Block + 1; i < m.Count; i++)
        {
            if (m.IsOpen(i) && m.Forms[i].Words is > 1 and <= LongestNote && (IsMarked(m.Blocks[i].Text, marks) || IsByInitials(m.Blocks[i].Text, authors)))
            {
                m.Strip(i, TextRemoval.AuthorBio, m.Blocks[i].Text, RuleEffect.Bio);
            }
        }
    }

    /// <summary>Role and institution in the note to a mark, which may go on with thanks; null when it begins otherwise.</summary>
    public string? Institution(string text)
    {
        if (AffiliationMarks.Leading(text, out var start) is null || Sentences.Split(text[start..]) is not [var sentence, ..])
        {
            return null;
        }

        var first = text[start..][sentence.Start..sentence.End].Trim(' ', ',', ';', '.');
        return PlainForm.CountWords(first) <= LongestRole && words.SpeakOfAuthor(first) && words.AreTitlePhrase(first) && !first.Split(' ').Any(w => WordLists.Auxiliaries.Contains(w)) ? first : null;
    }

    private bool IsMarked(string text, HashSet<string> marks) =>
        marks.Count > 0 && AffiliationMarks.Leading(text, out _) is { } mark && marks.Contains(mark) && Institution(text) is not null;

    private bool IsByInitials(string text, List<string> authors) =>
        InitialsNote.Read(text, authors) is { Count: > 0 } institutions && institutions.All(i => words.NameOrganisation(i.Institution) || words.NameRole(i.Institution));
}
