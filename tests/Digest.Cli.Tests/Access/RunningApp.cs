using System.Net;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Cli.Tools;
using Digest.Cli.Up;
using Digest.Functions;
using Digest.Functions.Storage;
using Digest.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Cli.Tests.Access;

/// <summary>The application with all its routes on a free port, and an emulator of its own; triggers do not run.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Azurite _azurite;

    private RunningApp(string folder, Azurite azurite, LocalApp app, int port)
    {
        _folder = folder;
        _azurite = azurite;
        App = app;
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
    }

    public LocalApp App { get; }

    public HttpClient Http { get; }

    public static async Task<RunningApp> StartAsync(AzuriteFixture fixture, params (string Name, string Value)[] settings)
    {
        // Skips where there is no emulator.
        _ = fixture.ConnectionString;
        var folder = Directory.CreateTempSubdirectory("digest-app-").FullName;
        var tools = await NodeTools.EnsureAsync(_ => { }, CancellationToken.None);
        var azurite = await Azurite.StartAsync(tools, folder, LoopbackPort.Take(), LoopbackPort.Take(), CancellationToken.None);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Append((Composition.StorageConnection, azurite.ConnectionString)).ToDictionary(s => s.Item1, s => (string?)s.Item2, StringComparer.Ordinal))
            .Build();
        var port = LoopbackPort.Take();
        var app = await LocalApp.StartAsync(configuration, IPAddress.Loopback, port, CancellationToken.None);
        await StorageSetup.EnsureAsync(
            app.Services.GetRequiredService<BlobServiceClient>(), app.Services.GetRequiredService<QueueServiceClient>(), CancellationToken.None);
        return new RunningApp(folder, azurite, app, port);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
        await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
