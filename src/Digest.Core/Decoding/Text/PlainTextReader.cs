using System.Globalization;
using System.Text;
using Digest.Core.Blocks;
using Digest.Core.Boilerplate;
using Digest.Core.Metadata;

namespace Digest.Core.Decoding.Text;

/// <summary>Cuts plain text into paragraphs, whether they are divided by blank lines, stand one a line, or are hard-wrapped.</summary>
public static class PlainTextReader
{
    /// <summary>Reads decoded text.</summary>
    public static DecodedDocument Read(string text)
    {
        var blocks = new List<ClassifiedBlock>();
        var number = 0;
        foreach (var line in text.EnumerateLines())
        {
            number++;
            var folded = Fold(line);
            if (folded.Length > 0)
            {
                var block = new Block
                {
                    Ordinal = blocks.Count,
                    Kind = BlockKind.Paragraph,
                    Text = folded,
                    Origin = string.Create(CultureInfo.InvariantCulture, $"line {number}"),
                };
                blocks.Add(new ClassifiedBlock(block, Verdict.Keep));
            }
        }

        return new DecodedDocument { Format = SourceFormat.PlainText, Blocks = blocks, Metadata = DocumentMetadata.Empty };
    }

    private static string Fold(ReadOnlySpan<char> line)
    {
        var folded = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c))
            {
                folded.Append(c);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }
}
