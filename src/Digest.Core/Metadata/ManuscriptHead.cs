using Digest.Core.Boilerplate;
using Digest.Core.Insight;

namespace Digest.Core.Metadata;

/// <summary>
/// The head of a manuscript: the author's name at the very top and below it an address, a telephone or the number of words.
/// The title comes after it.
/// </summary>
internal sealed class ManuscriptHead(BylineLineReader bylines, AuthorWords words)
{
    private const int LongestName = 6;
    private const int LongestLine = 16;
    private const int LinesLookedAt = 7;
    private const int ShortestNamePart = 4;

    private const string Length = "manuscript-head";

    private static readonly string[] Contacts = ["postal-address", "e-mail-line", "phone-line", "contact-author", Length];

    /// <summary>Takes name and addresses out of the body, the name as the byline.</summary>
    /// <param name="m">The essay.</param>
    /// <param name="from">The first block that may be the name.</param>
    public void Take(Manuscript m, int from)
    {
        var name = m.NextOpen(from - 1);
        if (name < 0 || m.Forms[name].Words > LongestName || bylines.ReadBare(m.Blocks[name].Text) is not { About: null, Names: [var only] })
        {
            return;
        }

        var last = LastContact(m, name, only, out var isSure);
        if (last < 0 || (!isSure && !WordLists.FirstNames.Contains(only.Split(' ')[0])))
        {
            return;
        }

        m.Strip(name, TextRemoval.BylineName, m.Blocks[name].Text, RuleEffect.Byline);
        for (var i = name + 1; i <= last; i++)
        {
            if (ContactRule(m, i) is { } match)
            {
                m.Strip(i, match);
            }
            else if (words.SpeakOfAuthor(m.Blocks[i].Text) && !IsAddress(m, i))
            {
                m.Strip(i, TextRemoval.BylineRole, m.Blocks[i].Text, RuleEffect.Bio);
            }
            else
            {
                m.Strip(i, TextRemoval.SenderAddress, m.Blocks[i].Text);
            }
        }
    }

    /// <summary>
    /// The last line of the block of addresses under the name, or -1. Sure is a block with the name in an address, or with the
    /// number of words beside an address: below the name of a newsletter stand its addresses, too.
    /// </summary>
    private int LastContact(Manuscript m, int name, string who, out bool isSure)
    {
        var last = -1;
        var (hasAddress, hasLength, hasName) = (false, false, false);
        for (var i = name + 1; i < Math.Min(m.Count, name + LinesLookedAt) && m.IsOpen(i) && m.Forms[i].Words <= LongestLine && !m.Forms[i].IsProse; i++)
        {
            if (ContactRule(m, i) is { } match)
            {
                last = i;
                hasLength |= match.Rule.Id == Length;
                hasAddress |= match.Rule.Id != Length;
                hasName |= HasMailAddress(m, i) && IsAddressOf(m, i, who);
            }
            else if (!IsAddress(m, i) && (!words.SpeakOfAuthor(m.Blocks[i].Text) || last >= 0))
            {
                break;
            }
        }

        isSure = hasName || (hasAddress && hasLength);
        return last;
    }

    private static RuleMatch? ContactRule(Manuscript m, int i) =>
        m.Matching(i, RuleZone.Head, RuleZone.Ends, RuleZone.Tail) is { } match && Contacts.Contains(match.Rule.Id) ? match : null;

    private static bool HasMailAddress(Manuscript m, int i) => m.Forms[i].Straight.IndexOf('@', StringComparison.Ordinal) > 0;

    /// <summary>"Weir Street 14, Leiden": a number and a comma, or no more than two words with one ("Leiden 2311").</summary>
    private static bool IsAddress(Manuscript m, int i) =>
        m.Forms[i].Straight.Any(char.IsDigit) && (m.Forms[i].Straight.Contains(',', StringComparison.Ordinal) || m.Forms[i].Words <= 4) && !m.Forms[i].EndsAsSentence;

    /// <summary>A part of the name stands in the address of block <paramref name="i"/>.</summary>
    public static bool IsAddressOf(Manuscript m, int i, string name)
    {
        var address = PlainForm.Key(m.Forms[i].Straight).Replace(" ", "", StringComparison.Ordinal);
        return name.Split(' ').Any(part => PlainForm.Key(part).Replace(" ", "", StringComparison.Ordinal) is { Length: >= ShortestNamePart } key && address.Contains(key, StringComparison.Ordinal));
    }
}
