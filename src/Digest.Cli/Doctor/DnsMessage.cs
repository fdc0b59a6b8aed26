using System.Buffers.Binary;
using System.Text;

namespace Digest.Cli.Doctor;

/// <summary>Questions for TXT records and their answers on the wire (RFC 1035, section 4).</summary>
internal static class DnsMessage
{
    private const int HeaderLength = 12;
    private const ushort Txt = 16;
    private const ushort Internet = 1;
    private const ushort RecursionDesired = 0x0100;

    // A name has at most 255 bytes; more jumps than that are a loop.
    private const int MostJumps = 128;
    private const int MostRecords = 200;

    /// <summary>A question for the TXT records of a name.</summary>
    /// <exception cref="FormatException">The name can't be asked for.</exception>
    public static byte[] Question(ushort id, string name)
    {
        var message = new List<byte>(HeaderLength + name.Length + 6);
        AddShort(message, id);
        AddShort(message, RecursionDesired);
        AddShort(message, 1);
        message.AddRange(new byte[6]);
        foreach (var label in name.TrimEnd('.').Split('.'))
        {
            var bytes = Encoding.ASCII.GetBytes(label);
            if (bytes.Length is 0 or > 63)
            {
                throw new FormatException($"\"{name}\" is not a domain name.");
            }

            message.Add((byte)bytes.Length);
            message.AddRange(bytes);
        }

        message.Add(0);
        AddShort(message, Txt);
        AddShort(message, Internet);
        return [.. message];
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="message">The bytes.</param>
    /// <param name="id">Id of the question.</param>
    /// <exception cref="FormatException">The bytes are no answer to it.</exception>
    public static DnsAnswer Read(ReadOnlySpan<byte> message, ushort id)
    {
        if (message.Length < HeaderLength || BinaryPrimitives.ReadUInt16BigEndian(message) != id || (message[2] & 0x80) == 0)
        {
            throw new FormatException("The name server's answer belongs to another question.");
        }

        var code = message[3] & 0x0F;
        var isCut = (message[2] & 0x02) != 0;
        int questions = BinaryPrimitives.ReadUInt16BigEndian(message[4..]);
        int answers = BinaryPrimitives.ReadUInt16BigEndian(message[6..]);
        var at = HeaderLength;
        for (var i = 0; i < Math.Min(questions, MostRecords); i++)
        {
            at = SkipName(message, at) + 4;
        }

        var texts = new List<string>();
        for (var i = 0; i < Math.Min(answers, MostRecords) && !isCut; i++)
        {
            at = SkipName(message, at);
            var record = Slice(message, at, 10);
            var type = BinaryPrimitives.ReadUInt16BigEndian(record);
            var length = BinaryPrimitives.ReadUInt16BigEndian(record[8..]);
            if (type == Txt)
            {
                texts.Add(ReadText(Slice(message, at + 10, length)));
            }

            at += 10 + length;
        }

        return new DnsAnswer(code, isCut, texts);
    }

    // The strings of one record belong together without a space (RFC 7208, section 3.3).
    private static string ReadText(ReadOnlySpan<byte> data)
    {
        var text = new StringBuilder();
        for (var at = 0; at < data.Length; at += 1 + data[at])
        {
            text.Append(Encoding.Latin1.GetString(Slice(data, at + 1, data[at])));
        }

        return text.ToString();
    }

    private static int SkipName(ReadOnlySpan<byte> message, int at)
    {
        for (var jumps = 0; jumps < MostJumps; jumps++)
        {
            var length = Slice(message, at, 1)[0];
            if (length == 0)
            {
                return at + 1;
            }

            // A pointer ends a name; where it leads does not matter for finding the end.
            if ((length & 0xC0) == 0xC0)
            {
                return at + 2;
            }

            at += 1 + length;
        }

        throw new FormatException("A name in the name server's answer has no end.");
    }

    private static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> bytes, int start, int length) =>
        start + length <= bytes.Length ? bytes.Slice(start, length) : throw new FormatException("The name server's answer ends too early.");

    private static void AddShort(List<byte> message, ushort value) => message.AddRange([(byte)(value >> 8), (byte)value]);
}

/// <summary>An answer of a name server.</summary>
/// <param name="Code">0 for an answer, 3 for a name that does not exist (RFC 1035, 4.1.1).</param>
/// <param name="IsCut">True when it did not fit and must be asked for over TCP.</param>
/// <param name="Texts">The TXT records.</param>
internal sealed record DnsAnswer(int Code, bool IsCut, IReadOnlyList<string> Texts);
