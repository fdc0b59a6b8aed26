using System.Runtime.InteropServices;

namespace Digest.Core.Insight.Summary;

/// <summary>How one sentence uses a word.</summary>
/// <param name="Count">Number of uses.</param>
/// <param name="Capital">True when it is written with a capital elsewhere than at the head of the sentence.</param>
/// <param name="First">Its first place among the sentence's words.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FormUses(int Count, bool Capital, int First);

/// <summary>Counts the words of one sentence after another, in memory that all of them share.</summary>
internal sealed class FormCounter(int forms)
{
    private readonly FormUses[] _uses = new FormUses[forms];
    private readonly List<int> _forms = [];

    /// <summary>The distinct words of the sentence, by first use.</summary>
    public ReadOnlySpan<int> Forms => CollectionsMarshal.AsSpan(_forms);

    /// <summary>How the sentence uses a word.</summary>
    public FormUses this[int form] => _uses[form];

    /// <summary>Counts a sentence; what was counted before is forgotten.</summary>
    public void Count(SummaryWord[] words)
    {
        foreach (var form in _forms)
        {
            _uses[form] = default;
        }

        _forms.Clear();
        for (var i = 0; i < words.Length; i++)
        {
            ref var uses = ref _uses[words[i].Form];
            if (uses.Count == 0)
            {
                _forms.Add(words[i].Form);
                uses = uses with { First = i };
            }

            uses = uses with { Count = uses.Count + 1, Capital = uses.Capital || (i > 0 && words[i].IsCapital) };
        }
    }
}
