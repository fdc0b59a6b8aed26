namespace Digest.Core.Insight.Text;

/// <summary>The tokens of one sentence. Asking beyond either end is allowed and finds nothing.</summary>
internal sealed class TokenRun
{
    private readonly string _text;
    private readonly Token[] _tokens;

    /// <summary>Reads the tokens of a sentence.</summary>
    /// <param name="text">The text the sentence stands in.</param>
    /// <param name="sentence">Where it stands.</param>
    /// <param name="mark">How its numbers are written.</param>
    /// <param name="vocabulary">The words of the essay; those of the sentence are added.</param>
    /// <param name="room">Where the tokens are gathered; cleared before.</param>
    public TokenRun(string text, TextRange sentence, DecimalMark mark, Vocabulary vocabulary, List<Token> room)
    {
        _text = text;
        DecimalMark = mark;
        room.Clear();
        Tokenizer.Read(text, sentence, mark, vocabulary, room);
        _tokens = [.. room];
        var isInCapitals = true;
        foreach (ref readonly var token in _tokens.AsSpan())
        {
            Lists |= token.Lists;
            HasNumber |= token.Kind == TokenKind.Number;
            isInCapitals &= token.Kind != TokenKind.Word || char.IsUpper(text[token.End - 1]);
        }

        if (!isInCapitals && AnyIn(WordLists.Stops))
        {
            UnlistAcronyms();
        }
    }

    /// <summary>"120 US soldiers", "80 WHO doctors", "an IT specialist": names, where the sentence is not all capitals. Other words of grammar in capitals are stressed.</summary>
    private void UnlistAcronyms()
    {
        foreach (ref var token in _tokens.AsSpan())
        {
            if ((token.Lists & WordLists.Stops) != WordLists.None && _text.AsSpan(token.Start, token.End - token.Start) is "US" or "IT" or "WHO")
            {
                token = token with { Lists = token.Lists & ~WordLists.Stops };
            }
        }
    }

    /// <summary>How the numbers are written.</summary>
    public DecimalMark DecimalMark { get; }

    /// <summary>The word lists that hold one of its words.</summary>
    public WordLists Lists { get; }

    /// <summary>True when digits stand in it.</summary>
    public bool HasNumber { get; }

    public int Count => _tokens.Length;

    public Token this[int i] => (uint)i < (uint)_tokens.Length ? _tokens[i] : default;

    public TokenKind Kind(int i) => (uint)i < (uint)_tokens.Length ? _tokens[i].Kind : TokenKind.None;

    public ReadOnlySpan<char> Word(int i)
    {
        if ((uint)i >= (uint)_tokens.Length)
        {
            return default;
        }

        ref readonly var token = ref _tokens[i];
        return _text.AsSpan(token.Start, token.End - token.Start);
    }

    /// <summary>True when the token is a word, in capitals or not.</summary>
    public bool Is(int i, string word)
    {
        if ((uint)i >= (uint)_tokens.Length)
        {
            return false;
        }

        ref readonly var token = ref _tokens[i];
        return token.End - token.Start == word.Length && _text.AsSpan(token.Start, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True when the token is one of some words, in capitals or not.</summary>
    public bool Is(int i, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(i, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a word stands among the tokens from one to before another.</summary>
    public bool Any(int from, int end, string word)
    {
        var i = Math.Max(from, 0);
        while (i < end && !Is(i, word))
        {
            i++;
        }

        return i < end;
    }

    /// <summary>True when one of the lists holds the word.</summary>
    public bool In(int i, WordLists lists) => (uint)i < (uint)_tokens.Length && (_tokens[i].Lists & lists) != WordLists.None;

    /// <summary>True when one of the lists holds one of the words.</summary>
    public bool AnyIn(WordLists lists) => (Lists & lists) != WordLists.None;

    public bool IsMark(int i, char mark) => Kind(i) == TokenKind.Mark && _text[this[i].Start] == mark;

    /// <summary>True when the token is one of some marks.</summary>
    public bool IsMark(int i, string marks) => Kind(i) == TokenKind.Mark && marks.Contains(_text[this[i].Start], StringComparison.Ordinal);

    public bool IsOpeningMark(int i) => Kind(i) == TokenKind.Mark && _text[this[i].Start] is '(' or '[' or '“' or '"' or '‘' or '«' or '„';

    /// <summary>True when no white space stands between this token and the one before it.</summary>
    public bool Glued(int i) => i > 0 && i < _tokens.Length && _tokens[i].Start == _tokens[i - 1].End;

    public bool IsCapital(int i) => Kind(i) == TokenKind.Word && char.IsUpper(_text[this[i].Start]);

    /// <summary>True for the first word of the sentence, also behind quotation marks, and for a word after a colon.</summary>
    public bool OpensSentence(int i)
    {
        var before = i - 1;
        while (before >= 0 && Kind(before) is TokenKind.Mark or TokenKind.Dash or TokenKind.Possessive)
        {
            if (IsMark(before, ':') || IsMark(before, ';') || IsMark(before, '?') || IsMark(before, '!') || IsMark(before, '.'))
            {
                return true;
            }

            before--;
        }

        return before < 0;
    }

    /// <summary>The first token that begins at a character of the text or behind it.</summary>
    public int IndexAt(int start)
    {
        var (low, high) = (0, _tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _tokens[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The characters from one token up to, but not including, another.</summary>
    public ReadOnlySpan<char> Span(int first, int end) => first < end ? _text.AsSpan(this[first].Start, this[end - 1].End - this[first].Start) : default;

    /// <summary>The text from one token up to, but not including, another.</summary>
    public string Text(int first, int end) => Span(first, end).ToString();
}
