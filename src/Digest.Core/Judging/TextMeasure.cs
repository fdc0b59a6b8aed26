using System.Numerics;

namespace Digest.Core.Judging;

/// <summary>Counts over the words of a block.</summary>
internal struct TextMeasure
{
    /// <summary>Words; in scripts without spaces two characters count as one.</summary>
    public int Words;

    /// <summary>Words that begin with a capital letter.</summary>
    public int Capitalised;

    /// <summary>Letters that are capitals.</summary>
    public int Uppercase;

    public int Digits;

    /// <summary>Full stops, question and exclamation marks after a word and before space or the end.</summary>
    public int Sentences;

    public int Commas;

    /// <summary>True when the last character ends a sentence.</summary>
    public bool EndsSentence;

    /// <summary>Bars, bullets and arrows that divide items of a line.</summary>
    public int Dividers;

    /// <summary>Measures <paramref name="text"/> and adds its stop words to the counts by language.</summary>
    public static TextMeasure Of(ReadOnlySpan<char> text, Span<int> stopWordsByLanguage)
    {
        var measure = default(TextMeasure);
        var ideographs = 0;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                var end = measure.CountWord(text, i, ref ideographs);
                for (var languages = StopWords.LanguagesOf(text[i..end]); languages != 0; languages &= languages - 1)
                {
                    stopWordsByLanguage[BitOperations.TrailingZeroCount(languages)]++;
                }

                i = end;
            }
            else
            {
                measure.CountMark(text, i);
                i++;
            }
        }

        measure.Words = ideographs > 0 ? Math.Max(measure.Words, ideographs / 2) : measure.Words;
        measure.EndsSentence = EndsASentence(text);
        return measure;
    }

    /// <summary>Counts the word that begins at <paramref name="start"/>, with apostrophes and hyphens inside it.</summary>
    /// <returns>Index after the word.</returns>
    private int CountWord(ReadOnlySpan<char> text, int start, ref int ideographs)
    {
        var i = start;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterLower(c))
            {
                continue;
            }

            if (!char.IsLetterOrDigit(c) && !(c is '\'' or '’' or '-' && i + 1 < text.Length && char.IsLetter(text[i + 1])))
            {
                break;
            }

            Digits += char.IsAsciiDigit(c) ? 1 : 0;
            Uppercase += char.IsUpper(c) ? 1 : 0;
            ideographs += c >= '\u3040' && c is <= '\u9FFF' or (>= '\uAC00' and <= '\uD7AF') ? 1 : 0;
        }

        Words++;
        Capitalised += char.IsUpper(text[start]) ? 1 : 0;
        return i;
    }

    private void CountMark(ReadOnlySpan<char> text, int i)
    {
        switch (text[i])
        {
            case ' ':
                break;
            case '.' or '!' or '?' or '…' when i + 1 >= text.Length || char.IsWhiteSpace(text[i + 1]) || text[i + 1] is '"' or '”' or '’' or ')' or '[' or '»':
            case '。' or '！' or '？':
                Sentences++;
                break;
            case ',' or ';' or '、' or '，':
                Commas++;
                break;
            case '|' or '•' or '·' or '›' or '»' or '→' or '/' or '>' or '←' or '\t':
                Dividers++;
                break;
        }
    }

    private static bool EndsASentence(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd("\"”’')]»*");
        return end.Length > 0 && end[^1] is '.' or '!' or '?' or ':' or '…' or '。' or '！' or '？' or ';';
    }
}
