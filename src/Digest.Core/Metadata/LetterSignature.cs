using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>
/// The name under the close of a letter ("With every blessing, / Revd Jane Doe"). An essay that is a letter to its readers
/// is signed there; parish news and notices may follow.
/// </summary>
internal sealed class LetterSignature(BylineLineReader bylines, AuthorWords words)
{
    /// <summary>The greeting stands below masthead and title.</summary>
    private const int LinesAboveGreeting = 30;

    private const int LongestClose = 8;
    private const int LongestName = 8;
    private const int LongestRole = 12;

    /// <summary>Share of the running text that may follow the signature.</summary>
    private const double MostBehind = 0.3;

    /// <summary>What letters close with, where no comma tells it.</summary>
    private static readonly Regex Close = new(
        "^\\W*(?:(?:with |much |all (?:my |our )?|lots of |my |our )*(?:love|blessings?|prayers|thanks|gratitude|best|regards|wishes|(?:every|all) (?:good wish|blessing))\\b|(?:yours|ever yours|sincerely|faithfully|cordially|respectfully|gratefully|warmly|fondly|cheers|best|peace)\\b(?: (?:in|and|ever|truly|always|aye) .{1,30})?|god bless\\b|your (?:friend|neighbour|vicar|rector|pastor|priest|servant|editor|chair|chairman|president)\\b|in (?:peace|hope|friendship|christ|faith|fellowship|solidarity|haste)\\b|until (?:next|then)\\b|as (?:ever|always)\\b|take care\\b|see you\\b|thank you\\b)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>True when block <paramref name="i"/> stands right under the close of a letter.</summary>
    public static bool IsUnderClose(Manuscript m, int i) =>
        i > 0 && (m.Matching(i - 1, RuleZone.Tail) is { Rule.Id: TailReview.SignOff }
            || (m.Forms[i - 1].Words is > 0 and <= LongestClose && !m.Forms[i - 1].EndsAsSentence && !CoverLetter.IsGreeting(m, i - 1)
                && (m.Forms[i - 1].Straight.TrimEnd().EndsWith(',') || Close.IsMatch(m.Forms[i - 1].Straight))));

    /// <summary>Takes the signature of an essay that begins with a greeting out of the body, as its byline.</summary>
    public void Take(Manuscript m)
    {
        var greeting = Enumerable.Range(0, Math.Min(m.Count, LinesAboveGreeting)).FirstOrDefault(i => m.IsOpen(i) && CoverLetter.IsGreeting(m, i), -1);
        if (greeting < 0)
        {
            return;
        }

        var (behind, most) = (0, m.ProseWords * MostBehind);
        for (var i = m.Count - 1; i > greeting + 1 && behind <= most; i--)
        {
            if (m.IsOpen(i) && m.Forms[i].Words is > 0 and <= LongestName && IsUnderClose(m, i)
                && bylines.ReadBare(m.Blocks[i].Text) is { } line && (line.About is null || words.SpeakOfAuthor(line.About)))
            {
                m.Strip(i, TextRemoval.BylineName, m.Blocks[i].Text, RuleEffect.Byline);
                if (i + 1 < m.Count && m.IsOpen(i + 1) && IsRole(m, i + 1))
                {
                    m.Strip(i + 1, TextRemoval.BylineRole, m.Blocks[i + 1].Text, RuleEffect.Bio);
                }

                return;
            }

            behind += m.CountsAsProse(i) ? m.Forms[i].Words : 0;
        }
    }

    private bool IsRole(Manuscript m, int i) =>
        m.Forms[i].Words <= LongestRole && !m.Forms[i].EndsAsSentence && words.SpeakOfAuthor(m.Blocks[i].Text) && words.AreTitlePhrase(m.Blocks[i].Text);
}
