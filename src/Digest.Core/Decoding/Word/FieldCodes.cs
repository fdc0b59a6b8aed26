using System.Text;

namespace Digest.Core.Decoding.Word;

/// <summary>
/// The fields around what is read. A field consists of an instruction and its result, which the reader sees; a field inside the
/// instruction of another (the property that an IF compares) shows nothing, though it has a result.
/// </summary>
internal sealed class FieldCodes
{
    /// <summary>Fields of nobody nest deeper; those of a damaged document are never closed.</summary>
    private const int MostNested = 64;

    /// <summary>Characters of an instruction, at the most: no address is longer.</summary>
    private const int LongestInstruction = 8_192;

    private readonly List<Field> _open = [];

    private sealed class Field
    {
        public StringBuilder Instruction { get; } = new();

        public bool IsInstruction { get; set; } = true;

        public bool IsLink { get; set; }
    }

    /// <summary>Inside a field that stands in the instruction of another.</summary>
    public bool IsInstruction => _open.Count > 1 && _open.Exists(open => open.IsInstruction);

    /// <summary>The text that is being read is that of an instruction.</summary>
    public bool IsInText { get; set; }

    /// <summary>Reads a mark of a field.</summary>
    /// <param name="fldCharType">What the mark begins or ends.</param>
    /// <param name="paragraph">The paragraph around it, whose link the result may be.</param>
    public void Read(string? fldCharType, WordParagraph? paragraph)
    {
        switch (fldCharType)
        {
            case "begin" when _open.Count < MostNested:
                _open.Add(new Field());
                break;
            case "separate" when _open.Count > 0:
                Separate(_open[^1], paragraph);
                break;
            case "end" when _open.Count > 0:
                if (_open[^1].IsLink)
                {
                    paragraph?.CloseLink();
                }

                _open.RemoveAt(_open.Count - 1);
                break;
        }
    }

    /// <summary>Adds to the instruction of the innermost field.</summary>
    public void Text(string text)
    {
        if (_open.Count > 0 && _open[^1] is { IsInstruction: true } field && field.Instruction.Length + text.Length <= LongestInstruction)
        {
            field.Instruction.Append(text);
        }
    }

    /// <summary>An instruction that a paragraph doesn't end is that of a damaged field, which must not take what follows.</summary>
    public void EndParagraph() => _open.RemoveAll(field => field.IsInstruction);

    public void Clear() => _open.Clear();

    private static void Separate(Field field, WordParagraph? paragraph)
    {
        if (field.IsInstruction && paragraph is not null && HyperlinkField.TargetOf(field.Instruction.ToString()) is { } target)
        {
            paragraph.OpenLink(target);
            field.IsLink = true;
        }

        field.IsInstruction = false;
    }
}
