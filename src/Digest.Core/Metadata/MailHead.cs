using System.Text.RegularExpressions;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;

namespace Digest.Core.Metadata;

/// <summary>The head of the e-mail in which an essay came, as it is copied with it: "From: …", "Subject: …", "Date: …".</summary>
/// <param name="End">The first block below it.</param>
/// <param name="Subject">What the mail is about, or null.</param>
/// <param name="Sender">The name of a person who sent it, or null.</param>
/// <param name="SenderAt">Where that name stands.</param>
/// <param name="WritesPublication">True for "Slow Tides by Jane Doe": a letter of her own, which nobody only passes on.</param>
/// <param name="Date">The line that tells when, or null.</param>
internal sealed record MailHead(int End, string? Subject, string? Sender, Passage? SenderAt, bool WritesPublication, string? Date)
{
    private const int LongestSubject = 30;
    private const int LinesForTitle = 25;
    private const int LongestForwarding = 8;
    private const int LongestSignature = 4;

    /// <summary>What somebody writes above a mail that he or she passes on, in words and in lines.</summary>
    private const int LongestNote = 150;

    private const int MostLinesOfNote = 12;

    private static readonly Regex Field = new(
        "(?:^|[ \\n>*])(?<name>from|subject|date|sent|to|cc|bcc|reply-to) ?: ?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>What stands before the subject itself: "Re:", "Fwd:", "[List]".</summary>
    private static readonly Regex Prefix = new(
        "^(?:(?:re|fwd?|aw|wg|tr|rv) ?: ?|\\[[^\\]]{1,40}\\] ?)+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>A subject that speaks of the sending and not of the essay.</summary>
    private static readonly Regex OnSending = new(
        "\\b(?:submi(?:t|ssion|tting)|op-?ed|essay|article|piece|column|draft|manuscript|text|copy|attach(?:ed|ment)|newsletter|version|deadline|issue|edition)\\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Reads the head at the top of a text; null when there is none. "Date: …" alone is none.</summary>
    public static MailHead? Of(Manuscript m, PersonNames names)
    {
        var first = Enumerable.Range(0, Math.Min(m.Count, 3)).FirstOrDefault(i => BeginsWithField(m, i), -1);
        if (first < 0 || !Enumerable.Range(0, first).All(i => m.Forms[i].Words <= LongestForwarding && !m.Forms[i].IsProse))
        {
            return null;
        }

        var mail = ReadFrom(m, first, names);
        while (mail is not null && ForwardedFrom(m, mail.End) is { } next && ReadFrom(m, next, names) is { } original)
        {
            mail = original with { Date = original.Date ?? mail.Date, Subject = original.Subject ?? mail.Subject };
        }

        return mail;
    }

    /// <summary>The fields from block <paramref name="first"/> on; null when they are no head.</summary>
    private static MailHead? ReadFrom(Manuscript m, int first, PersonNames names)
    {
        var mail = new MailHead(first, null, null, null, WritesPublication: false, null);
        var fields = 0;
        while (mail.End < m.Count && (BeginsWithField(m, mail.End) || (fields > 0 && IsAddressAlone(m.Forms[mail.End].Straight))))
        {
            var text = m.Forms[mail.End].Straight;
            var found = Field.Matches(text);
            for (var f = 0; f < found.Count; f++)
            {
                var start = found[f].Index + found[f].Length;
                mail = mail.With(m, found[f].Groups["name"].Value, start, f + 1 < found.Count ? found[f + 1].Index : text.Length, names);
                fields++;
            }

            mail = mail with { End = mail.End + 1 };
        }

        return fields > 1 && (mail.Subject is not null || mail.SenderAt is not null) ? mail : null;
    }

    /// <summary>
    /// Where the head of the mail begins that this one passes on: below a few words of who passes it on. A mail that is answered stands below
    /// the whole text instead.
    /// </summary>
    private static int? ForwardedFrom(Manuscript m, int from)
    {
        var words = 0;
        for (var i = from; i < Math.Min(m.Count, from + MostLinesOfNote); i++)
        {
            if (BeginsWithField(m, i) && (Field.Count(m.Forms[i].Straight) > 2 || (i + 2 < m.Count && BeginsWithField(m, i + 1) && BeginsWithField(m, i + 2))))
            {
                return i;
            }

            words += m.Forms[i].Words;
            if (words > LongestNote)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Takes the head out of the body.</summary>
    public void Strip(Manuscript m)
    {
        for (var i = 0; i < End; i++)
        {
            if (m.Matching(i, RuleZone.Head) is { Rule.Effect: RuleEffect.Strip } match)
            {
                m.Strip(i, match);
            }
            else
            {
                m.Strip(i, TextRemoval.MailHead, m.Blocks[i].Text);
            }
        }
    }

    /// <summary>The line below that is the subject, or with which the subject ends ("Fwd: Op-ed: …"), or null.</summary>
    public int? TitleLine(Manuscript m)
    {
        if (Subject is null || PlainForm.Key(Subject) is not { Length: > 1 } subject)
        {
            return null;
        }

        for (var i = End; i < Math.Min(m.Count, End + LinesForTitle); i++)
        {
            var key = m.Forms[i].Key;
            if (m.IsOpen(i) && m.Forms[i].Words is > 0 and <= LongestSubject
                && (key == subject || (m.Forms[i].Words > 1 && subject.EndsWith(" " + key, StringComparison.Ordinal))))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>True when block <paramref name="i"/> is nothing but the sender's name.</summary>
    public bool IsFrom(Manuscript m, int i) => Sender is not null && PlainForm.HasKey(m.Blocks[i].Text, PlainForm.Key(Sender));

    /// <summary>The sender, who wrote what he or she sends as a publication of their own or signs at the end.</summary>
    public (string Name, Passage Source)? Author(Manuscript m) =>
        Sender is { } name && SenderAt is { } at && (WritesPublication || Enumerable.Range(End, m.Count - End).Any(i => m.Forms[i].Words is > 0 and <= LongestSignature && (IsFrom(m, i) || PlainForm.HasKey(m.Blocks[i].Text, PlainForm.Key(name.Split(' ')[0]))))) ? (name, at) : null;

    /// <summary>The subject where it can stand for a title that the text below does not have; null where it speaks of the sending.</summary>
    public string? TitleInSubject => Subject is not null && !OnSending.IsMatch(Subject) ? Subject : null;

    /// <summary>"&lt;jane@post.example&gt;" on a line of its own: the field above was too long for its line.</summary>
    private static bool IsAddressAlone(string line) => line is ['<', .., '>'] && line.Contains('@', StringComparison.Ordinal) && !line.Contains(' ', StringComparison.Ordinal);

    private static bool BeginsWithField(Manuscript m, int i) => Field.Match(m.Forms[i].Straight) is { Success: true, Index: 0 };

    private MailHead With(Manuscript m, string field, int start, int end, PersonNames names)
    {
        var value = m.Blocks[End].Text[start..end].Trim();
        return field.ToUpperInvariant() switch
        {
            "SUBJECT" when Subject is null && value.Length > 0 => this with { Subject = value[Prefix.Match(value).Length..].Trim() },
            "DATE" or "SENT" => this with { Date = Date ?? value },
            "FROM" when SenderAt is null => WithSender(m, start, end, names),
            _ => this,
        };
    }

    /// <summary>"Jane Doe &lt;jane@…&gt;", "Slow Tides by Jane Doe &lt;…&gt;", "Jane Doe from Slow Tides &lt;…&gt;".</summary>
    private MailHead WithSender(Manuscript m, int start, int end, PersonNames names)
    {
        var text = m.Forms[End].Straight[..end];
        var shown = text.IndexOf('<', start) is >= 0 and var address ? address : end;
        var by = text.LastIndexOf(" by ", shown, shown - start, StringComparison.OrdinalIgnoreCase);
        var at = by >= 0 ? by + 4 : start;
        while (at < shown && text[at] is ' ' or '"' or '\'')
        {
            at++;
        }

        return names.ReadAt(text[..shown], at) is { } name
            ? this with { Sender = name.Name, SenderAt = Passage.Of(m.Blocks[End], at, Math.Min(name.End, shown)), WritesPublication = by >= 0 || text.AsSpan(name.End).StartsWith(" from ") }
            : this;
    }
}
