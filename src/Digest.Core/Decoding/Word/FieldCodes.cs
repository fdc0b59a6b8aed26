namespace Digest.Core.Decoding.Word;

/// <summary>
/// The fields around what is read. A field consists of an instruction and its result, which the reader sees; a field inside the
/// instruction of another (the property that an IF compares) shows nothing, though it has a result.
/// </summary>
internal sealed class FieldCodes
{
    /// <summary>Fields of nobody nest deeper; those of a damaged document are never closed.</summary>
    private const int MostNested = 64;

    /// <summary>For each open field, whether its instruction goes on.</summary>
    private readonly List<bool> _open = [];

    /// <summary>Inside a field that stands in the instruction of another.</summary>
    public bool IsInstruction => _open.Count > 1 && _open.Contains(true);

    public void Read(string? fieldCharType)
    {
        switch (fieldCharType)
        {
            case "begin" when _open.Count < MostNested:
                _open.Add(true);
                break;
            case "separate" when _open.Count > 0:
                _open[^1] = false;
                break;
            case "end" when _open.Count > 0:
                _open.RemoveAt(_open.Count - 1);
                break;
        }
    }

    /// <summary>An instruction that a paragraph doesn't end is that of a damaged field, which must not take what follows.</summary>
    public void EndParagraph() => _open.RemoveAll(isInstruction => isInstruction);

    public void Clear() => _open.Clear();
}
