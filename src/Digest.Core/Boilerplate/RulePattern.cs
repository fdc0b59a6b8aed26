using System.Text.RegularExpressions;
using Digest.Core.Blocks;
using Digest.Core.Insight;

namespace Digest.Core.Boilerplate;

/// <summary>A rule made ready to match. Matching is linear in the length of the text: the engine does not backtrack.</summary>
internal sealed class RulePattern
{
    private const RegexOptions Engine = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private readonly Regex? _is;
    private readonly Regex? _starts;
    private readonly Regex? _contains;
    private readonly Regex? _unless;

    public RulePattern(Rule rule, Vocabulary vocabulary)
    {
        Rule = rule;
        _is = Compile(rule.Is, "^", "$");
        _starts = Compile(rule.Starts, "^", "");
        _contains = Compile(rule.Contains, "", "");
        _unless = Compile(rule.Unless, "", "");

        Regex? Compile(IReadOnlyList<string>? alternatives, string before, string after)
        {
            if (alternatives is null)
            {
                return null;
            }

            var where = $"{rule.File}: rule '{rule.Id}'";
            try
            {
                return new Regex(before + "(?:" + string.Join('|', alternatives.Select(a => vocabulary.Expand(a, where))) + ")" + after, Engine);
            }
            catch (Exception e) when (e is ArgumentException or NotSupportedException)
            {
                throw new RuleSetException($"{where}: {e.Message}", e);
            }
        }
    }

    public Rule Rule { get; }

    /// <summary>The matched words, or null when the rule does not match this block on its own.</summary>
    public string? Match(Block block, BlockForm form)
    {
        if (form.Words > Rule.MaxWords || (Rule.OnlyLines && form.EndsAsSentence) || !LooksAt(block.Kind))
        {
            return null;
        }

        TextRange? last = null;
        if (!Matches(_is, form.Core, ref last) || !Matches(_starts, form.Core, ref last))
        {
            return null;
        }

        var offset = last is null ? 0 : form.CoreStart;
        if (!Matches(_contains, form.Straight, ref last) || last is not { } found || _unless?.IsMatch(form.Straight) == true)
        {
            return null;
        }

        return block.Text.Substring(found.Start + (_contains is null ? offset : 0), found.Length).Trim();
    }

    private static bool Matches(Regex? regex, ReadOnlySpan<char> text, ref TextRange? last)
    {
        if (regex is null)
        {
            return true;
        }

        foreach (var match in regex.EnumerateMatches(text))
        {
            last = new TextRange(match.Index, match.Index + match.Length);
            return true;
        }

        return false;
    }

    private bool LooksAt(BlockKind kind) =>
        Rule.Kinds?.Contains(kind) ?? kind is not (BlockKind.Code or BlockKind.TableRow or BlockKind.Footnote);
}
