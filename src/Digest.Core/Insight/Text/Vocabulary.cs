using System.Runtime.InteropServices;
using Digest.Core.Insight.Summary;

namespace Digest.Core.Insight.Text;

/// <summary>
/// The words of one essay as they are spelled. Each spelling is looked up in the lexicon and brought to its stem and its form
/// once, however often the essay uses it.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>Longest word whose stem is made on the stack.</summary>
    public const int StackWord = 64;

    /// <summary>Characters of an essay for each distinct word, about; a longer essay repeats more of them.</summary>
    private const int CharactersAWord = 20;
    private const int MostExpected = 2_000;

    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <summary>A vocabulary for texts of so many characters.</summary>
    public Vocabulary(int characters) =>
        _words = new Dictionary<string, Word>(Math.Min(MostExpected, characters / CharactersAWord), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Stems of the words that carry a subject.</summary>
    public WordForms Stems { get; } = new();

    /// <summary>The words as the summary counts them; see <see cref="SummaryWord.FormOf"/>.</summary>
    public WordForms Forms { get; } = new();

    /// <summary>The word lists that hold a token of the essay.</summary>
    public WordLists ListsOf(ReadOnlySpan<char> token)
    {
        ref var word = ref Find(token);
        word.IsToken = true;
        return word.Lists;
    }

    /// <summary>Number of a word's stem; <see cref="WordForms.None"/> for words of grammar.</summary>
    public int StemOf(ReadOnlySpan<char> spelling)
    {
        ref var word = ref Find(spelling);
        if (word.Stem == Word.Unread)
        {
            var room = spelling.Length <= StackWord ? stackalloc char[StackWord] : new char[spelling.Length];
            word.Stem = (word.Lists & WordLists.SmallWords) != WordLists.None ? WordForms.None : Stems.NumberOf(Stemmer.Stem(spelling, room));
        }

        return word.Stem;
    }

    /// <summary>Number of a word's form for the summary.</summary>
    public int FormOf(ReadOnlySpan<char> spelling)
    {
        ref var word = ref Find(spelling);
        if (word.Form == Word.Unread)
        {
            var room = spelling.Length <= StackWord ? stackalloc char[StackWord] : new char[spelling.Length];
            word.Form = Forms.NumberOf(SummaryWord.FormOf(spelling, room));
        }

        return word.Form;
    }

    /// <summary>True when the essay somewhere writes the word without a capital: at the head of a sentence it is no name.</summary>
    public bool IsInLowerCase(ReadOnlySpan<char> token)
    {
        Span<char> lower = token.Length <= StackWord ? stackalloc char[token.Length] : new char[token.Length];
        token.ToLowerInvariant(lower);
        return lower.Length > 0 && char.IsLower(lower[0]) && _words.TryGetValue(lower, out var word) && word.IsToken;
    }

    private ref Word Find(ReadOnlySpan<char> spelling)
    {
        ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, spelling, out var known)!;
        if (!known)
        {
            word = new Word { Lists = Lexicon.Of(spelling), Stem = Word.Unread, Form = Word.Unread };
        }

        return ref word;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Word
    {
        /// <summary>The number of a stem or form that nobody has asked for yet.</summary>
        public const int Unread = -2;

        public WordLists Lists;
        public int Stem;
        public int Form;

        /// <summary>True for a token of a sentence; false for a part of one, such as "re" in "we’re".</summary>
        public bool IsToken;
    }
}
