using System.ComponentModel;
using System.Diagnostics;
using Digest.Testing;

namespace Digest.Deployment.Tests.Workflows;

/// <summary>The hooks parse in the shells that run them, where these are installed.</summary>
public sealed class HookTests
{
    public static TheoryData<string> Posix => Scripts("*.sh");

    public static TheoryData<string> PowerShell => Scripts("*.ps1");

    [Theory]
    [MemberData(nameof(Posix))]
    public async Task A_posix_hook_parses(string name) => Assert.Equal("", await RunAsync("sh", "-n", PathOf(name)));

    [Theory]
    [MemberData(nameof(Posix))]
    public async Task A_posix_hook_has_nothing_that_shellcheck_warns_of(string name) =>
        Assert.Equal("", await RunAsync("shellcheck", "--shell=sh", PathOf(name)));

    [Theory]
    [MemberData(nameof(PowerShell))]
    public async Task A_PowerShell_hook_parses(string name) => Assert.Equal("", await RunAsync(
        "pwsh", "-NoProfile", "-NonInteractive", "-Command",
        $"$e = $null; [void][System.Management.Automation.Language.Parser]::ParseFile('{PathOf(name)}', [ref]$null, [ref]$e); $e"));

    /// <summary>What a machine without PowerShell can see: brackets and quotes that are not closed, which is what editing breaks.</summary>
    [Theory]
    [MemberData(nameof(PowerShell))]
    public void A_PowerShell_hook_closes_what_it_opens(string name) => Assert.Equal("", PowerShellText.FirstUnclosed(File.ReadAllText(PathOf(name))));

    [Theory]
    [InlineData("if ($a) { b", "{")]
    [InlineData("b )", ")")]
    [InlineData("$x = \"a", "\"")]
    [InlineData("$x = 'a' # it's", "")]
    [InlineData("throw \"a $(b 'c)') `\" d\"", "")]
    [InlineData("( ]", "]")]
    public void The_reader_of_PowerShell_sees_what_it_must(string text, string expected) => Assert.Equal(expected, PowerShellText.FirstUnclosed(text));

    private static TheoryData<string> Scripts(string pattern) =>
        [.. Directory.GetFiles(Repository.PathOf("infra", "hooks"), pattern).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static string PathOf(string name) => Repository.PathOf("infra", "hooks", name);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} is not installed here.");
            return "";
        }

        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (output + await errors + (process.ExitCode == 0 ? "" : $"exit code {process.ExitCode}")).Trim();
        }
    }
}
