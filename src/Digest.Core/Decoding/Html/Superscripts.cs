using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Digest.Core.Blocks;

namespace Digest.Core.Decoding.Html;

/// <summary>
/// Sets raised numbers so that they cannot be read with what they stand behind: marks of notes in brackets (<see cref="NoteMarks"/>), exponents
/// as the characters Unicode has for them, <c>10⁹</c> and <c>km²</c>. Text alone would say 109 and km2. The arrows that lead back from the notes go, and the letters of
/// comments on a draft.
/// </summary>
internal static partial class Superscripts
{
    /// <summary>The fewest letters of a word that carries a mark; what is shorter is a unit or a variable: m², x².</summary>
    private const int ShortestWord = 3;

    private const int LongestMark = 16;

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789,-–− ()[]");

    /// <summary>What leads back from a note to its mark, with the selectors of its look.</summary>
    private static readonly SearchValues<char> Arrows = SearchValues.Create("↩↵⏎↑⬆^ \uFE0E\uFE0F");

    /// <summary>Spans before and after a raised number among which its link is looked for.</summary>
    private const int NearSpans = 2;

    /// <summary>The text with its raised numbers set, and its spans moved along.</summary>
    public static (string Text, IReadOnlyList<InlineSpan> Spans) Apply(string text, IReadOnlyList<InlineSpan> spans)
    {
        var edits = new List<Edit>();
        for (var i = 0; i < spans.Count; i++)
        {
            var (start, end) = (spans[i].Start, spans[i].Start + spans[i].Length);
            if (start > 0 && text[start - 1] is not ('[' or '(') && spans[i].Length <= LongestMark && (edits.Count == 0 || start >= edits[^1].End) && Set(text, spans, i) is { } sign)
            {
                edits.Add(new Edit(start, end, sign));
            }
        }

        if (edits.Count == 0)
        {
            return (text, spans);
        }

        // Of "Town rolls. ↩" a blank is left at the end.
        var set = Apply(text, edits).TrimEnd();
        return (set, Move(spans, edits, set.Length));
    }

    private static string Apply(string text, List<Edit> edits)
    {
        var set = new StringBuilder(text.Length + (2 * edits.Count));
        var at = 0;
        foreach (var edit in edits)
        {
            set.Append(text, at, edit.Start - at).Append(edit.Text);
            at = edit.End;
        }

        return set.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The spans at their new places; an exponent's characters are raised by themselves.</summary>
    private static List<InlineSpan> Move(IReadOnlyList<InlineSpan> spans, List<Edit> edits, int length)
    {
        var ends = edits.ConvertAll(edit => edit.End);
        var shifts = new int[edits.Count + 1];
        for (var i = 0; i < edits.Count; i++)
        {
            shifts[i + 1] = shifts[i] + edits[i].Text.Length - (edits[i].End - edits[i].Start);
        }

        var raised = edits.Where(edit => edit.Text is [not '[', ..]).Select(edit => edit.Start).ToHashSet();
        return
        [
            .. spans.Where(span => span.Kind != InlineKind.Superscript || !raised.Contains(span.Start)).Select(span =>
            {
                var start = Place(span.Start);
                return span with { Start = start, Length = Place(span.Start + span.Length) - start };
            }).Where(span => span.Length > 0),
        ];

        int Place(int position)
        {
            var before = ends.BinarySearch(position);
            return Math.Min(length, position + shifts[before >= 0 ? before + 1 : ~before]);
        }
    }

    /// <summary>What is set for a span, or null where it stays.</summary>
    private static string? Set(string text, IReadOnlyList<InlineSpan> spans, int i)
    {
        var span = spans[i];
        if (ExportedComments.IsMark(span))
        {
            return "";
        }

        var content = text.AsSpan(span.Start, span.Length);
        if (span.Kind is not (InlineKind.Superscript or InlineKind.Link) || content.ContainsAnyExcept(OfNumbers))
        {
            return IsLinkToNote(span) && !content.ContainsAnyExcept(Arrows) ? "" : null;
        }

        // "[1,2]" may be two links: the essay has set its marks itself.
        var isNote = span.Kind == InlineKind.Link ? IsLinkToNote(span) && !char.IsWhiteSpace(text[span.Start - 1]) && text[span.Start - 1] is not (',' or '-' or '–')
            : CarriesMark(text, span.Start) || Enumerable.Range(i - NearSpans, (2 * NearSpans) + 1).Any(j => j >= 0 && j < spans.Count && IsLinkToNote(spans[j]) && Overlap(spans[j], span));
        return isNote && Mark().Match(content.ToString()) is { Success: true } mark ? (content[0] == '[' ? null : NoteMarks.Of(mark.Groups["numbers"].Value.Replace(" ", "", StringComparison.Ordinal)))
            : span.Kind == InlineKind.Superscript && Exponent().IsMatch(content) ? string.Concat(content.ToString().Select(Raised))
            : null;
    }

    private static bool IsLinkToNote(InlineSpan span) => span.Kind == InlineKind.Link && span.Target?.Contains('#', StringComparison.Ordinal) == true;

    private static bool Overlap(InlineSpan one, InlineSpan other) => one.Start < other.Start + other.Length && other.Start < one.Start + one.Length;

    /// <summary>Behind a word, a year or a punctuation mark; behind any other number, a unit or a variable stands an exponent.</summary>
    private static bool CarriesMark(string text, int start)
    {
        var end = text[start - 1] == ' ' ? start - 1 : start;
        var from = end;
        while (from > 0 && end - from <= ShortestWord + 1 && char.IsLetterOrDigit(text[from - 1]))
        {
            from--;
        }

        var word = text.AsSpan(from, end - from);
        return word.IsEmpty ? end > 0 && (char.IsPunctuation(text[end - 1]) || text[end - 1] is '™' or '®')
            : word.ContainsAnyExceptInRange('0', '9') ? word.Length >= ShortestWord && !word.ContainsAnyInRange('0', '9')
            : word.Length == 4 && word[0] is '1' or '2' && (from == 0 || text[from - 1] is not ('.' or ','));
    }

    private static char Raised(char c) => c switch
    {
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '-' or '–' or '−' => '⁻',
        _ => (char)('⁰' + c - '0'),
    };

    [GeneratedRegex(@"^ ?[\[(]?(?<numbers>\d{1,3}(?: ?[,–-] ?\d{1,3})*)[\])]? ?$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[–−-]?\d{1,4}$")]
    private static partial Regex Exponent();

    /// <summary>A stretch of the text and what is set for it.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Edit(int Start, int End, string Text);
}
