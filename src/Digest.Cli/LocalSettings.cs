using System.Globalization;
using System.Text.Json;
using Digest.Cli.Tools;
using Digest.Core.Subscribers;
using Digest.Functions;
using Microsoft.Extensions.Configuration;

namespace Digest.Cli;

/// <summary>Ports of one machine.</summary>
/// <param name="Site">The site, the feeds and the HTTP functions.</param>
/// <param name="Blob">Blobs of the storage emulator.</param>
/// <param name="Queue">Queues of the storage emulator.</param>
/// <param name="Smtp">SMTP of the mailbox.</param>
/// <param name="Mailbox">Web page of the mailbox.</param>
public sealed record LocalPorts(
    int Site = 7071,
    int Blob = Azurite.DefaultBlobPort,
    int Queue = Azurite.DefaultQueuePort,
    int Smtp = Mailbox.DefaultSmtpPort,
    int Mailbox = Mailbox.DefaultWebPort);

/// <summary>
/// Settings of the commands. Later ones win: what fits one machine; <c>settings.json</c> in the data folder (made by the
/// first run); <c>digest.settings.json</c> in the current folder (yours); environment variables, with <c>__</c> for <c>:</c>.
/// </summary>
public static class LocalSettings
{
    /// <summary>The data folder when none is named.</summary>
    public const string DefaultFolder = ".digest";

    /// <summary>Builds the settings.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="ports">Ports of this machine's servers.</param>
    public static IConfigurationRoot Build(string folder, LocalPorts ports) => new ConfigurationBuilder()
        .AddInMemoryCollection(Defaults(ports))
        .AddJsonFile(Path.GetFullPath(Path.Combine(folder, "settings.json")), optional: true)
        .AddJsonFile(Path.GetFullPath("digest.settings.json"), optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>Writes the settings that must stay the same from run to run and be known to nobody else: the token key.</summary>
    public static async Task EnsureSecretsAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "settings.json");
        if (File.Exists(path))
        {
            return;
        }

        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Digest:Tokens:Keys:local"] = TokenOptions.NewKey() };
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(settings), cancellationToken);
    }

    private static Dictionary<string, string?> Defaults(LocalPorts ports)
    {
        var site = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{ports.Site}");
        return new(StringComparer.OrdinalIgnoreCase)
        {
            [Composition.StorageConnection] = Azurite.ConnectionStringFor(ports.Blob, ports.Queue),
            ["Digest:Site:BaseUrl"] = site,
            ["Digest:Smtp:Host"] = "127.0.0.1",
            ["Digest:Smtp:Port"] = ports.Smtp.ToString(CultureInfo.InvariantCulture),
        };
    }
}
