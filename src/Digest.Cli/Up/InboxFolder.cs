using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Digest.Cli.Up;

/// <summary>
/// A folder whose files are dropped into <c>incoming</c>: a file copied there is an essay, a file changed there a new
/// revision. Files stay where they are, and a file removed there stays in <c>incoming</c>.
/// </summary>
internal sealed class InboxFolder(string folder, BlobContainerClient incoming, Action dropped, Action<string> problem)
{
    /// <summary>A file is taken when it did not change from one look to the next: it is not being written any more.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private readonly Dictionary<string, (DateTime Written, long Length)> _looked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _settled = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends as soon as everything that lies in the folder has been dropped.</summary>
    public Task CaughtUp => _caughtUp.Task;

    /// <summary>The essays that lie in a folder; none when there is no such folder.</summary>
    public static IEnumerable<FileInfo> Essays(string folder) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(IsEssay)
        : [];

    /// <summary>Watches until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        try
        {
            while (true)
            {
                await LookAsync(cancellationToken);
                await Task.Delay(Interval, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var caughtUp = true;
        foreach (var file in Essays(folder))
        {
            var name = Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            var now = (file.LastWriteTimeUtc, file.Length);
            if (!_looked.TryGetValue(name, out var before) || before != now)
            {
                _looked[name] = now;
                _settled.Remove(name);
                caughtUp = false;
            }
            else if (!_settled.Contains(name))
            {
                try
                {
                    await DropAsync(name, file.FullName, cancellationToken);
                    _settled.Add(name);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or RequestFailedException)
                {
                    // Still held by whoever writes it, or storage is away: the next look tries again.
                    _looked.Remove(name);
                    problem($"{name} could not be taken yet: {e.Message}");
                }
            }
        }

        if (caughtUp)
        {
            _caughtUp.TrySetResult();
        }
    }

    private async Task DropAsync(string name, string path, CancellationToken cancellationToken)
    {
        byte[] hash;
        await using (var content = File.OpenRead(path))
        {
            hash = await MD5.HashDataAsync(content, cancellationToken);
        }

        var blob = incoming.GetBlobClient(name);
        if (await HashOfAsync(blob, cancellationToken) is { } known && known.AsSpan().SequenceEqual(hash))
        {
            return;
        }

        await using var upload = File.OpenRead(path);
        await blob.UploadAsync(upload, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentHash = hash } }, cancellationToken);
        dropped();
    }

    private static async Task<byte[]?> HashOfAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.ContentHash;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Hidden files and what editors and browsers leave while they write are no essays.</summary>
    private static bool IsEssay(FileInfo file) =>
        !file.Name.StartsWith('.')
        && !file.Name.StartsWith('~')
        && file.Extension.ToLowerInvariant() is not (".tmp" or ".part" or ".crdownload" or ".swp" or ".lock");
}
