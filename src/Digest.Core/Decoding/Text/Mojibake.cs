using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;

namespace Digest.Core.Decoding.Text;

/// <summary>
/// Repairs text that was UTF-8 and had been decoded as Windows-1252 before it reached the file: <c>itâ€™s</c> for
/// <c>it’s</c>, <c>cafÃ©</c> for <c>café</c>. Such text is valid in every encoding, so it is known by its characters alone. Of 499
/// saved pages five have it, one in nearly every sentence.
/// </summary>
/// <remarks>
/// Repaired are the characters that UTF-8 begins with C2, C3 and E2, which are Latin-1 and the marks of typography, and the
/// few others that Windows-1252 has, which come of decoding wrongly twice. The other first bytes stand before such characters in
/// honest text as well (<c>CAFÉ®</c>, <c>3×</c> before a no-break space).
/// </remarks>
internal static class Mojibake
{
    /// <summary>A text that shows what mojibake looks like has one or two of them; a damaged one has them throughout.</summary>
    private const int LeastSightings = 3;

    /// <summary>How often text is seen to have been decoded wrongly in a row; twice is common, four times would be a curiosity.</summary>
    private const int MostTimes = 3;

    private const int LongestEntity = 8;

    /// <summary>C2, C3 and E2 as Windows-1252 shows them; and C5, C6 and CB.</summary>
    private static readonly SearchValues<char> FirstBytes = SearchValues.Create("ÂÃâÅÆË");

    /// <summary>The first three in the notations of HTML and JSON. Apart from the characters, because a search for both at once takes
    /// half as long as parsing the page, and two searches hardly anything.</summary>
    private static readonly SearchValues<string> WrittenFirstBytes = SearchValues.Create(
        ["&Acirc;", "&Atilde;", "&acirc;", "&#194;", "&#195;", "&#226;", @"\u00c2", @"\u00C2", @"\u00c3", @"\u00C3", @"\u00e2", @"\u00E2"],
        StringComparison.Ordinal);

    /// <summary>The byte of each character that Windows-1252 has above ASCII; and of the C1 controls that Latin-1 has in their place.</summary>
    private static readonly FrozenDictionary<char, byte> Bytes = BytesOfCharacters();

    /// <summary><paramref name="text"/> with its characters put right; the same instance where there is nothing to repair.</summary>
    public static string Repair(string text)
    {
        for (var time = 0; time < MostTimes && Sightings(text) is { Count: > 0 } sightings; time++)
        {
            text = Replace(text, sightings);
        }

        return text;
    }

    /// <summary>Where the text has characters of mojibake, in their order; nowhere when too few of them tell.</summary>
    private static List<Sighting> Sightings(string text)
    {
        var sightings = new List<Sighting>();
        Gather(text, rest => rest.IndexOfAny(FirstBytes), sightings);
        Gather(text, rest => rest.IndexOfAny(WrittenFirstBytes), sightings);
        if (sightings.Count(sighting => IsTelling(text, sighting.Start)) < LeastSightings)
        {
            return [];
        }

        sightings.Sort((one, other) => one.Start.CompareTo(other.Start));
        return sightings;
    }

    private static void Gather(string text, Func<ReadOnlySpan<char>, int> next, List<Sighting> sightings)
    {
        for (var at = 0; next(text.AsSpan(at)) is >= 0 and var offset;)
        {
            at += offset;
            var sighting = ReadCharacter(text, at);
            at += sighting?.Length ?? 1;
            if (sighting is { } found)
            {
                sightings.Add(found);
            }
        }
    }

    /// <summary>Not what is quoted to be shown (“Ã¤”), and not what closes a word in capitals (“AMANHÔ).</summary>
    private static bool IsTelling(string text, int at) =>
        at == 0 || !(char.IsUpper(text[at - 1]) || text[at - 1] is '"' or '\'' or '“' or '‘' or '„' or '«' or '`');

    private static Sighting? ReadCharacter(string text, int start)
    {
        Span<byte> bytes = stackalloc byte[3];
        var at = start;
        var count = 0;
        do
        {
            if (ByteAt(text, at, out var length) is not { } value)
            {
                return null;
            }

            bytes[count++] = value;
            at += length;
        }
        while (count < (bytes[0] == 0xE2 ? 3 : 2));

        return Rune.DecodeFromUtf8(bytes[..count], out var character, out _) == OperationStatus.Done
            && (bytes[0] is 0xE2 || Bytes.ContainsKey((char)character.Value))
            ? new Sighting(start, at - start, character)
            : null;
    }

    /// <summary>The byte that stands at <paramref name="at"/> as a character, an entity or a JSON escape; null when none does.</summary>
    private static byte? ByteAt(string text, int at, out int length)
    {
        length = 1;
        if (at >= text.Length)
        {
            return null;
        }

        var character = text[at];
        var rest = text.AsSpan(at);
        if (character == '&' && rest[..Math.Min(rest.Length, LongestEntity)].IndexOf(';') is > 1 and var end)
        {
            length = end + 1;
            var decoded = WebUtility.HtmlDecode(text.Substring(at, length));
            character = decoded.Length == 1 ? decoded[0] : '\0';
        }
        else if (rest.StartsWith(@"\u", StringComparison.Ordinal) && rest.Length >= 6
            && ushort.TryParse(rest[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            length = 6;
            character = (char)code;
        }

        return Bytes.TryGetValue(character, out var value) ? value : null;
    }

    private static string Replace(string text, List<Sighting> sightings)
    {
        var repaired = new StringBuilder(text.Length);
        var end = 0;
        foreach (var sighting in sightings)
        {
            repaired.Append(text, end, sighting.Start - end).Append(sighting.Character);
            end = sighting.Start + sighting.Length;
        }

        return repaired.Append(text, end, text.Length - end).ToString();
    }

    private static FrozenDictionary<char, byte> BytesOfCharacters()
    {
        var windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var bytes = new Dictionary<char, byte>();
        for (var value = 0x80; value <= 0xFF; value++)
        {
            bytes[(char)value] = (byte)value; // Latin-1's reading, and the browsers' of bytes that Windows-1252 leaves open
            bytes[windows1252.GetString([(byte)value])[0]] = (byte)value;
        }

        return bytes.ToFrozenDictionary();
    }

    /// <summary>A character of mojibake: where it begins, how many characters of the text show it, and what it was.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Sighting(int Start, int Length, Rune Character);
}
