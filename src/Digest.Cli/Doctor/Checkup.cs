using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Subscribers;
using Digest.Functions;
using Digest.Functions.Access;
using Digest.Functions.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Digest.Cli.Doctor;

/// <summary>All checks of <c>digest doctor</c>, in the order a person would look.</summary>
/// <param name="services">The digest's services.</param>
/// <param name="configuration">Its settings.</param>
internal sealed class Checkup(IServiceProvider services, IConfiguration configuration)
{
    private const int DatesShown = 5;

    /// <summary>Runs them.</summary>
    /// <param name="dns">Name server for the sender's domain; null when this machine has none.</param>
    /// <param name="selectors">Selectors of DKIM.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<Finding> RunAsync(
        DnsClient? dns, IReadOnlyList<string> selectors, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var settings = Settings();
        foreach (var finding in settings)
        {
            yield return finding;
        }

        var storage = await new StorageReach(
            services.GetRequiredService<BlobServiceClient>(), services.GetRequiredService<QueueServiceClient>()).ExamineAsync(cancellationToken);
        foreach (var finding in storage)
        {
            yield return finding;
        }

        if (storage.All(f => f.Verdict != Verdict.Fail))
        {
            yield return await new WaitingDrops(services.GetRequiredService<IInbox>(), services.GetRequiredService<IEssayStore>())
                .ExamineAsync(services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
        }

        // What follows reads the settings, and can't where they are wrong.
        if (settings.Any(f => f.Verdict == Verdict.Fail))
        {
            yield break;
        }

        yield return await new SmtpLogin(services.GetRequiredService<SmtpOptions>()).ExamineAsync(cancellationToken);
        foreach (var finding in await SenderAsync(dns, selectors, cancellationToken))
        {
            yield return finding;
        }

        yield return Schedule();
        yield return EditorAccess.Examine(services.GetRequiredService<AccessOptions>());
    }

    private List<Finding> Settings()
    {
        var sections = services.GetServices<SettingsSection>().ToList();
        var findings = new SettingNames(sections).Examine(configuration).ToList();
        foreach (var section in sections)
        {
            try
            {
                _ = section.Read(services);
            }
            catch (OptionsValidationException e)
            {
                findings.AddRange(e.Failures.Select(failure => Finding.Fail("Settings", failure)));
            }
        }

        return findings.Count > 0 ? findings : [Finding.Ok("Settings", "All are known and within their limits.")];
    }

    private async Task<IReadOnlyList<Finding>> SenderAsync(DnsClient? dns, IReadOnlyList<string> selectors, CancellationToken cancellationToken)
    {
        if (Composition.UsesEmulator(configuration))
        {
            return [Finding.Ok("Sender's domain", "Not looked at: storage is the emulator, so nothing is sent to the world.")];
        }

        var unsubscribe = services.GetRequiredService<SubscriberLinks>().Unsubscribe(new string('0', 64));
        return dns is null
            ? [Finding.Warn("DNS", "This machine names no name server. Name one with --nameserver.")]
            : await new SenderDomain(dns.TextsAsync).ExamineAsync(services.GetRequiredService<MailOptions>(), unsubscribe, selectors, cancellationToken);
    }

    private Finding Schedule()
    {
        var schedule = services.GetRequiredService<IssueSchedule>();
        var dates = new List<string>();
        var after = services.GetRequiredService<TimeProvider>().GetUtcNow();
        while (dates.Count < DatesShown && schedule.NextAfter(after) is { } next)
        {
            dates.Add(next.ToString("ddd d MMM yyyy HH:mm zzz", CultureInfo.InvariantCulture));
            after = next;
        }

        return dates.Count == 0
            ? Finding.Fail("Schedule", "No issue is ever due. Change Digest:Issues:Schedule.")
            : Finding.Ok("Schedule", $"{schedule.Zone.Id}; the next issues: {string.Join("; ", dates)}");
    }
}
