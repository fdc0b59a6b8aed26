using System.Text;

namespace Digest.Core.Decoding.Text;

/// <summary>Takes off the marks with which a mail program quotes a mail that is passed on or answered ("> The ferry crossed").</summary>
internal static class QuotedMail
{
    /// <summary>How often one mail is quoted in another.</summary>
    private const int MostLevels = 4;

    /// <summary>Fewest lines that make a text; fewer are quotations in one.</summary>
    private const int FewestLines = 3;

    /// <summary>The text without the marks where two thirds of its lines have them; else as it is.</summary>
    public static string WithoutMarks(string text)
    {
        for (var level = 0; level < MostLevels && IsQuoted(text); level++)
        {
            var plain = new StringBuilder(text.Length);
            foreach (var line in text.AsSpan().EnumerateLines())
            {
                plain.Append(line is ['>', ' ', ..] ? line[2..] : line is ['>', ..] ? line[1..] : line).Append('\n');
            }

            text = plain.ToString();
        }

        return text;
    }

    private static bool IsQuoted(string text)
    {
        if (!text.Contains('>', StringComparison.Ordinal))
        {
            return false;
        }

        var (quoted, all) = (0, 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            quoted += line is ['>', ..] ? 1 : 0;
            all += line.IsWhiteSpace() ? 0 : 1;
        }

        return quoted >= FewestLines && quoted * 3 >= all * 2;
    }
}
