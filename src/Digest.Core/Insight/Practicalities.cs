using Digest.Core.Blocks;

namespace Digest.Core.Insight;

/// <summary>
/// Finds where the practical notes of a travel piece begin, which stand behind its text: "Getting there Flights from Lisbon from €140 return".
/// Their prices and distances are a service to the reader, not figures of the essay.
/// </summary>
internal static class Practicalities
{
    /// <summary>Notes at the end, the lines behind them included.</summary>
    private const int MostNotes = 10;

    private static readonly string[] Labels =
    [
        "Getting there", "Getting around", "How to get there", "How to go", "Where to stay", "Where to sleep", "Where to eat", "When to go", "Practicalities", "Practical information", "Travel details", "If you go",
    ];

    /// <summary>The ordinal of the first note, or the largest number when there is none.</summary>
    public static int FirstOrdinal(IReadOnlyList<Block> body)
    {
        for (var i = Math.Max(body.Count / 2, body.Count - MostNotes); i < body.Count; i++)
        {
            if (body[i].Kind is BlockKind.Paragraph or BlockKind.ListItem && Array.Exists(Labels, label => Opens(body[i].Text, label)))
            {
                return body[i].Ordinal;
            }
        }

        return int.MaxValue;
    }

    /// <summary>The label stands before a note of its own, run in with it: "Getting there Flights", "Where to stay: The"; "Getting there was half the fun" goes on.</summary>
    private static bool Opens(string text, string label)
    {
        if (!text.StartsWith(label, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var rest = text.AsSpan(label.Length);
        var note = rest.TrimStart(" :.–—-\t\u00a0");
        return note.Length < rest.Length && note.Length > 0 && (char.IsUpper(note[0]) || char.IsDigit(note[0]));
    }
}
