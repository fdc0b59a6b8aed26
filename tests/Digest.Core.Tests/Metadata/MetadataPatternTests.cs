using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;
using Digest.Core.Metadata;
using Xunit;

namespace Digest.Core.Tests.Metadata;

/// <summary>
/// The expressions that read heads and bylines are tried with texts made of what they look for, over and over: the engine
/// that backtracks, on which they run, may not go astray. The engine that does not backtrack says what has to come out.
/// </summary>
public sealed class MetadataPatternTests
{
    private const int Length = 3_000;

    private static readonly string[] Pieces =
    [
        " ", "a", "A", "7", "12 ", "2024 ", "2024-05-06 ", "4/5/24 ", "5 May ", "Monday, ", "May 5, ", "3rd of ", "by ", "By: ", "Written by ", "Anna ", "from Leeds ", "and ", "; ", ",", ".",
        "| ", "- ", "the author ", "about the author: ", "editor's note: ", "is ", "also ", "teaches ", " at ", "opinion ", "guest essay", ": ", "@", "\u2022", "é", "世",
    ];

    public static TheoryData<string, string, RegexOptions> Patterns
    {
        get
        {
            var vocabulary = RuleSet.Default.Vocabulary;
            var names = new PersonNames(vocabulary);
            var words = new AuthorWords(vocabulary);
            object[] readers = [new BylineLineReader(vocabulary, names, words), new BioLineReader(vocabulary, names, words), new PublicationDateReader(vocabulary), new TitleReader(vocabulary)];
            return
            [
                .. from reader in readers
                   from member in reader.GetType().GetFields(BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
                   where member.FieldType == typeof(Regex)
                   let pattern = (Regex)member.GetValue(reader)!
                   where !pattern.Options.HasFlag(RegexOptions.NonBacktracking)
                   select new TheoryDataRow<string, string, RegexOptions>($"{reader.GetType().Name}.{member.Name}", pattern.ToString(), pattern.Options),
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void No_text_leads_a_pattern_astray(string name, string pattern, RegexOptions options)
    {
        // The limit of time ends what is exponential; what is polynomial is done in a thousandth of it.
        var shipped = new Regex(pattern, options, TimeSpan.FromSeconds(30));
        var linear = new Regex(pattern, options | RegexOptions.NonBacktracking);
        Assert.All(Texts(), text => Assert.True(Found(linear, text) == Found(shipped, text), name));
    }

    private static (bool, int, int) Found(Regex expression, string text)
    {
        var match = expression.Match(text);
        return (match.Success, match.Index, match.Length);
    }

    private static IEnumerable<string> Texts() =>
        from first in Pieces
        from repeated in Pieces
        select first + new StringBuilder(Length + repeated.Length).Insert(0, repeated, (Length / repeated.Length) + 1);
}
