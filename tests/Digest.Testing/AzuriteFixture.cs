using Digest.Cli.Tools;
using Xunit;

namespace Digest.Testing;

/// <summary>
/// One Azurite for the tests of an assembly (<c>[assembly: AssemblyFixture(typeof(AzuriteFixture))]</c>), on free ports
/// and with a folder of its own. Tests keep apart by names of their own containers and queues, or by <see cref="Prefix"/>.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "digest-tests-" + Path.GetRandomFileName());
    private Azurite? _azurite;
    private string? _missing;

    /// <summary>Connection string of the emulator; the test is skipped with the reason when there is none.</summary>
    public string ConnectionString
    {
        get
        {
            Assert.SkipWhen(_missing is not null, _missing ?? string.Empty);
            return _azurite!.ConnectionString;
        }
    }

    /// <summary>A new prefix of lower-case letters and digits for the names of one test's containers and queues.</summary>
    public static string Prefix() => "t" + Guid.NewGuid().ToString("n")[..12];

    public async ValueTask InitializeAsync()
    {
        try
        {
            var tools = await NodeTools.EnsureAsync(_ => { }, CancellationToken.None);
            _azurite = await Azurite.StartAsync(tools, _folder, LoopbackPort.Take(), LoopbackPort.Take(), CancellationToken.None);
        }
        catch (ToolException e)
        {
            _missing = e.Message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
