using Digest.Core.Boilerplate;
using Digest.Core.Essays;
using Digest.Testing;
using Xunit;

namespace Digest.Core.Tests.Essays;

/// <summary>
/// Hostile and damaged drops. The long form, with as many inputs as wanted, is
/// <c>dotnet run -c Release --project benchmarks/Digest.Benchmarks -- fuzz 1000000 1</c>.
/// </summary>
public sealed class FuzzTests
{
    private const int Inputs = 2_000;

    [Fact]
    public void Any_bytes_end_as_an_essay_or_a_problem_and_every_block_is_accounted_for()
    {
        var drops = new DropMutator(Directory.EnumerateFiles(Repository.PathOf("tests", "cases"), "essay.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes), seed: 20_240_303);
        var reader = new EssayReader(RuleSet.Default);
        for (var i = 0; i < Inputs; i++)
        {
            var drop = drops.Next();
            Assert.Null(DropCheck.Fault(reader, drop));
        }
    }
}
