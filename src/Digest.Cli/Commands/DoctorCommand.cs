using System.CommandLine;
using System.Net;
using Digest.Cli.Doctor;
using Microsoft.Extensions.Configuration;

namespace Digest.Cli.Commands;

/// <summary><c>digest doctor</c>: checks a configuration and says what to do about what it finds.</summary>
internal static class DoctorCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var server = new Option<string?>("--nameserver") { Description = "Address of the name server to ask, such as 9.9.9.9 or 127.0.0.1:5353; this machine's own when left out." };
        var selector = new Option<string[]>("--dkim-selector") { Description = "Selector of your DKIM key; may be given several times.", DefaultValueFactory = _ => [] };
        var command = new Command("doctor", "Checks settings, storage, whether drops wait, mail server, the sender's domain and the schedule. Sends nothing.") { server, selector };
        command.SetAction(async (parsed, token) =>
        {
            DnsClient? dns;
            if (parsed.GetValue(server) is not { } named)
            {
                dns = DnsClient.OfThisMachine();
            }
            else if (IPEndPoint.TryParse(named, out var endpoint))
            {
                dns = new DnsClient(new IPEndPoint(endpoint.Address, endpoint.Port == 0 ? 53 : endpoint.Port));
            }
            else
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"\"{named}\" is not an address of a name server.");
                return 1;
            }

            var settings = await LocalSettings.LoadAsync(LocalSettings.DefaultFolder, token);
            return await RunAsync(settings, dns, parsed.GetRequiredValue(selector), parsed.InvocationConfiguration.Output, token);
        });
        return command;
    }

    /// <summary>Prints a line for each finding.</summary>
    /// <returns>0 when nothing failed.</returns>
    internal static async Task<int> RunAsync(
        IConfiguration settings, DnsClient? dns, IReadOnlyList<string> selectors, TextWriter output, CancellationToken cancellationToken)
    {
        await using var services = LocalServices.Create(settings);
        var failed = false;
        await foreach (var finding in new Checkup(services, settings).RunAsync(dns, selectors, cancellationToken))
        {
            failed |= finding.Verdict == Verdict.Fail;
            var mark = finding.Verdict switch { Verdict.Ok => "ok  ", Verdict.Warn => "warn", _ => "FAIL" };
            await output.WriteLineAsync($"{mark}  {finding.Subject}: {finding.Text}");
        }

        return failed ? 1 : 0;
    }
}
