using Digest.Core.Boilerplate;
using Digest.Core.Insight;

namespace Digest.Core.Metadata;

/// <summary>
/// What is said of an author on lines that left the body with what stands around them, links to other pieces, readers'
/// comments and letters to the editor for the most part: it is looked for by the name.
/// </summary>
internal sealed class StrayNotes(BylineLineReader bylines, BioLineReader bios, AuthorLines lines, AuthorWords words)
{
    /// <summary>How far from the end of a file such lines are looked for.</summary>
    private const int Sight = 200;

    /// <summary>Between name and role of a profile stand counts and buttons: "Written by Jane Doe", "3.1K followers", "Follow".</summary>
    private const int Reach = 5;
    private const int LongestProfile = 40;
    private const int FewestWords = 3;
    private const string Comments = "comments-heading";

    /// <summary>The note on an author that the file ends with, or null.</summary>
    public AuthorNote? On(Manuscript m, string name)
    {
        for (var i = m.Count - 1; i >= Math.Max(0, m.Count - Sight); i--)
        {
            if (m.EffectOn(i) is (RuleEffect.Strip or RuleEffect.Byline) && m.Blocks[i].Text.Contains(name, StringComparison.OrdinalIgnoreCase) && (Sentence(m, i, name) ?? Profile(m, i, name)) is { } note)
            {
                return note;
            }
        }

        return null;
    }

    /// <summary>"Jane Doe is a nurse in Hull.", also behind "For the note:"; "The Estuary is written by Jane Doe, a nurse in Hull."; "Jane Doe Reporter covering ports" on one line.</summary>
    private AuthorNote? Sentence(Manuscript m, int i, string name)
    {
        var (text, straight) = (m.Blocks[i].Text, m.Forms[i].Straight);
        for (var at = straight.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0 && m.EffectOn(i) == RuleEffect.Strip; at = straight.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var isWriter = straight.AsSpan(0, at).EndsWith(" by ");
            if ((at == 0 || isWriter || straight.AsSpan(0, at).TrimEnd() is [.., '.' or ':' or '\n']) && bios.Read(text[at..], isKnownBio: false) is { Affiliation: { } said } note
                && (note.IsSentence || isWriter) && name.Equals(note.Name, StringComparison.OrdinalIgnoreCase))
            {
                return new AuthorNote(i, name, said, IsSentence: true, IsPast: note.IsPast);
            }
        }

        var behind = text.Length > name.Length + 1 && straight.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase) ? text[(name.Length + 1)..] : "";
        return m.EffectOn(i) == RuleEffect.Strip && behind.Length > 0 && char.IsUpper(behind[0]) && m.Forms[i].Words <= LongestProfile && IsRole(behind) ? new AuthorNote(i, name, behind, IsSentence: false) : null;
    }

    /// <summary>The role on the line under the name, or a little further down in a profile.</summary>
    private AuthorNote? Profile(Manuscript m, int i, string name)
    {
        if (m.Blocks[i].Text.Equals(name, StringComparison.OrdinalIgnoreCase) && m.EffectOn(i) == RuleEffect.Strip && i + 1 < m.Count && m.IsStripped(i + 1)
            && lines.RoleOn(m, i + 1) is { } under && words.AreTitlePhrase(under) && bios.Predicates.RoleOf(under) is not null)
        {
            return new AuthorNote(i + 1, name, under, IsSentence: false);
        }

        if (m.RuleOf(i) == Comments || (bylines.ReadLabelled(m.Blocks[i].Text) ?? bylines.ReadBare(m.Blocks[i].Text)) is not { About: null, Names: [var only] } || !only.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        for (var j = i + 1; j <= Math.Min(m.Count - 1, i + Reach) && m.IsStripped(j) && m.RuleOf(j) != Comments && m.EffectOn(j) is not (RuleEffect.Byline or RuleEffect.Bio); j++)
        {
            if (m.Forms[j].Words is >= FewestWords and <= LongestProfile && m.Forms[j].EndsAsSentence && Sentences.Split(m.Blocks[j].Text).Select(s => m.Blocks[j].Text[s.Start..s.End].Trim(' ', '.')).FirstOrDefault(IsRole) is { } role)
            {
                return new AuthorNote(j, name, role, IsSentence: false);
            }
        }

        return null;
    }

    private bool IsRole(string text) =>
        PlainForm.CountWords(text) >= FewestWords && words.AreTitlePhrase(text) && bios.Predicates.RoleOf(text) is not null && bylines.ReadBare(text) is null && !text.Split(' ').Any(w => WordLists.Auxiliaries.Contains(w));
}
