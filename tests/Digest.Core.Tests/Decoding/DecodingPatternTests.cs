using System.Reflection;
using System.Text.RegularExpressions;
using Digest.Core.Decoding;
using Xunit;

namespace Digest.Core.Tests.Decoding;

/// <summary>The patterns of decoding run on an engine that can need more time than the text is long.</summary>
public sealed class DecodingPatternTests
{
    public static TheoryData<string, string, RegexOptions> Patterns =>
    [
        .. from type in typeof(DocumentDecoder).Assembly.GetTypes()
           where type.Namespace?.StartsWith(typeof(DocumentDecoder).Namespace!, StringComparison.Ordinal) == true
           from method in type.GetMethods(BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let pattern = method.GetCustomAttribute<GeneratedRegexAttribute>()
           where pattern is not null
           select new TheoryDataRow<string, string, RegexOptions>($"{type.Name}.{method.Name}", pattern.Pattern, pattern.Options),
    ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void No_text_leads_a_pattern_astray(string name, string pattern, RegexOptions options) => HostileTexts.AssertNoneLeadsAstray(name, pattern, options);
}
