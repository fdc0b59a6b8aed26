using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;

namespace Digest.Cli.Up;

/// <summary>
/// Loads and compiles the reading of essays while the emulator starts: the first drop then takes a tenth of a second like
/// all others, not one and a half.
/// </summary>
internal static class WarmUp
{
    private const int Rounds = 3;

    /// <summary>Reads the samples and forgets them.</summary>
    public static Task RunAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var reader = new EssayReader(RuleSet.Default);
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var sample in SampleEssays.Files())
                {
                    if (cancellationToken.IsCancellationRequested)
                    {
                        return;
                    }

                    _ = BodyHtml.Write(reader.Read(new RawEssay(sample, File.ReadAllBytes(sample), null, DateTimeOffset.UnixEpoch)) is ReadResult.Ready(var essay) ? essay.Body : []);
                }
            }
        },
        CancellationToken.None);
}
