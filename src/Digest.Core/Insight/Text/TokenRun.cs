namespace Digest.Core.Insight.Text;

/// <summary>The tokens of one sentence. Asking beyond either end is allowed and finds nothing.</summary>
internal sealed class TokenRun
{
    private readonly string _text;
    private readonly List<Token> _tokens = [];

    public TokenRun(string text, TextRange sentence, DecimalMark mark = DecimalMark.Point)
    {
        _text = text;
        Sentence = sentence;
        DecimalMark = mark;
        Tokenizer.Read(text, sentence, mark, _tokens);
    }

    public TextRange Sentence { get; }

    /// <summary>How the numbers are written.</summary>
    public DecimalMark DecimalMark { get; }

    public int Count => _tokens.Count;

    public Token this[int i] => i >= 0 && i < _tokens.Count ? _tokens[i] : default;

    public TokenKind Kind(int i) => this[i].Kind;

    public ReadOnlySpan<char> Word(int i) => _text.AsSpan(this[i].Start, this[i].End - this[i].Start);

    public bool Is(int i, string word) => Word(i).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool In(int i, WordSet words) => Kind(i) == TokenKind.Word && words.Contains(Word(i));

    public bool IsMark(int i, char mark) => Kind(i) == TokenKind.Mark && _text[this[i].Start] == mark;

    public bool IsOpeningMark(int i) => Kind(i) == TokenKind.Mark && _text[this[i].Start] is '(' or '[' or '“' or '"' or '‘' or '«' or '„';

    /// <summary>True when no white space stands between this token and the one before it.</summary>
    public bool Glued(int i) => i > 0 && i < _tokens.Count && _tokens[i].Start == _tokens[i - 1].End;

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

    /// <summary>The characters from one token up to, but not including, another.</summary>
    public ReadOnlySpan<char> Span(int first, int end) => first < end ? _text.AsSpan(this[first].Start, this[end - 1].End - this[first].Start) : default;

    /// <summary>The text from one token up to, but not including, another.</summary>
    public string Text(int first, int end) => Span(first, end).ToString();
}
