using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Cli.Commands;
using Digest.Cli.Doctor;
using Digest.Cli.Tools;
using Digest.Functions.Access;
using Digest.Functions.Mail;
using Digest.Functions.Storage;
using Digest.Testing;
using Digest.Testing.Smtp;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Digest.Cli.Tests.Doctor;

public sealed class CheckupTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_machine_that_runs_the_digest_is_well_and_is_told_the_next_five_dates()
    {
        await EnsureStorageAsync();
        await using var server = new ScriptedSmtpServer();
        var (exit, text) = await RunAsync(server.Port);
        Assert.True(exit == 0, text);
        Assert.DoesNotContain("FAIL", text, StringComparison.Ordinal);
        Assert.Equal(5, text.Split("Fri ").Length - 1);
        Assert.Contains("  Inbox: ", text, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_wrong_setting_and_a_silent_server_are_named()
    {
        var (exit, text) = await RunAsync(LoopbackPort.Take(), ("Digest:Issues:TimeZone", "Europe/Atlantis"));
        Assert.Equal(1, exit);
        Assert.Contains("FAIL  Settings: Digest:Issues:TimeZone", text, StringComparison.Ordinal);
        (exit, text) = await RunAsync(LoopbackPort.Take());
        Assert.Equal(1, exit);
        Assert.Contains("FAIL  Mail server", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_nothing_reads_is_named_and_the_rest_is_looked_at()
    {
        await EnsureStorageAsync();
        await using var server = new ScriptedSmtpServer();
        var (exit, text) = await RunAsync(server.Port, ("Digest:Smpt:Host", "mail.example.org"));
        Assert.True(exit == 0, text);
        Assert.Contains("warn  Settings: Digest:Smpt:Host is no setting, and nothing reads it. Did you mean Digest:Smtp:Host?", text, StringComparison.Ordinal);
        Assert.Contains("Schedule: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_that_does_not_answer_is_named()
    {
        var nowhere = Azurite.ConnectionStringFor(LoopbackPort.Take(), LoopbackPort.Take());
        var finding = Assert.Single(await new StorageReach(
            new BlobServiceClient(nowhere, new BlobClientOptions { Retry = { MaxRetries = 0 } }), new QueueServiceClient(nowhere)).ExamineAsync(CancellationToken.None));
        Assert.Equal((Verdict.Fail, "Storage"), (finding.Verdict, finding.Subject));
    }

    [Theory]
    [InlineData("right", "Ok")]
    [InlineData("wrong", "Fail")]
    public async Task The_login_is_tried_and_nothing_is_sent(string password, string verdict)
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { Login = ("digest", "right") });
        var finding = await new SmtpLogin(new SmtpOptions { Host = "127.0.0.1", Port = server.Port, UserName = "digest", Password = password })
            .ExamineAsync(CancellationToken.None);
        Assert.Equal(verdict, finding.Verdict.ToString());
        Assert.Empty(server.Received);
        Assert.DoesNotContain(password, finding.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_starttls_gets_no_password()
    {
        await using var server = new ScriptedSmtpServer(new SmtpServerOptions { Login = ("digest", "right") });
        var finding = await new SmtpLogin(new SmtpOptions { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.StartTls, UserName = "digest", Password = "right" })
            .ExamineAsync(CancellationToken.None);
        Assert.Equal(Verdict.Fail, finding.Verdict);
        Assert.Contains("STARTTLS", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, null, null, "Ok", "Closed to everybody.")]
    [InlineData(false, "ada", null, "Warn", "no sign-in is trusted")]
    [InlineData(true, null, null, "Warn", "nobody is let in")]
    [InlineData(true, "ada", null, "Ok", "Open to the accounts")]
    [InlineData(true, null, "Digest.Editor", "Ok", "Open to the accounts")]
    public void Who_can_use_the_editors_pages_is_said(bool trusted, string? editor, string? role, string verdict, string words)
    {
        var access = new AccessOptions { TrustPlatformPrincipal = trusted, EditorRole = role };
        if (editor is not null)
        {
            access.Editors.Add(editor);
        }

        var finding = EditorAccess.Examine(access);
        Assert.Equal(verdict, finding.Verdict.ToString());
        Assert.Contains(words, finding.Text, StringComparison.Ordinal);
    }

    private Task EnsureStorageAsync() => StorageSetup.EnsureAsync(
        new BlobServiceClient(azurite.ConnectionString), new QueueServiceClient(azurite.ConnectionString), CancellationToken.None);

    private async Task<(int Exit, string Text)> RunAsync(int smtpPort, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))
                .Append(new("AzureWebJobsStorage", azurite.ConnectionString))
                .Append(new("Digest:Smtp:Port", smtpPort.ToString(CultureInfo.InvariantCulture)))).Build();
        var output = new StringWriter();
        var exit = await DoctorCommand.RunAsync(configuration, dns: null, [], output, CancellationToken.None);
        return (exit, output.ToString());
    }
}
