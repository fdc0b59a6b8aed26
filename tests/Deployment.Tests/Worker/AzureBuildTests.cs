using System.Diagnostics;
using System.Text.Json;
using Digest.Testing;

namespace Digest.Deployment.Tests.Worker;

/// <summary>What <c>dotnet publish src/Functions</c> builds, as the project file evaluates; the packages themselves are not needed for that.</summary>
public sealed class AzureBuildTests
{
    private static readonly string Project = Repository.PathOf("src", "Functions", "Functions.csproj");

    [Fact]
    public async Task Publishing_switches_the_worker_on_and_leaves_the_stand_ins_out()
    {
        var build = await EvaluateAsync(Project, "-p:_IsPublishing=true");
        Assert.Equal("true", build.Property("AzureWorker"));
        Assert.Equal("Exe", build.Property("OutputType"));
        Assert.Equal("v4", build.Property("AzureFunctionsVersion"));
        Assert.Contains("EVENT_GRID", build.Property("DefineConstants").Split(';'));
        Assert.Contains("AZURE_WORKER", build.Property("DefineConstants").Split(';'));
        Assert.DoesNotContain("TriggerAttributes.cs", build.Items("Compile"));
        Assert.Contains("Program.cs", build.Items("Compile"));
        Assert.Contains("Mail/MailKitSender.cs", build.Items("Compile"));
        Assert.Contains("Microsoft.Azure.Functions.Worker.Sdk", build.Items("PackageReference"));
        Assert.Contains("MailKit", build.Items("PackageReference"));
        Assert.Contains("host.json", build.Items("None"));

        // The extensions bring the storage clients that they were built with; an older pin would be a downgrade.
        Assert.DoesNotContain("Azure.Storage.Blobs", build.Items("PackageReference"));
    }

    [Fact]
    public async Task A_plain_build_needs_no_package_of_the_worker()
    {
        var build = await EvaluateAsync(Project);
        Assert.Equal("false", build.Property("AzureWorker"));
        Assert.DoesNotContain(build.Items("PackageReference"), p => p.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal) || p == "MailKit");
        Assert.Contains("TriggerAttributes.cs", build.Items("Compile"));
        Assert.DoesNotContain("Program.cs", build.Items("Compile"));
        Assert.DoesNotContain("EVENT_GRID", build.Property("DefineConstants").Split(';'));
    }

    [Fact]
    public async Task A_worker_beside_the_emulator_polls()
    {
        var build = await EvaluateAsync(Project, "-p:_IsPublishing=true", "-p:BlobPolling=true");
        Assert.DoesNotContain("EVENT_GRID", build.Property("DefineConstants").Split(';'));
        Assert.Contains("AZURE_WORKER", build.Property("DefineConstants").Split(';'));
    }

    [Fact]
    public async Task The_project_that_the_functions_sdk_generates_below_obj_is_left_alone()
    {
        var folder = Repository.PathOf("src", "Functions", "obj", "t" + Path.GetRandomFileName(), "WorkerExtensions");
        Directory.CreateDirectory(folder);
        try
        {
            var generated = Path.Combine(folder, "WorkerExtensions.csproj");
            await File.WriteAllTextAsync(generated, "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>");
            var build = await EvaluateAsync(generated);
            Assert.NotEqual("true", build.Property("ManagePackageVersionsCentrally"));
            Assert.NotEqual("true", build.Property("TreatWarningsAsErrors"));
            Assert.Empty(build.Items("PackageReference"));
            Assert.Empty(build.Items("PrunePackageReference"));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        }
    }

    private static async Task<Evaluation> EvaluateAsync(string project, params string[] properties)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        foreach (var argument in (string[])
        [
            "msbuild", project, .. properties, "-nodeReuse:false",
            "-getProperty:AzureWorker,OutputType,AzureFunctionsVersion,DefineConstants,ManagePackageVersionsCentrally,TreatWarningsAsErrors",
            "-getItem:Compile,None,PackageReference,PrunePackageReference",
        ])
        {
            start.ArgumentList.Add(argument);
        }

        // The test runner's own build variables must not reach this evaluation.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("MSBuildSDKsPath");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output + await errors);
        return new Evaluation(JsonDocument.Parse(output).RootElement);
    }

    private sealed record Evaluation(JsonElement Json)
    {
        public string Property(string name) => Json.GetProperty("Properties").GetProperty(name).GetString()!;

        public IReadOnlyList<string> Items(string name) =>
            [.. Json.GetProperty("Items").GetProperty(name).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!.Replace('\\', '/'))];
    }
}
