using System.Reflection;
using System.Text.RegularExpressions;
using Digest.Core.Boilerplate;
using Digest.Core.Metadata;
using Xunit;

namespace Digest.Core.Tests.Metadata;

/// <summary>The expressions that read heads and bylines run on an engine that can need more time than the text is long.</summary>
public sealed class MetadataPatternTests
{
    public static TheoryData<string, string, RegexOptions> Patterns
    {
        get
        {
            var vocabulary = RuleSet.Default.Vocabulary;
            var names = new PersonNames(vocabulary);
            var words = new AuthorWords(vocabulary);
            object[] readers = [new BylineLineReader(vocabulary, names, words), new RolesAmongNames(vocabulary, names, words), new WordsBehindNames(vocabulary, words), new BioLineReader(vocabulary, names, words), new AuthorPredicates(vocabulary, words), new PublicationDateReader(vocabulary), new TitleReader(vocabulary, new TitleFeatures(new BylineLineReader(vocabulary, names, words), words))];
            return
            [
                .. from reader in readers
                   from member in reader.GetType().GetFields(BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
                   where member.FieldType == typeof(Regex)
                   let pattern = (Regex)member.GetValue(reader)!
                   where !pattern.Options.HasFlag(RegexOptions.NonBacktracking)
                   select new TheoryDataRow<string, string, RegexOptions>($"{reader.GetType().Name}.{member.Name}", pattern.ToString(), pattern.Options),
                .. from owner in new[] { typeof(AuthorReview), typeof(DekWording), typeof(KeyPointReader) }
                   from member in owner.GetFields(BindingFlags.NonPublic | BindingFlags.Static)
                   where member.FieldType == typeof(Regex)
                   let pattern = (Regex)member.GetValue(null)!
                   select new TheoryDataRow<string, string, RegexOptions>($"{owner.Name}.{member.Name}", pattern.ToString(), pattern.Options),
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void No_text_leads_a_pattern_astray(string name, string pattern, RegexOptions options) => HostileTexts.AssertNoneLeadsAstray(name, pattern, options);
}
