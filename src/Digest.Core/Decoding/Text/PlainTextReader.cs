using System.Globalization;
using System.Text;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Metadata;

namespace Digest.Core.Decoding.Text;

/// <summary>Cuts plain text into paragraphs, whether they are divided by blank lines, stand one a line, or are hard-wrapped.</summary>
public static class PlainTextReader
{
    /// <summary>Lines among which a byline may stand: menus above it included.</summary>
    private const int LinesOfHead = 60;

    private const int LongestName = 60;

    /// <summary>Reads decoded text.</summary>
    public static DecodedDocument Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new List<TextLine>();
        var number = 0;
        foreach (var line in QuotedMail.WithoutMarks(text).EnumerateLines())
        {
            number++;
            lines.Add(TextLine.Of(line, number));
        }

        var blocks = new List<ClassifiedBlock>();
        var (body, comments) = DraftComments.Part(lines);
        var (paragraphs, heads) = PageBreaks.Join([.. Paragraphs.Of(body)]);
        JoinByline(paragraphs);
        WrappedTitle.Join(paragraphs);
        var divided = new DividedWords(body);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var block = ToBlock(paragraphs[i], i, IsStarredNote(paragraphs, i), divided) with { FollowsAtOnce = i > 0 && paragraphs[i][0].Number == paragraphs[i - 1][^1].Number + 1 };
            blocks.Add(new ClassifiedBlock(block, heads.Contains(paragraphs[i]) ? TextRemoval.RunningHead.Strip(block.Text) : Verdict.Keep));
        }

        blocks.AddRange(comments.Select((line, i) => new ClassifiedBlock(ToBlock([line], paragraphs.Count + i, isNote: true, divided), StructuralRemoval.DraftComment.Strip(line.Text))));
        return new DecodedDocument { Format = SourceFormat.PlainText, Blocks = blocks, Metadata = DocumentMetadata.Empty };
    }

    /// <summary>Each name of a byline is a link on many a page, and comes out on a line of its own when it is copied: "By", "Jane Doe", "and", "John Smith".</summary>
    private static void JoinByline(List<IReadOnlyList<TextLine>> paragraphs)
    {
        JoinSecondName(paragraphs);
        var by = paragraphs.FindIndex(0, Math.Min(paragraphs.Count, LinesOfHead), p => p is [{ Text: "By" or "by" or "BY" or "By:" }]);
        if (by < 0)
        {
            return;
        }

        var end = by + 1;
        while (end < paragraphs.Count && IsShort(paragraphs[end]))
        {
            end++;
            if (end + 1 >= paragraphs.Count || paragraphs[end] is not [{ Text: "and" or "And" or "&" or "," or ", and" or ", &" }] || !IsShort(paragraphs[end + 1]))
            {
                break;
            }

            end++;
        }

        if (end > by + 1)
        {
            paragraphs[by] = [.. paragraphs[by..end].SelectMany(p => p)];
            paragraphs.RemoveRange(by + 1, end - by - 1);
        }
    }

    /// <summary>"By Jane Doe and" above "John Smith".</summary>
    private static void JoinSecondName(List<IReadOnlyList<TextLine>> paragraphs)
    {
        var first = paragraphs.FindIndex(0, Math.Min(paragraphs.Count, LinesOfHead), p => IsShort(p) && p[0].Text is var text
            && text.StartsWith("by ", StringComparison.OrdinalIgnoreCase) && (text.EndsWith(" and", StringComparison.Ordinal) || text.EndsWith(" &", StringComparison.Ordinal)));
        if (first >= 0 && first + 1 < paragraphs.Count && IsShort(paragraphs[first + 1]) && char.IsUpper(paragraphs[first + 1][0].Text[0]))
        {
            paragraphs[first] = [.. paragraphs[first], .. paragraphs[first + 1]];
            paragraphs.RemoveAt(first + 1);
        }
    }

    private static bool IsShort(IReadOnlyList<TextLine> paragraph) => paragraph is [{ Text.Length: <= LongestName }];

    /// <summary>A single paragraph that begins with an asterisk is the note to one in the text, no list.</summary>
    private static bool IsStarredNote(List<IReadOnlyList<TextLine>> paragraphs, int i)
    {
        return IsStarred(i) && !IsStarred(i - 1) && !IsStarred(i + 1) && paragraphs[i][^1].Text is [.., '.' or '!' or '?' or '"' or '\u201D'];

        bool IsStarred(int j) => j >= 0 && j < paragraphs.Count && paragraphs[j][0].Text.StartsWith("* ", StringComparison.Ordinal);
    }

    private static Block ToBlock(IReadOnlyList<TextLine> lines, int ordinal, bool isNote, DividedWords divided)
    {
        var first = lines[0];
        var (marker, isNumber) = ListMarker.Of(first.Text);

        // A bullet is only a sign; a number is said by the text ("3. Functional foods") and stays.
        marker = isNumber || isNote ? 0 : marker;
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            divided.Join(text, i > 0 ? lines[i - 1] : first, i > 0 ? lines[i].Text : first.Text[marker..]);
        }

        return new Block
        {
            Ordinal = ordinal,
            Kind = marker > 0 ? BlockKind.ListItem : BlockKind.Paragraph,
            Level = marker > 0 ? 1 : 0,
            IsRow = lines is [{ IsRow: true }],
            Marker = marker > 0 ? ListMarker.Shown(first.Text[..marker].TrimEnd()) : null,
            Text = text.ToString(),
            Origin = lines.Count == 1
                ? string.Create(CultureInfo.InvariantCulture, $"line {first.Number}")
                : string.Create(CultureInfo.InvariantCulture, $"lines {first.Number}-{lines[^1].Number}"),
        };
    }
}
