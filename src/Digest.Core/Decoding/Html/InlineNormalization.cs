using System.Globalization;
using System.Text;
using Digest.Core.Blocks;

namespace Digest.Core.Decoding.Html;

/// <summary>Trims a text and brings it to NFC, and moves its spans along.</summary>
internal static class InlineNormalization
{
    /// <summary>More marks than this on one letter are composed in pieces.</summary>
    private const int LongestCluster = 64;

    public static (string Text, IReadOnlyList<InlineSpan> Spans) Apply(string text, IReadOnlyList<InlineSpan> spans)
    {
        var clean = Normalize(text.Trim());
        if (spans.Count == 0)
        {
            return (clean, spans);
        }

        var places = NewPlaces(text, spans, clean.Length);
        var moved = new List<InlineSpan>(spans.Count);
        foreach (var span in spans)
        {
            var (from, to) = (places[span.Start], places[span.Start + span.Length]);
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

    /// <summary>Where the ends of the spans lie after trimming and composing. One walk over the text, whatever the number of spans.</summary>
    private static Dictionary<int, int> NewPlaces(string text, IReadOnlyList<InlineSpan> spans, int limit)
    {
        var cuts = new SortedSet<int>();
        foreach (var span in spans)
        {
            cuts.Add(span.Start);
            cuts.Add(span.Start + span.Length);
        }

        var places = new Dictionary<int, int>(cuts.Count);
        var (walked, length) = (text.Length - text.TrimStart().Length, 0);
        foreach (var cut in cuts)
        {
            if (cut > walked)
            {
                var safe = LastSafe(text, walked, cut);
                length += Normalize(text[walked..safe]).Length;
                walked = safe;
            }

            places[cut] = cut <= walked ? Math.Min(limit, length) : Math.Min(limit, length + Normalize(text[walked..cut]).Length);
        }

        return places;
    }

    /// <summary>The last place before <paramref name="cut"/> at which a character begins that composes with none before it.</summary>
    private static int LastSafe(string text, int from, int cut)
    {
        var least = Math.Max(from, cut - LongestCluster);
        for (var i = cut - 1; i > least; i--)
        {
            var isMark = char.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Surrogate;
            if (!isMark && text[i] is not (>= '\u1100' and <= '\u11FF'))
            {
                return i;
            }
        }

        return least;
    }
}
