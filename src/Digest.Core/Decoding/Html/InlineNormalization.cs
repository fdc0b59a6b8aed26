using System.Text;
using Digest.Core.Blocks;

namespace Digest.Core.Decoding.Html;

/// <summary>Trims a text and brings it to NFC, and moves its spans along.</summary>
internal static class InlineNormalization
{
    public static (string Text, IReadOnlyList<InlineSpan> Spans) Apply(string text, IReadOnlyList<InlineSpan> spans)
    {
        var clean = Normalize(text.Trim());
        if (spans.Count == 0)
        {
            return (clean, spans);
        }

        var start = text.Length - text.TrimStart().Length;
        var moved = new List<InlineSpan>(spans.Count);
        foreach (var span in spans)
        {
            var from = Moved(text, start, span.Start, clean.Length);
            var to = Moved(text, start, span.Start + span.Length, clean.Length);
            if (to > from)
            {
                moved.Add(span with { Start = from, Length = to - from });
            }
        }

        return (clean, moved);
    }

    /// <summary>NFC; text that is no Unicode (a lone surrogate) has it replaced first.</summary>
    public static string Normalize(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC);
        }
    }

    private static int Moved(string text, int start, int position, int limit) =>
        position <= start ? 0 : Math.Min(limit, Normalize(text[start..position]).Length);
}
