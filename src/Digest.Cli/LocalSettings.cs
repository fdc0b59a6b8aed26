using System.Globalization;
using System.Text.Json;
using Digest.Cli.Tools;
using Digest.Core.Subscribers;
using Digest.Functions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

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
/// first run, and read with the emulator only: a key of this machine signs nothing of the app's);
/// <c>digest.settings.json</c> in the current folder (yours); environment variables, with <c>__</c> for <c>:</c>.
/// </summary>
public static class LocalSettings
{
    /// <summary>The data folder when none is named.</summary>
    public const string DefaultFolder = ".digest";

    private const string Yours = "digest.settings.json";

    /// <summary>Settings of a command: with the ports of the <c>digest up</c> of the folder, and the key that it signs with.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ToolException">A file of settings can't be read or written.</exception>
    /// <exception cref="OptionsValidationException">No storage is named, or not properly.</exception>
    public static async Task<IConfigurationRoot> LoadAsync(string folder, CancellationToken cancellationToken)
    {
        var ports = Stored<LocalPorts>(PortsFile(folder)) ?? new LocalPorts();
        if (Composition.UsesEmulator(Build(folder, ports)))
        {
            await EnsureSecretsAsync(folder, cancellationToken);
        }

        return Build(folder, ports);
    }

    /// <summary>Builds the settings from what is there.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="ports">Ports of this machine's servers.</param>
    /// <exception cref="ToolException">A file of settings can't be read.</exception>
    /// <exception cref="OptionsValidationException">No storage is named, or not properly.</exception>
    public static IConfigurationRoot Build(string folder, LocalPorts ports)
    {
        var without = Build(ports, secrets: null);
        return Composition.UsesEmulator(without) ? Build(ports, SecretsFile(folder)) : without;
    }

    /// <summary>Writes the settings that must stay the same from run to run and be known to nobody else: the token key.</summary>
    /// <exception cref="ToolException">The folder can't be written to.</exception>
    public static async Task EnsureSecretsAsync(string folder, CancellationToken cancellationToken)
    {
        var path = SecretsFile(folder);
        if (new FileInfo(path) is { Exists: true, Length: > 0 })
        {
            return;
        }

        await StoreAsync(path, new Dictionary<string, string>(StringComparer.Ordinal) { ["Digest:Tokens:Keys:local"] = TokenOptions.NewKey() }, cancellationToken);
    }

    /// <summary>Notes the ports that <c>digest up</c> was given, for the commands.</summary>
    /// <exception cref="ToolException">The folder can't be written to.</exception>
    public static Task StorePortsAsync(string folder, LocalPorts ports, CancellationToken cancellationToken) => StoreAsync(PortsFile(folder), ports, cancellationToken);

    private static IConfigurationRoot Build(LocalPorts ports, string? secrets)
    {
        var builder = new ConfigurationBuilder().AddInMemoryCollection(Defaults(ports));
        if (secrets is not null && new FileInfo(secrets) is { Exists: true, Length: > 0 })
        {
            builder.AddJsonFile(secrets, optional: true);
        }

        try
        {
            return builder.AddJsonFile(Path.GetFullPath(Yours), optional: true).AddEnvironmentVariables().Build();
        }
        catch (InvalidDataException e)
        {
            // It names the file; what is wrong, and where, stands innermost.
            throw new ToolException($"{e.Message} {e.GetBaseException().Message}");
        }
    }

    private static string SecretsFile(string folder) => Path.GetFullPath(Path.Combine(folder, "settings.json"));

    private static string PortsFile(string folder) => Path.GetFullPath(Path.Combine(folder, "ports.json"));

    private static T? Stored<T>(string path)
        where T : class
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllText(path)) : null;
        }
        catch (JsonException)
        {
            // Cut off by a full disk or a power cut; the next digest up writes it again.
            return null;
        }
    }

    /// <summary>Writes the whole file or none of it: half a file would keep every later command from starting.</summary>
    private static async Task StoreAsync<T>(string path, T content, CancellationToken cancellationToken)
    {
        var draft = path + ".new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(draft, JsonSerializer.Serialize(content), cancellationToken);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path} can't be written: {e.Message}");
        }
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
