using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding.Html.Declared;
using Digest.Core.Metadata;

namespace Digest.Core.Decoding.Labels;

/// <summary>
/// Reads the lines above a draft that say of themselves what they are ("Headline: …", "By: …", "Word count: 1,203"): the sheet of
/// a desk, the properties of a note-taking program, the head of a MultiMarkdown file. Their values are what the document
/// declares, and the lines are no text.
/// </summary>
internal static class LabelledHead
{
    /// <summary>Blocks above which such lines begin.</summary>
    private const int FurthestStart = 6;

    /// <summary>One line alone ("Author: Jane Doe") is a byline, which is read as such.</summary>
    private const int FewestLines = 2;

    private const int FewestForDesk = 3;

    private const int LongestValue = 70;

    /// <summary>Lines of notes under one label.</summary>
    private const int MostLinesOfNote = 8;

    /// <summary>The document without its labelled lines.</summary>
    public static DecodedDocument Read(DecodedDocument document)
    {
        var blocks = document.Blocks;
        for (var start = 0; start < Math.Min(blocks.Count, FurthestStart); start++)
        {
            if (!blocks[start].IsKept || FormLabels.Read(blocks[start].Block.Text).Field == LabelField.None)
            {
                continue;
            }

            var lines = LinesFrom(blocks, start);
            return IsHead(lines) ? Without(document, lines) : document;
        }

        return document;
    }

    /// <summary>The labelled lines from one on. A label with nothing behind it is that of the next block.</summary>
    private static List<(int Block, LabelField Field, string Value)> LinesFrom(IReadOnlyList<ClassifiedBlock> blocks, int start)
    {
        var lines = new List<(int, LabelField, string)>();
        for (var i = start; i < blocks.Count; i++)
        {
            if (!blocks[i].IsKept)
            {
                continue;
            }

            var block = blocks[i].Block;
            var (field, value) = FormLabels.Read(block.Text);
            if (field == LabelField.None && lines.Count > 0 && block.Origin == blocks[i - 1].Block.Origin && LabelledLines.HasLabel(block.Text))
            {
                // A property of the program's own among those that drafts have.
                (field, value) = (LabelField.Desk, block.Text);
            }

            if (field == LabelField.None || block.Kind is not (BlockKind.Paragraph or BlockKind.ListItem) || PlainForm.CountWords(value) > LongestValue || (field == LabelField.Body && value.Length > 0))
            {
                break;
            }

            lines.Add((i, field, value));
            if (field == LabelField.Body)
            {
                break;
            }

            for (var under = value.Length == 0 ? LinesUnder(blocks, i, field) : 0; under > 0; under--)
            {
                i++;
                lines.Add((i, field, blocks[i].Block.Text));
            }
        }

        return lines;
    }

    /// <summary>How many lines are the value of a label with nothing behind it: one, or notes for the desk up to the next label, without a gap.</summary>
    private static int LinesUnder(IReadOnlyList<ClassifiedBlock> blocks, int label, LabelField field)
    {
        var count = 0;
        while (count < MostLinesOfNote && label + count + 1 < blocks.Count && blocks[label + count + 1].Block is var block && (count == 0 || block.FollowsAtOnce)
            && FormLabels.Read(block.Text).Field == LabelField.None && PlainForm.CountWords(block.Text) <= LongestValue)
        {
            count++;
        }

        var isEndedByLabel = label + count + 1 < blocks.Count && blocks[label + count + 1].Block is { FollowsAtOnce: true } next && FormLabels.Read(next.Text).Field != LabelField.None;
        return field == LabelField.Desk && isEndedByLabel ? count : Math.Min(count, 1);
    }

    /// <summary>
    /// Two lines or more, one of which says what stands above every essay, or more of them for the desk alone: a note and a source
    /// may be the reader's. Those of a review tell of a book.
    /// </summary>
    private static bool IsHead(List<(int Block, LabelField Field, string Value)> lines) =>
        lines.Count >= (lines.Exists(line => line.Field is LabelField.Title or LabelField.Dek or LabelField.Author) ? FewestLines : FewestForDesk) && !lines.Exists(line => line.Field == LabelField.Work);

    private static DecodedDocument Without(DecodedDocument document, List<(int Block, LabelField Field, string Value)> lines)
    {
        var blocks = document.Blocks.ToList();
        foreach (var (i, _, _) in lines)
        {
            blocks[i] = blocks[i] with { Verdict = StructuralRemoval.LabelledLine.Strip(blocks[i].Block.Text) };
        }

        var authors = (First(LabelField.Author)?.Split(';') ?? []).SelectMany(AuthorsIn).Select(name => new DeclaredAuthor(name, ["labelled line"])).ToList();
        var declared = document.Metadata;
        return document with
        {
            Blocks = blocks,
            Metadata = declared with
            {
                Title = First(LabelField.Title) ?? declared.Title,
                Dek = First(LabelField.Dek) ?? declared.Dek,
                Authors = authors.Count > 0 ? authors : declared.Authors,
                AreAuthorsOfFile = authors.Count == 0 && declared.AreAuthorsOfFile,
                Published = DateText.Find(First(LabelField.Date)) ?? declared.Published,
                AuthorNote = First(LabelField.AuthorNote) ?? declared.AuthorNote,
            },
        };

        string? First(LabelField field) => lines.Find(line => line.Field == field && line.Value.Length > 0).Value;
    }

    /// <summary>The people whom a label names; databases give surnames first ("Author: Fraser, Eilidh").</summary>
    private static IEnumerable<string> AuthorsIn(string value) =>
        AuthorNames.MayBeginWithSurname(value) && value.Split(',') is [var surname, var given] && $"{given.Trim()} {surname.Trim()}" is var name && AuthorNames.LooksLikePerson(name)
            ? [name]
            : AuthorNames.In(value).Where(AuthorNames.LooksLikePerson);
}
