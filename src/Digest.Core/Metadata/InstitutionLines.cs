using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>The lines under a byline with marks that tell where each author works: "1 Department of History, University of Leeds".</summary>
internal sealed class InstitutionLines(AuthorWords words)
{
    /// <summary>How far below the names the institutions may stand.</summary>
    private const int Furthest = 25;

    private const int LongestInstitution = 30;

    /// <summary>Takes the lines out of the body as notes on the authors.</summary>
    public void Take(Manuscript m, int byline)
    {
        foreach (var i in Below(m, byline))
        {
            m.Strip(i, TextRemoval.BylineRole, m.Blocks[i].Text, RuleEffect.Bio);
        }
    }

    /// <summary>The lines below a byline that begin with marks that stand in it; none where no line of them names an institution.</summary>
    public List<int> Below(Manuscript m, int byline)
    {
        var text = m.Blocks[byline].Text;
        var found = new List<int>();
        var marks = AffiliationMarks.In(text, 0, text.Length).ToHashSet(StringComparer.Ordinal);
        if (marks.Count == 0)
        {
            return found;
        }

        var isInstitution = false;
        for (var i = byline + 1; i < Math.Min(m.Count, byline + Furthest); i++)
        {
            if (m.IsOpen(i) && !m.IsKnown(i) && m.Forms[i].Words is > 1 and <= LongestInstitution && AffiliationMarks.Leading(m.Blocks[i].Text, out var end) is { } mark
                && marks.Contains(mark) && words.AreTitlePhrase(m.Blocks[i].Text.AsSpan(end)))
            {
                found.Add(i);
                isInstitution |= words.NameOrganisation(m.Blocks[i].Text.AsSpan(end));
            }
            else if (m.Forms[i].IsProse)
            {
                break;
            }
        }

        return isInstitution ? found : [];
    }
}
