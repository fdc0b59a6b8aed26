using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
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
    public static ServiceProvider Create(IConfiguration configuration) => new ServiceCollection()
        .AddSingleton(configuration)
        .AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddSimpleConsole(console => console.SingleLine = true))
        .AddDigest(configuration)
        .BuildServiceProvider();

    /// <summary>Runs a command that needs storage: on the storage that is configured, or on this machine's emulator.</summary>
    /// <param name="command">The command; its result is the exit code.</param>
    /// <param name="cancellationToken">Ctrl+C.</param>
    /// <returns>The command's exit code, or 1 with a sentence on standard error.</returns>
    public static async Task<int> RunAsync(Func<IServiceProvider, CancellationToken, Task<int>> command, CancellationToken cancellationToken)
    {
        await LocalSettings.EnsureSecretsAsync(LocalSettings.DefaultFolder, cancellationToken);
        var settings = LocalSettings.Build(LocalSettings.DefaultFolder, new LocalPorts());
        try
        {
            await using var services = Create(settings);
            if (Composition.UsesEmulator(settings))
            {
                // Elsewhere the infrastructure made them, and an editor's roles may not.
                await StorageSetup.EnsureAsync(
                    services.GetRequiredService<BlobServiceClient>(), services.GetRequiredService<QueueServiceClient>(), cancellationToken);
            }

            return await command(services, cancellationToken);
        }
        catch (Exception e) when (e is AggregateException or RequestFailedException { Status: 0 })
        {
            return Fail("Storage does not answer. Start it with `digest up`, or set AzureWebJobsStorage to the storage you mean.");
        }
        catch (RequestFailedException e)
        {
            return Fail($"Storage refused: {e.ErrorCode ?? e.Message} (status {e.Status}).");
        }
        catch (OptionsValidationException e)
        {
            return Fail("A setting is wrong. " + string.Join(' ', e.Failures));
        }
    }

    private static int Fail(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
