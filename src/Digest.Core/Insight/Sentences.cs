using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using Digest.Core.Blocks;

namespace Digest.Core.Insight;

/// <summary>A run of characters of a text.</summary>
/// <param name="Start">First UTF-16 character.</param>
/// <param name="End">Character after the last one.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextRange(int Start, int End)
{
    /// <summary>Number of UTF-16 characters.</summary>
    public int Length => End - Start;

    /// <summary>The characters themselves.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}

/// <summary>
/// Parts a paragraph into sentences. A stop ends a sentence when white space and a plausible beginning follow it and
/// the word before it is neither an abbreviation nor an initial. One pass, no look-back beyond one word.
/// </summary>
public static class Sentences
{
    /// <summary>Longest word looked at before a stop; abbreviations are shorter.</summary>
    private const int LongestWord = 16;

    /// <summary>Digits of a note's number.</summary>
    private const int LongestNote = 3;

    /// <summary>Shortest word before a note's bare number; "no.2" and "p.14" are none.</summary>
    private const int ShortestNoted = 3;

    /// <summary>All that may end a sentence: the stops, and the breaks within a block.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create(".!?…。！？\n\t");

    /// <summary>The sentences of a text in order, each without the white space around it. White space alone gives none.</summary>
    public static IReadOnlyList<TextRange> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<TextRange>();
        Split(text, sentences);
        return sentences;
    }

    /// <summary>Adds the sentences of a text to a list.</summary>
    internal static void Split(string text, List<TextRange> sentences)
    {
        var start = SkipWhiteSpace(text, 0);
        var i = start;
        while (text.AsSpan(i).IndexOfAny(Marks) is >= 0 and var skipped)
        {
            i += skipped;
            if (text[i] is '\n' or '\t')
            {
                Add(text, sentences, start, i);
                start = i = SkipWhiteSpace(text, i);
                continue;
            }

            var firstStop = i;
            i = SkipStops(text, i);
            var afterClosers = SkipClosers(text, i);
            var afterNotes = SkipNotes(text, start, firstStop, afterClosers);
            var next = SkipWhiteSpace(text, afterNotes);
            if (next >= text.Length)
            {
                break;
            }

            var wide = IsWideStop(text[i - 1]);
            if ((next > afterNotes || wide) && EndsSentence(text, start, firstStop, i, afterClosers, next, wide))
            {
                // A bare number may be of the text after all: no sentence loses it.
                var isBare = afterNotes > afterClosers && char.IsAsciiDigit(text[afterClosers]);
                Add(text, sentences, start, isBare ? afterNotes : afterClosers);
                start = next;
            }

            i = next;
        }

        Add(text, sentences, start, text.Length);
    }

    private static bool EndsSentence(string text, int start, int firstStop, int afterStops, int afterClosers, int next, bool wide)
    {
        if (wide)
        {
            return true;
        }

        var opening = SkipOpeners(text, next);
        if (opening >= text.Length || !CanBegin(text, next, opening))
        {
            return false;
        }

        var isEllipsis = afterStops - firstStop > 1 || text[firstStop] == '…';
        if (text[firstStop] != '.' || isEllipsis)
        {
            // “Really?” She said so; a quotation inside a sentence goes on in lower case and never comes here.
            return true;
        }

        var word = WordBefore(text, start, firstStop);
        if (word.Length == 0)
        {
            return true;
        }

        if (WordLists.ClosingAbbreviations.Contains(word))
        {
            return WordLists.Openers.Contains(WordAt(text, opening));
        }

        if (WordLists.Abbreviations.Contains(word) && afterClosers == afterStops)
        {
            // "No." before a number is "number"; a whole sentence "No." or a "no." at an end is the word.
            return word.Equals("no", StringComparison.OrdinalIgnoreCase) && !char.IsAsciiDigit(text[opening]);
        }

        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            return word[0] == 'I' && WordLists.Openers.Contains(WordAt(text, opening));
        }

        if (word.Contains('.') && word.Length <= 6)
        {
            // Dotted letters that are in no list ("J.R.", "S.p.A."); a decimal ends its sentence ("they recorded 5.7. Falls").
            return IsDecimal(text, start, firstStop, word) || WordLists.Openers.Contains(WordAt(text, opening));
        }

        return !IsListNumber(text, start, firstStop, word) && !IsOrdinalDay(text, word, opening) && !IsCoins(text, word, opening);
    }

    private static readonly SearchValues<char> DecimalCharacters = SearchValues.Create("0123456789.");

    /// <summary>Words before a day and a month in digits, or before the number of a section.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeDays = FrozenSet.ToFrozenSet(
        ["am", "vom", "zum", "bis", "ab", "seit", "den", "dem", "der", "le", "il", "del", "section", "chapter"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"5.7", but neither "1.2. Heading" nor a day behind a word of dates: "am 5.7. Messung".</summary>
    private static bool IsDecimal(string text, int start, int firstStop, ReadOnlySpan<char> word)
    {
        var from = firstStop - word.Length;
        if (from - 1 <= start || word.ContainsAnyExcept(DecimalCharacters) || word[0] == '.' || word.Count('.') != 1)
        {
            return false;
        }

        var link = WordBefore(text, start, from - 1);
        return char.IsWhiteSpace(text[from - 1]) && !BeforeDays.Contains(link);
    }

    /// <summary>"1. First point": a number that is the whole sentence so far belongs to what follows.</summary>
    private static bool IsListNumber(string text, int start, int firstStop, ReadOnlySpan<char> word) =>
        firstStop - start == word.Length && word.Length <= 3 && char.IsAsciiDigit(text[start]);

    /// <summary>"am 3. Oktober": one or two digits before a month's name are a day in several languages.</summary>
    private static bool IsOrdinalDay(string text, ReadOnlySpan<char> word, int opening) =>
        word.Length <= 2 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[^1]) && CalendarWords.IsMonth(WordAt(text, opening));

    /// <summary>"17s. 6d. a week": shillings before pence.</summary>
    private static bool IsCoins(string text, ReadOnlySpan<char> word, int opening) =>
        word is [.. var count, 's'] && count.Length is 1 or 2 && !count.ContainsAnyExceptInRange('0', '9')
        && char.IsAsciiDigit(text[opening]) && text.AsSpan(opening + 1) is ['d', ..] or [_, 'd', ..];

    private static bool CanBegin(string text, int next, int opening) =>
        char.IsUpper(text[opening]) || char.IsDigit(text[opening]) || opening > next
        // "iPhone", "eBay": a name that begins in lower case.
        || (char.IsLower(text[opening]) && opening + 1 < text.Length && char.IsUpper(text[opening + 1]))
        || char.GetUnicodeCategory(text[opening]) is UnicodeCategory.OtherLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.CurrencySymbol
        || text[opening] is '-' or '–' or '—' or '#' or '@'
        || (char.IsSurrogate(text[opening]) && !char.IsLowSurrogate(text[opening]));

    private static ReadOnlySpan<char> WordBefore(string text, int start, int stop)
    {
        var from = stop;
        while (from > start && stop - from < LongestWord && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '.'))
        {
            from--;
        }

        return text.AsSpan(from, stop - from);
    }

    private static ReadOnlySpan<char> WordAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestWord && char.IsLetter(text[end]))
        {
            end++;
        }

        return text.AsSpan(start, end - start);
    }

    private static void Add(string text, List<TextRange> sentences, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new TextRange(start, end));
        }
    }

    private static int SkipWhiteSpace(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i;
    }

    private static int SkipStops(string text, int i)
    {
        while (i < text.Length && IsStop(text[i]))
        {
            i++;
        }

        return i;
    }

    private static int SkipClosers(string text, int i)
    {
        while (i < text.Length && text[i] is '"' or '\'' or '”' or '’' or '»' or '›' or ')' or ']' or '」' or '』')
        {
            i++;
        }

        return i;
    }

    /// <summary>Past the marks of notes that are set against an end: "landlord.[2] Nine", "landlord.² Nine", and "landlord.2 Nine" where a copy lost that it was raised.</summary>
    private static int SkipNotes(string text, int start, int stop, int i)
    {
        var end = i;
        while (end < text.Length && ((text[end] == '[' ? NoteMarks.LengthOf(text.AsSpan(end)) : 0) is > 0 and var length || (length = IsRaised(text[end]) ? 1 : 0) > 0))
        {
            end += length;
        }

        if (end > i || i >= text.Length || !char.IsAsciiDigit(text[i]))
        {
            return end;
        }

        while (end < text.Length && end - i < LongestNote && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var word = WordBefore(text, start, stop);
        var isWord = word.Length >= ShortestNoted && char.IsLower(word[^1]) && !word.Contains('.') && !WordLists.Abbreviations.Contains(word);
        return isWord && end + 1 < text.Length && text[end] == ' ' && char.IsUpper(text[SkipOpeners(text, end + 1) is var next && next < text.Length ? next : end]) ? end : i;
    }

    private static bool IsRaised(char c) => c is '¹' or '²' or '³' or '⁰' or (>= '⁴' and <= '⁹');

    private static int SkipOpeners(string text, int i)
    {
        while (i < text.Length && text[i] is '"' or '\'' or '“' or '‘' or '„' or '«' or '‹' or '(' or '[' or '¿' or '¡' or '「' or '『')
        {
            i++;
        }

        return i;
    }

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…' || IsWideStop(c);

    private static bool IsWideStop(char c) => c is '。' or '！' or '？';
}
