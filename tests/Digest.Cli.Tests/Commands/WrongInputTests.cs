using Digest.Core.Subscribers;
using Digest.Testing;
using Xunit;

namespace Digest.Cli.Tests.Commands;

/// <summary>What was typed or set wrongly is told in a sentence that names it, never with a stack trace.</summary>
public sealed class WrongInputTests(AzuriteFixture fixture) : IDisposable
{
    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("send-test nope", "An address has a name")]
    [InlineData("up --port 99999", "--port takes a number from 1 to 65535.")]
    [InlineData("up --blob-port 0", "--blob-port takes a number from 1 to 65535.")]
    public async Task On_the_command_line(string line, string named)
    {
        _terminal.Environment["AzureWebJobsStorage"] = fixture.ConnectionString;
        Assert.Contains(named, await _terminal.FailAsync(line), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage", "garbage", "doctor", "AzureWebJobsStorage is no connection string of storage.")]
    [InlineData("AzureWebJobsStorage__blobServiceUri", "https://a.blob.core.windows.net", "essays", "AzureWebJobsStorage__queueServiceUri is missing")]
    [InlineData("AzureWebJobsStorage__queueServiceUri", "https://a.queue.core.windows.net", "essays", "AzureWebJobsStorage__blobServiceUri is missing")]
    [InlineData("AzureWebJobsStorage__blobServiceUri", "a.blob.core.windows.net", "doctor", "AzureWebJobsStorage__blobServiceUri is \"a.blob.core.windows.net\"")]
    [InlineData("AzureWebJobsStorage__blobServiceUri", "http://a.blob.core.windows.net", "essays", "no https address")]
    [InlineData("Digest__Issues__MaxEssays", "abc", "assemble", "Digest:Issues:MaxEssays")]
    [InlineData("Digest__Smtp__Port", "x", "send-test ada@example.org", "Digest:Smtp:Port")]
    [InlineData("Digest__Smtp__Port", "x", "up --once", "Digest:Smtp:Port")]
    public async Task In_the_environment(string name, string value, string line, string named)
    {
        _terminal.Environment["AzureWebJobsStorage"] = fixture.ConnectionString;
        _terminal.Environment[name] = value;
        var problem = await _terminal.FailAsync(line);
        Assert.Contains(named, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_file_of_settings()
    {
        _terminal.Environment["AzureWebJobsStorage"] = fixture.ConnectionString;
        _terminal.Write("digest.settings.json", "{ \"Digest\": {\n  \"Site\": { \"Title\": \"Bread\" }\n");
        var problem = await _terminal.FailAsync("essays");
        Assert.Contains("digest.settings.json", problem, StringComparison.Ordinal);
        Assert.Contains("LineNumber", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_of_the_first_run_is_written_anew()
    {
        _terminal.Environment["AzureWebJobsStorage"] = fixture.ConnectionString;
        _terminal.Write(".digest/settings.json", "");
        Assert.Equal(0, (await _terminal.RunAsync("essays")).Code);
        Assert.Contains("Digest:Tokens:Keys:local", File.ReadAllText(Path.Combine(_terminal.Folder, ".digest", "settings.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file()
    {
        _terminal.Write("data", "text");
        Assert.Contains("can't hold the data", await _terminal.FailAsync("up --once --data data"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_find_the_emulator_that_was_given_other_ports()
    {
        var uri = new Azure.Storage.Blobs.BlobServiceClient(fixture.ConnectionString).Uri;
        var queue = new Azure.Storage.Queues.QueueServiceClient(fixture.ConnectionString).Uri;
        await LocalSettings.StorePortsAsync(Path.Combine(_terminal.Folder, ".digest"), new LocalPorts(Blob: uri.Port, Queue: queue.Port), CancellationToken.None);
        Assert.Equal((0, ""), await CodeAndErrorsAsync("essays"));
    }

    [Fact]
    public async Task A_key_of_this_machine_signs_nothing_on_the_storage_of_the_app()
    {
        _terminal.Write(".digest/settings.json", $$"""{ "Digest:Tokens:Keys:local": "{{TokenOptions.NewKey()}}" }""");
        OnRealStorage();
        Assert.Contains("Set Digest:Tokens:Keys:k1", await _terminal.FailAsync("subscribers erase ada@example.org"), StringComparison.Ordinal);
        File.Delete(Path.Combine(_terminal.Folder, ".digest", "settings.json"));
        Assert.Contains("Set Digest:Tokens:Keys:k1", await _terminal.FailAsync("subscribers erase ada@example.org"), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_terminal.Folder, ".digest", "settings.json")), "No key was made.");
    }

    [Theory]
    [InlineData("assemble")]
    [InlineData("essays withdraw 0123456789abcdef")]
    [InlineData("preview")]
    public async Task What_is_written_into_the_app_s_site_has_no_defaults(string line)
    {
        OnRealStorage();
        _terminal.Environment["Digest__Site__BaseUrl"] = "https://digest.example.org/";
        var problem = await _terminal.FailAsync(line);
        Assert.Contains("Set Digest:Site:Title to what the app has", problem, StringComparison.Ordinal);
        Assert.Contains("Set Digest:Site:SubscribeUrl to what the app has", problem, StringComparison.Ordinal);
    }

    private void OnRealStorage()
    {
        // Nothing answers there: what is wrong is told before anybody asks.
        _terminal.Environment["AzureWebJobsStorage__blobServiceUri"] = "https://nobody.invalid";
        _terminal.Environment["AzureWebJobsStorage__queueServiceUri"] = "https://nobody.invalid";
    }

    private async Task<(int Code, string Errors)> CodeAndErrorsAsync(string line)
    {
        var (code, _, errors) = await _terminal.RunAsync(line);
        return (code, errors);
    }
}
