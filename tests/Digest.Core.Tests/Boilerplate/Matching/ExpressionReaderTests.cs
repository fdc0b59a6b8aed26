using System.Text.RegularExpressions;
using Digest.Core.Boilerplate.Matching;
using Xunit;

namespace Digest.Core.Tests.Boilerplate.Matching;

/// <summary>What is read out of an expression holds for every text that it matches.</summary>
public sealed class ExpressionReaderTests
{
    [Theory]
    [InlineData("^(?:home|start page)$", "home|start ", "home|start ")]
    [InlineData("(?:the )?ends?", "the en|end|ends", "the en|end|ends")]
    [InlineData("page \\d+(?: of \\d+)?", "page 0", "page 0")]
    [InlineData("colou?r", "color|colour", "color|colour")]
    [InlineData("\\S+@\\S+", "", "@")]
    [InlineData(".{2,80} is an? (?:\\S+ ){0,5}think[ -]tank", "", " is a | is an")]
    [InlineData("(?-i:\\p{Lu}[\\p{L}'-]+) reads", "", " reads")]
    [InlineData("\\u2192 ?more", "\u2192 more|\u2192more", "\u2192 more|\u2192more")]
    [InlineData("New\\ York", "new yo", "new yo")]
    [InlineData("v{2}x", "vvx", "vvx")]
    [InlineData("[^a-z]+", "", "")]
    [InlineData("a|\\w", "|a", "")]
    public void The_literals_of_an_expression_are_read(string expression, string beginnings, string piece)
    {
        var known = ExpressionReader.Read(expression);
        Assert.Equal(beginnings.Split('|').Order(StringComparer.Ordinal), known.Beginnings.Select(b => b.Text).Order(StringComparer.Ordinal));
        Assert.Equal(piece.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), (known.Pieces.FirstOrDefault() ?? []).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("^.{2,9}(?:a|b)[|]\\|$", true)]
    [InlineData("^a$|^b$", false)]
    [InlineData("^(?<x>a)$", false)]
    public void A_sequence_is_told_from_a_choice(string expression, bool isSequence) => Assert.Equal(isSequence, ExpressionReader.IsSequence(expression));

    [Theory]
    [InlineData("(?<x>a)b")]
    [InlineData("(?>ab)c")]
    [InlineData("(a)\\1")]
    [InlineData("[a-z-[aeiou]]x")]
    [InlineData("\\x41b")]
    [InlineData("ab)c")]
    [InlineData("(?x)a b")]
    public void Of_what_it_does_not_know_nothing_is_said(string expression)
    {
        var known = ExpressionReader.Read(expression);
        Assert.Equal([""], known.Beginnings.Select(b => b.Text));
        Assert.Empty(known.Pieces);
    }

    [Theory]
    [InlineData("(?:a|bc+)?d{0,2}(?:e|f)*?[gh]i", "ddgi|bcccddefefhi|gi|adgi")]
    [InlineData("x(?:y{3,}|z?)w", "xyyyyw|xzw|xw")]
    [InlineData("(?:one|two)(?: (?:three|four))* \\d{1,3}", "one 7|TWO three four 123|two 12")]
    [InlineData("[]a]b|[^]a]c", "]b|ab|xc")]
    [InlineData("K\\.?elvin", "\u212Aelvin|k.ELVIN")]
    public void What_is_read_holds_for_every_match(string expression, string texts)
    {
        var known = ExpressionReader.Read(expression);
        foreach (var text in texts.Split('|'))
        {
            Assert.Matches(new Regex($"^(?:{expression})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(30)), text);
            var folded = string.Concat(text.Select(LiteralIndex.Fold));
            Assert.Contains(known.Beginnings, b => b.IsCut ? folded.StartsWith(b.Text, StringComparison.Ordinal) : folded == b.Text);
            Assert.All(known.Pieces, set => Assert.Contains(set, p => folded.Contains(p, StringComparison.Ordinal)));
        }
    }
}
