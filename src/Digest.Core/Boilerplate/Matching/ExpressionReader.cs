using System.Buffers;
using System.Globalization;

namespace Digest.Core.Boilerplate.Matching;

/// <summary>
/// Reads the literals out of an expression. It knows the part of the syntax that rules are written in: groups, alternatives,
/// repetitions, sets, escapes, anchors. Of anything else it says that nothing is known, which is always true.
/// </summary>
internal ref struct ExpressionReader
{
    private const int MostCopies = 4;
    private const int MostOptionalCopies = 2;

    private static readonly SearchValues<char> Signs = SearchValues.Create("\\^$.|?*+()[]{}");

    private readonly ReadOnlySpan<char> _expression;
    private int _at;
    private bool _isUnderstood = true;

    private ExpressionReader(ReadOnlySpan<char> expression) => _expression = expression;

    /// <summary>What is known of the texts that an expression matches without regard to case.</summary>
    public static KnownLiterals Read(ReadOnlySpan<char> expression)
    {
        var reader = new ExpressionReader(expression);
        var known = reader.Alternatives();
        return reader._isUnderstood && reader._at == expression.Length ? known : KnownLiterals.Unknown;
    }

    /// <summary>True for an expression that is no choice of alternatives.</summary>
    public static bool IsSequence(ReadOnlySpan<char> expression)
    {
        var reader = new ExpressionReader(expression);
        reader.Sequence();
        return reader._isUnderstood && reader._at == expression.Length;
    }

    private readonly bool IsAtEnd => _at >= _expression.Length;

    private readonly bool IsAt(char c) => !IsAtEnd && _expression[_at] == c;

    private bool Skip(ReadOnlySpan<char> sign)
    {
        var isThere = _expression[_at..].StartsWith(sign);
        _at += isThere ? sign.Length : 0;
        return isThere;
    }

    private KnownLiterals Alternatives()
    {
        var first = Sequence();
        if (!IsAt('|'))
        {
            return first;
        }

        var alternatives = new List<KnownLiterals> { first };
        while (Skip("|"))
        {
            alternatives.Add(Sequence());
        }

        return KnownLiterals.Either(alternatives);
    }

    private KnownLiterals Sequence()
    {
        var parts = new List<KnownLiterals>();
        while (!IsAtEnd && !IsAt('|') && !IsAt(')'))
        {
            var part = Part();
            var (fewest, most) = Repetition();
            parts.AddRange(Enumerable.Repeat(part, Math.Min(fewest, MostCopies)));
            parts.AddRange(fewest <= MostCopies && most - fewest <= MostOptionalCopies
                ? Enumerable.Repeat(KnownLiterals.Either([part, KnownLiterals.Empty]), most - fewest)
                : [KnownLiterals.Unknown]);
        }

        return parts.Count == 1 ? parts[0] : KnownLiterals.Sequence(parts);
    }

    private KnownLiterals Part()
    {
        var c = _expression[_at++];
        switch (c)
        {
            case '(':
                return Group();
            case '[':
                return Set();
            case '\\':
                return Escape();
            case '.':
                return KnownLiterals.Unknown;
            case '^' or '$':
                return KnownLiterals.Empty;
            default:
                _at--;
                return Word();
        }
    }

    /// <summary>Characters that stand for themselves, up to the next sign; the one before a repetition is a part of its own.</summary>
    private KnownLiterals Word()
    {
        var rest = _expression[_at..];
        var length = rest.IndexOfAny(Signs);
        length = length < 0 ? rest.Length : length;
        length -= length > 1 && length < rest.Length && rest[length] is '?' or '*' or '+' or '{' ? 1 : 0;
        length = Math.Max(1, length);
        _at += length;
        return Characters(rest[..length]);
    }

    private static KnownLiterals Characters(ReadOnlySpan<char> characters) =>
        KnownLiterals.Of(string.Create(characters.Length, characters, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = LiteralIndex.Fold(source[i]);
            }
        }));

    private KnownLiterals NotUnderstood()
    {
        _isUnderstood = false;
        _at = _expression.Length;
        return KnownLiterals.Unknown;
    }

    private KnownLiterals Group()
    {
        if (!Skip("?:") && !Skip("?-i:") && IsAt('?'))
        {
            return NotUnderstood();
        }

        var known = Alternatives();
        return Skip(")") ? known : NotUnderstood();
    }

    /// <summary>A set of a few characters is as good as alternatives; of ranges, classes and complements nothing is known.</summary>
    private KnownLiterals Set()
    {
        var isPlain = !Skip("^");
        var characters = new List<KnownLiterals>();
        while (!IsAtEnd && (characters.Count == 0 || !IsAt(']')))
        {
            if (IsAt('['))
            {
                return NotUnderstood();
            }

            isPlain &= characters.Count == 0 || !IsAt('-') || _expression[_at..].StartsWith("-]");
            var character = Skip("\\") ? Escape() : Characters(_expression.Slice(_at++, 1));
            isPlain &= character.Beginnings is [{ Text.Length: 1 }];
            characters.Add(character);
        }

        return !Skip("]") ? NotUnderstood() : isPlain ? KnownLiterals.Either(characters) : KnownLiterals.Unknown;
    }

    private KnownLiterals Escape()
    {
        if (IsAtEnd)
        {
            return NotUnderstood();
        }

        var c = _expression[_at++];
        switch (c)
        {
            case 'd':
                return Characters("0");
            case 'b' or 'B':
                return KnownLiterals.Empty;
            case 'w' or 'W' or 's' or 'S' or 'D':
                return KnownLiterals.Unknown;
            case 'p' or 'P' when IsAt('{') && _expression[_at..].IndexOf('}') is > 0 and var length:
                _at += length + 1;
                return KnownLiterals.Unknown;
            case 'u' when _at + 4 <= _expression.Length && ushort.TryParse(_expression.Slice(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return Characters([(char)code]);
            default:
                return char.IsLetterOrDigit(c) ? NotUnderstood() : Characters([c]);
        }
    }

    /// <summary>How often the part before may stand; a repetition without end is one of very many.</summary>
    private (int Fewest, int Most) Repetition()
    {
        var bounds = Skip("?") ? (0, 1) : Skip("*") ? (0, int.MaxValue) : Skip("+") ? (1, int.MaxValue) : IsAt('{') ? Counted() : (-1, -1);
        if (bounds == (-1, -1))
        {
            return (1, 1);
        }

        Skip("?");
        return bounds;
    }

    private (int Fewest, int Most) Counted()
    {
        var length = _expression[_at..].IndexOf('}');
        var counts = length < 0 ? [] : _expression.Slice(_at + 1, length - 1);
        var comma = counts.IndexOf(',');
        if (!int.TryParse(comma < 0 ? counts : counts[..comma], NumberStyles.None, CultureInfo.InvariantCulture, out var fewest))
        {
            NotUnderstood();
            return (0, int.MaxValue);
        }

        _at += length + 1;
        return comma < 0 ? (fewest, fewest)
            : (fewest, int.TryParse(counts[(comma + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : int.MaxValue);
    }
}
