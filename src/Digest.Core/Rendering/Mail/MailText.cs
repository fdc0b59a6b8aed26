using System.Globalization;
using System.Text;
using Digest.Core.Essays;
using Digest.Core.Issues;

namespace Digest.Core.Rendering.Mail;

/// <summary>
/// The text part of the mail, written for a terminal and to be read aloud: 72 columns, links as numbered footnotes at the
/// end, no line of signs that a screen reader would speak one by one. It carries the same essays in the same order as the
/// html part.
/// </summary>
public static class MailText
{
    private const int Width = 72;

    /// <summary>Renders the text, lines ending in a bare line feed.</summary>
    public static string Render(IssueView view)
    {
        var issue = view.Issue;
        var text = new StringBuilder();
        var links = new List<Uri>();
        Paragraph(text, view.Site.Title, after: "\n");
        text.Append(CultureInfo.InvariantCulture, $"{view.Day}, issue {issue.Id}\n\n");
        Paragraph(text, issue.Intro);
        for (var i = 0; i < view.Essays.Count; i++)
        {
            AppendEssay(text, view, view.Essays[i], i + 1, links);
        }

        if (issue.Numbers.Count > 0)
        {
            Heading(text, "By the numbers");
            foreach (var number in issue.Numbers)
            {
                Paragraph(text, $"{number.Figure} {number.Label}".TrimEnd() + $" [{Link(links, view.Address.Essay(number.EssayId))}]", "- ", "  ", "\n");
                Paragraph(text, number.Excerpt, "  ", "  ");
            }
        }

        if (issue.ShowDifferences && issue.Differences.Count > 0)
        {
            Heading(text, "Where the essays differ");
            foreach (var statement in issue.Differences.SelectMany(d => d.Statements))
            {
                Paragraph(text, $"{statement.Says} [{Link(links, view.Address.Essay(statement.EssayId))}]", "- ", "  ", "\n");
                Paragraph(text, IssueView.Statement(statement), "  ", "  ");
            }
        }

        if (issue.Corrections.Count > 0)
        {
            Heading(text, "Corrections");
            foreach (var correction in issue.Corrections)
            {
                var note = $"\"{IssueWording.Line(correction.Title)}\" has changed since issue {correction.FirstIssueId}; its page shows the present text.";
                Paragraph(text, $"{note} [{Link(links, view.Address.Essay(correction.EssayId))}]", "- ", "  ");
            }
        }

        if (links.Count > 0)
        {
            Heading(text, "Links");
            for (var i = 0; i < links.Count; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{i + 1}] {links[i].AbsoluteUri}\n");
            }

            text.Append('\n');
        }

        // RFC 3676: this line tells mail programs that the signature begins.
        text.Append("-- \n");
        Paragraph(text, view.Mail.Reason);
        text.Append("Unsubscribe: ").Append(MailTemplate.UnsubscribePlaceholder).Append('\n')
            .Append("View in browser: ").Append(view.Address.Issue(issue.Id).AbsoluteUri).Append('\n')
            .Append("All issues: ").Append(view.Address.Of(SiteAddress.Archive).AbsoluteUri).Append("\n\n");
        Paragraph(text, $"{view.Mail.FromName}, {view.Mail.PostalAddress}");
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void AppendEssay(StringBuilder text, IssueView view, EssayRecord record, int number, List<Uri> links)
    {
        var essay = record.Essay;
        Heading(text, $"{number}. {IssueView.Title(essay)} [{Link(links, view.Address.Essay(record.Id))}]", "\n");
        Paragraph(text, string.Join(", ", IssueView.Credits(essay)), "   ", "   ");
        Paragraph(text, essay.SummaryText());
        foreach (var point in IssueView.Points(essay))
        {
            Paragraph(text, point, "- ", "  ");
        }
    }

    private static int Link(List<Uri> links, Uri address)
    {
        var at = links.IndexOf(address);
        if (at < 0)
        {
            links.Add(address);
            at = links.Count - 1;
        }

        return at + 1;
    }

    private static void Heading(StringBuilder text, string heading, string after = "\n\n")
    {
        text.Append('\n');
        Paragraph(text, heading, string.Empty, "   ", after);
    }

    private static void Paragraph(StringBuilder text, string paragraph, string first = "", string next = "", string after = "\n\n")
    {
        var line = new StringBuilder(first);
        var empty = true;
        foreach (var word in Words(paragraph))
        {
            if (!empty && Columns(line) + 1 + Columns(word) > Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(next);
                empty = true;
            }

            line.Append(empty ? string.Empty : " ").Append(word);
            empty = false;
        }

        text.Append(line).Append(after);
    }

    /// <summary>The words of a text; the number of a footnote stays with the word before it.</summary>
    private static IEnumerable<string> Words(string text)
    {
        string? last = null;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (last is not null && word is ['[', .. var number, ']'] && number.All(char.IsAsciiDigit))
            {
                last += " " + word;
                continue;
            }

            if (last is not null)
            {
                yield return last;
            }

            last = word;
        }

        if (last is not null)
        {
            yield return last;
        }
    }

    private static int Columns(StringBuilder line) => Columns(line.ToString());

    // Characters of the wide scripts take two columns of a terminal.
    private static int Columns(string text) =>
        text.EnumerateRunes().Sum(r => r.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF) ? 2 : 1);
}
