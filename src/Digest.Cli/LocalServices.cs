using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Core.Rendering;
using Digest.Functions;
using Digest.Functions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Digest.Cli;

/// <summary>The services of the editors' commands: the same as in the Functions app, on the settings of this machine.</summary>
public static class LocalServices
{
    /// <summary>Builds the services.</summary>
    /// <param name="configuration">Settings, see <see cref="LocalSettings"/>.</param>
    /// <exception cref="OptionsValidationException">No storage is named, or not properly.</exception>
    public static ServiceProvider Create(IConfiguration configuration)
    {
        var services = new ServiceCollection()
            .AddSingleton(configuration)
            .AddLogging(logging => logging
                .SetMinimumLevel(LogLevel.Warning)
                .AddSimpleConsole(console => console.SingleLine = true))
            .AddDigest(configuration);
        if (!Composition.UsesEmulator(configuration))
        {
            RequireWhatReadersSee(services, configuration);
        }

        return services.BuildServiceProvider();
    }

    /// <summary>Runs a command that needs storage: on the storage that is configured, or on this machine's emulator.</summary>
    /// <param name="command">The command; its result is the exit code.</param>
    /// <param name="cancellationToken">Ctrl+C.</param>
    /// <returns>The command's exit code.</returns>
    public static async Task<int> RunAsync(Func<IServiceProvider, CancellationToken, Task<int>> command, CancellationToken cancellationToken)
    {
        var settings = await LocalSettings.LoadAsync(LocalSettings.DefaultFolder, cancellationToken);
        await using var services = Create(settings);
        if (Composition.UsesEmulator(settings))
        {
            // Elsewhere the infrastructure made them, and an editor's roles may not.
            await StorageSetup.EnsureAsync(
                services.GetRequiredService<BlobServiceClient>(), services.GetRequiredService<QueueServiceClient>(), cancellationToken);
        }

        return await command(services, cancellationToken);
    }

    /// <summary>A command that renders for readers must know what the app knows; a default would quietly replace it in what is public.</summary>
    private static void RequireWhatReadersSee(IServiceCollection services, IConfiguration configuration)
    {
        foreach (var setting in new[] { "Digest:Site:Title", "Digest:Site:SubscribeUrl" })
        {
            services.AddOptions<SiteOptions>().Validate(
                _ => configuration[setting] is { Length: > 0 }, $"Set {setting} to what the app has: this command may write it into the site.");
        }
    }
}
