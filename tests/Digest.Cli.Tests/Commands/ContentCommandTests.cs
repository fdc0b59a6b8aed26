using System.CommandLine;
using System.Text.Json;
using Digest.Cli.Commands;
using Digest.Testing;
using Xunit;

namespace Digest.Cli.Tests.Commands;

/// <summary><c>digest extract</c> and <c>digest explain</c>, which need no storage.</summary>
public sealed class ContentCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digest-content-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Extract_writes_a_line_for_each_file_in_order_whatever_the_jobs()
    {
        var (code, one, _) = await Run("extract", Repository.PathOf("seeds"), "--jobs", "1");
        var (_, four, _) = await Run("extract", Repository.PathOf("seeds"), "--jobs", "4");

        var expected = Directory.EnumerateFiles(Repository.PathOf("seeds")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);
        Assert.Equal(0, code);
        Assert.Equal(expected, Lines(one).Select(line => line.GetProperty("file").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(Lines(one), line => Assert.NotEmpty(line.GetProperty("summary").GetString()!));
        Assert.Equal(one, four);
    }

    [Fact]
    public async Task Extract_writes_the_same_lines_to_a_file_and_says_how_many()
    {
        File.WriteAllText(Path.Combine(_folder, "empty.txt"), "");
        var target = Path.Combine(_folder, "out.jsonl");
        var essay = Directory.EnumerateFiles(Repository.PathOf("seeds")).First();

        var (code, output, _) = await Run("extract", essay, Path.Combine(_folder, "empty.txt"), "--jsonl", target);

        var lines = Lines(await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken)).ToList();
        Assert.Equal(0, code);
        Assert.StartsWith("1 essay and 1 problem", output, StringComparison.Ordinal);
        Assert.Equal(["problem", "ready"], lines.Select(line => line.GetProperty("status").GetString()!).Order(StringComparer.Ordinal));
        var problem = lines.Single(line => line.GetProperty("status").GetString() == "problem").GetProperty("problem");
        Assert.NotEmpty(problem.GetProperty("code").GetString()!);
        Assert.NotEmpty(problem.GetProperty("message").GetString()!);
    }

    [Theory]
    [InlineData("ferry.txt", "\u2022 It sails at six.", "\u2022 It returns at nine.")]
    [InlineData("ferry.md", "- It sails at six.", "- It returns at nine.")]
    [InlineData("numbers.md", "1. It sails at six.", "2. It returns at nine.")]
    public async Task Extract_writes_the_items_of_a_list_with_the_signs_that_mark_them(string name, string first, string second)
    {
        var essay = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(
            essay,
            $"The ferry\n\nThe island has one ferry, and the council has written down when it leaves and when it comes home.\n\n{first}\n{second}\n\nNobody has ever asked for more than that, and nobody has been told that he might.\n",
            TestContext.Current.CancellationToken);

        var (_, output, _) = await Run("extract", essay);

        var text = Lines(output).Single().GetProperty("text").GetString()!;
        Assert.Contains($"\n{first}\n{second}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extract_of_a_path_that_is_not_there_names_it_and_writes_nothing()
    {
        var missing = Path.Combine(_folder, "nowhere");

        var (code, output, errors) = await Run("extract", missing);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(missing, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("257")]
    public async Task Extract_refuses_a_number_of_jobs_out_of_range(string jobs)
    {
        var (code, _, errors) = await Run("extract", _folder, "--jobs", jobs);

        Assert.NotEqual(0, code);
        Assert.Contains("--jobs takes a number from 1 to 256.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_shows_every_stripped_block_with_its_rule_and_reason()
    {
        var essay = Path.Combine(_folder, "ferry.txt");
        const string Paragraph = "The ferry had crossed the estuary twice a day since before the war, and nobody on either bank could remember who had paid for it.";
        await File.WriteAllTextAsync(essay, $"The Ferry Nobody Ordered\n\nBy Jane Doe\n\n{Paragraph}\n\n{Paragraph.Replace("ferry", "boat", StringComparison.Ordinal)}\n\nSubscribe to our newsletter.\n", TestContext.Current.CancellationToken);

        var (code, output, _) = await Run("explain", essay);

        Assert.Equal(0, code);
        Assert.Contains("newsletter-call", output, StringComparison.Ordinal);
        Assert.Contains("by-line", output, StringComparison.Ordinal);
        Assert.Contains("The ferry had crossed", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_ends_with_1_for_a_problem_and_2_for_no_file()
    {
        var empty = Path.Combine(_folder, "empty.txt");
        await File.WriteAllTextAsync(empty, "", TestContext.Current.CancellationToken);

        Assert.Equal(1, (await Run("explain", empty)).Code);
        var (code, _, errors) = await Run("explain", Path.Combine(_folder, "nowhere.txt"));
        Assert.Equal(2, code);
        Assert.Contains("nowhere.txt", errors, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Errors)> Run(params string[] args)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await DigestCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = errors }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), errors.ToString());
    }

    private static IEnumerable<JsonElement> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);
}
