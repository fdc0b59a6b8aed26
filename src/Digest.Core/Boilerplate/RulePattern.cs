using System.Text.RegularExpressions;
using Digest.Core.Blocks;

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
        _is = Compile(rule.Is, "^[^\\p{L}\\p{N}]*", "[^\\p{L}\\p{N}]*$");
        _starts = Compile(rule.Starts, "^[^\\p{L}\\p{N}]*", "");
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

        Match? last = null;
        foreach (var regex in (ReadOnlySpan<Regex?>)[_is, _starts, _contains])
        {
            if (regex is null)
            {
                continue;
            }

            last = regex.Match(form.Straight);
            if (!last.Success)
            {
                return null;
            }
        }

        return last is null || _unless?.IsMatch(form.Straight) == true ? null : block.Text.Substring(last.Index, last.Length).Trim();
    }

    private bool LooksAt(BlockKind kind) =>
        Rule.Kinds?.Contains(kind) ?? kind is not (BlockKind.Code or BlockKind.TableRow or BlockKind.Footnote);
}
