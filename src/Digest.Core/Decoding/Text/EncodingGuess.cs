using System.Collections.Frozen;
using System.Text;

namespace Digest.Core.Decoding.Text;

/// <summary>
/// Guesses the encoding of text that declares none and is no UTF-8. The bytes are read in every encoding that such text is
/// likely to be in; the reading with the most common words (<c>common-words.txt</c>), or, in scripts without spaces, the
/// most common characters (<c>common-characters.txt</c>) is it; quotation marks and dashes where they belong tell as well, because English has
/// no other characters outside ASCII. Where no reading stands out it is Windows-1252.
/// </summary>
internal static class EncodingGuess
{
    /// <summary>Bytes of words with characters outside ASCII that are looked at.</summary>
    private const int SampleBytes = 32_768;

    /// <summary>Letters outside ASCII in common words by which a reading must be ahead of Windows-1252: one may be chance.</summary>
    private const int Lead = 2;

    /// <summary>Share of common characters from which text is in a script without spaces. Real text has 0.2 to 0.5, bytes of another encoding below 0.05.</summary>
    private const double CommonShare = 0.12;

    /// <summary>Code pages of one byte a character, the likelier first: of two readings alike it is the first.</summary>
    private static readonly int[] SingleByte = [1252, 1250, 28592, 1251, 21866, 28595, 1253, 28597, 1254, 1257, 1255, 1256, MacRoman, DosLatin];

    /// <summary>Text files of old Macintosh programs.</summary>
    private const int MacRoman = 10000;

    /// <summary>Text files of DOS.</summary>
    private const int DosLatin = 850;

    /// <summary>Words of one letter say nothing: single bytes outside ASCII are mostly signs, which other encodings read as letters.</summary>
    private static readonly Lazy<FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> Words = new(() =>
        Lines("common-words.txt").SelectMany(l => l.Skip(1)).Where(w => w.Length > 1 && !Ascii.IsValid(w)).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>());

    private static readonly Lazy<(Encoding Encoding, FrozenSet<char> Common)[]> Scripts = new(() =>
        [.. Lines("common-characters.txt").Select(l => (Strict(l[0]), l.Skip(1).Select(w => w[0]).ToFrozenSet()))]);

    /// <summary>The encoding that <paramref name="bytes"/> are most likely in.</summary>
    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        var sample = Sample(bytes);
        return Spaceless(sample) ?? Spaced(sample);
    }

    private static Encoding? Spaceless(byte[] sample)
    {
        var (best, most) = ((Encoding?)null, CommonShare);
        foreach (var (encoding, common) in Scripts.Value)
        {
            var share = CommonCharacters(sample, encoding, common);
            (best, most) = share > most ? (encoding, share) : (best, most);
        }

        return best is null ? null : CodePagesEncodingProvider.Instance.GetEncoding(best.CodePage);
    }

    /// <summary>Share of common characters among those outside ASCII; 0 where the bytes are not of the encoding.</summary>
    private static double CommonCharacters(byte[] sample, Encoding encoding, FrozenSet<char> common)
    {
        try
        {
            int hits = 0, all = 0;
            foreach (var c in encoding.GetString(sample))
            {
                all += c > '\u007F' ? 1 : 0;
                hits += common.Contains(c) ? 1 : 0;
            }

            return (double)hits / Math.Max(1, all);
        }
        catch (DecoderFallbackException)
        {
            return 0;
        }
    }

    private static Encoding Spaced(byte[] sample)
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(SingleByte[0])!;
        var (best, most) = (western, Letters(western.GetString(sample)) + Lead - 1);
        foreach (var page in SingleByte.Skip(1))
        {
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page)!;
            var letters = Letters(encoding.GetString(sample));
            (best, most) = letters > most ? (encoding, letters) : (best, most);
        }

        return best;
    }

    /// <summary>Letters outside ASCII in common words, and marks of typography in their places; less what no text has: control characters, pieces of frames, capitals inside a word.</summary>
    private static int Letters(string text)
    {
        var words = Words.Value;
        int letters = 0, start = 0, outside = 0, opened = 0, closed = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                outside += text[i] > '\u007F' ? 1 : 0;
                letters -= i > start && text[i] > '\u007F' && char.IsUpper(text[i]) && char.IsLower(text[i - 1]) ? 1 : 0;
                continue;
            }

            letters += outside > 0 && words.Contains(text.AsSpan(start, i - start)) ? outside : 0;
            letters -= i < text.Length && text[i] is (>= '\u0080' and <= '\u009F') or (>= '\u2500' and <= '\u259F') ? 1 : 0;
            letters += i < text.Length && IsMarkInPlace(text, i) ? 1 : 0;
            opened += i < text.Length && OpensQuotation(text, i) ? 1 : 0;
            closed += i < text.Length && ClosesQuotation(text, i) ? 1 : 0;
            (start, outside) = (i + 1, 0);
        }

        return letters + (2 * Math.Min(opened, closed));
    }

    /// <summary>"weren’t", a dash between words or blanks.</summary>
    private static bool IsMarkInPlace(string text, int i) => text[i] switch
    {
        '\u2019' => char.IsLower(Before(text, i)),
        '\u2013' or '\u2014' => (Before(text, i) is ' ' && Behind(text, i) is ' ') || (char.IsLetterOrDigit(Before(text, i)) && char.IsLetterOrDigit(Behind(text, i))),
        _ => false,
    };

    private static bool OpensQuotation(string text, int i) => text[i] is '\u201C' && Before(text, i) is ' ' && char.IsLetter(Behind(text, i));

    private static bool ClosesQuotation(string text, int i) => text[i] is '\u201D' && Before(text, i) is not ' ' && !char.IsLetter(Behind(text, i));

    private static char Before(string text, int i) => i > 0 ? text[i - 1] : ' ';

    private static char Behind(string text, int i) => i + 1 < text.Length ? text[i + 1] : ' ';

    /// <summary>The words that have bytes outside ASCII, one behind the other, without the markup between them.</summary>
    private static byte[] Sample(ReadOnlySpan<byte> bytes)
    {
        var sample = new List<byte>(Math.Min(SampleBytes, bytes.Length) + 1);
        var start = 0;
        for (var i = 0; i <= bytes.Length && sample.Count < SampleBytes; i++)
        {
            // None of these is the second byte of a character in any of the encodings.
            if (i < bytes.Length && bytes[i] is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'<' or (byte)'>'))
            {
                continue;
            }

            var word = bytes[start..i];
            if (word.ContainsAnyExceptInRange((byte)0, (byte)0x7F))
            {
                sample.AddRange(word[..Math.Min(word.Length, SampleBytes)]);
                sample.Add((byte)' ');
            }

            start = i + 1;
        }

        return [.. sample];
    }

    private static Encoding Strict(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException($"The encoding {name} of common-characters.txt is not known.");

    private static List<string[]> Lines(string file)
    {
        using var stream = typeof(EncodingGuess).Assembly.GetManifestResourceStream("Digest.Core.Decoding.Text." + file)
            ?? throw new InvalidOperationException($"The list {file} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var lines = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return lines;
    }
}
