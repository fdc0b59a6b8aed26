using System.Diagnostics;
using System.Globalization;
using Digest.Testing;
using Digest.Testing.Programs;

namespace Digest.Functions.Tests.Mail;

/// <summary>rspamd on a port of this machine with a folder of its own: its rules for content, and nothing that asks the network.</summary>
internal sealed class Rspamd : IAsyncDisposable
{
    // It compiles its patterns when it starts: a few seconds, more on a busy machine.
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Process _process;
    private readonly string _client;
    private readonly string _address;
    private readonly string _home;

    private Rspamd(Process process, string client, string address, string home) =>
        (_process, _client, _address, _home) = (process, client, address, home);

    public static async Task<Rspamd> StartAsync(string home)
    {
        var program = InstalledProgram.Find("rspamd", "rspamd");
        var client = InstalledProgram.Find("rspamc", "rspamd");
        var address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{LoopbackPort.Take()}");
        var settings = Path.Combine(home, "rspamd.conf");
        await File.WriteAllTextAsync(settings, Settings(home, address));
        string[] folders = ["DBDIR", "RUNDIR", "LOGDIR", "LOCAL_CONFDIR"];
        var process = InstalledProgram.Start(
            program, ["--no-fork", "--insecure", "--config", settings, .. folders.Select(folder => $"--var={folder}={home}")], home);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var rspamd = new Rspamd(process, client, address, home);
        for (var waited = TimeSpan.Zero; waited < StartLimit && !process.HasExited; waited += Pause)
        {
            if ((await rspamd.JudgeAsync("Subject: Is anybody there?\r\n\r\nHello.\r\n", "a@example.org", "b@example.org")).Contains("Action:", StringComparison.Ordinal))
            {
                return rspamd;
            }

            await Task.Delay(Pause);
        }

        await rspamd.DisposeAsync();
        throw new InvalidOperationException("rspamd did not start.");
    }

    /// <summary>What it says of a mail that a well set up server brings.</summary>
    public async Task<string> JudgeAsync(string mail, string from, string recipient) => (await InstalledProgram.RunAsync(
        _client,
        ["-h", _address, "--ip", "192.0.2.25", "--helo", "mail.example.org", "--hostname", "mail.example.org", "--from", from, "--rcpt", recipient, "symbols"],
        mail,
        _home)).Output;

    public ValueTask DisposeAsync()
    {
        InstalledProgram.Stop(_process);
        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    // The modules named are those that look at a message alone. The name server is a port where nobody answers.
    private static string Settings(string home, string address) =>
        $$"""
        options {
          .include "$CONFDIR/options.inc"
          pidfile = "{{home}}/rspamd.pid";
          control_socket = "{{home}}/rspamd.sock mode=0600";
          filters = "chartable,regexp";
          local_addrs = [];
          dns { nameserver = ["127.0.0.1:9"]; timeout = 0.1s; retransmits = 1; }
        }
        logging { type = "console"; level = "error"; }
        worker "normal" { bind_socket = "{{address}}"; count = 1; }
        lua = "$RULESDIR/rspamd.lua";
        .include "$CONFDIR/metrics.conf"
        .include "$CONFDIR/actions.conf"
        .include "$CONFDIR/groups.conf"
        .include "$CONFDIR/composites.conf"
        .include "$CONFDIR/modules.d/chartable.conf"
        .include "$CONFDIR/modules.d/maillist.conf"
        .include "$CONFDIR/modules.d/mid.conf"
        .include "$CONFDIR/modules.d/mime_types.conf"
        .include "$CONFDIR/modules.d/forged_recipients.conf"
        modules { path = "${PLUGINSDIR}"; }
        """;
}
