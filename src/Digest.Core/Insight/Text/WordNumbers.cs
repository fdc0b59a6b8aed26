using System.Runtime.InteropServices;

namespace Digest.Core.Insight.Text;

/// <summary>What a word is counted as, written into <paramref name="room"/> (as long as the word) or elsewhere; empty for a word that does not count.</summary>
internal delegate ReadOnlySpan<char> WordForm(scoped ReadOnlySpan<char> word, Span<char> room);

/// <summary>
/// Words as numbers from 0, in the order they are first met: words of one form have one number. Each spelling is brought to
/// its form once, however often a text uses it, and from there on words are compared, counted and looked up as numbers.
/// </summary>
internal sealed class WordNumbers
{
    /// <summary>Number of words that do not count.</summary>
    public const int None = -1;

    /// <summary>Longest word whose form is made on the stack.</summary>
    public const int StackWord = 64;

    private readonly WordForm _form;
    private readonly List<string> _forms = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpelling;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byForm;

    public WordNumbers(WordForm form)
    {
        _form = form;
        _bySpelling = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _byForm = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of forms; all numbers are below it.</summary>
    public int Count => _forms.Count;

    /// <summary>The form that has a number.</summary>
    public string this[int number] => _forms[number];

    /// <summary>The number of a word, a new one when its form was not met before; <see cref="None"/> when it does not count.</summary>
    public int Of(ReadOnlySpan<char> word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_bySpelling, word, out var known);
        if (!known)
        {
            var room = word.Length <= StackWord ? stackalloc char[StackWord] : new char[word.Length];
            number = NumberOf(_form(word, room));
        }

        return number;
    }

    /// <summary>The number of a form that was met, else <see cref="None"/>.</summary>
    public int Find(ReadOnlySpan<char> form) => _byForm.TryGetValue(form, out var number) ? number : None;

    private int NumberOf(ReadOnlySpan<char> form)
    {
        if (form.IsEmpty)
        {
            return None;
        }

        if (!_byForm.TryGetValue(form, out var number))
        {
            number = _forms.Count;
            _forms.Add(form.ToString());
            _byForm.Dictionary.Add(_forms[^1], number);
        }

        return number;
    }
}
