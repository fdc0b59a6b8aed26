namespace Digest.Core.Insight.Text;

/// <summary>Forms of words as numbers from 0, in the order they are first met, so that words are compared and counted as numbers.</summary>
internal sealed class WordForms
{
    /// <summary>Number of no form.</summary>
    public const int None = -1;

    private readonly List<string> _forms = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers =
        new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Number of forms; all numbers are below it.</summary>
    public int Count => _forms.Count;

    /// <summary>The form that has a number.</summary>
    public string this[int number] => _forms[number];

    /// <summary>The number of a form that was met, else <see cref="None"/>.</summary>
    public int Find(ReadOnlySpan<char> form) => _numbers.TryGetValue(form, out var number) ? number : None;

    /// <summary>The number of a form, a new one when it was not met before.</summary>
    public int NumberOf(ReadOnlySpan<char> form)
    {
        if (!_numbers.TryGetValue(form, out var number))
        {
            number = _forms.Count;
            _forms.Add(form.ToString());
            _numbers.Dictionary.Add(_forms[^1], number);
        }

        return number;
    }
}
