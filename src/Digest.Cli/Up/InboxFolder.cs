using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Digest.Core.Essays;

namespace Digest.Cli.Up;

/// <summary>
/// A folder whose files are dropped into <c>incoming</c>: a file copied there is an essay, a file changed there a new
/// revision. Files stay where they are, and a file removed there stays in <c>incoming</c>. No file and no outage ends the
/// watch: what can't be taken is told once a cause, and tried again.
/// </summary>
/// <param name="folder">The folder; made when it is missing.</param>
/// <param name="incoming">Container of the drops.</param>
/// <param name="dropped">Called after each drop.</param>
/// <param name="problem">Told what could not be taken and why, in a short sentence.</param>
/// <param name="storage">Told when storage is away, and when it answers.</param>
internal sealed class InboxFolder(string folder, BlobContainerClient incoming, Action dropped, Action<string> problem, StorageLine storage)
{
    /// <summary>A file is taken when it did not change from one look to the next: it is not being written any more.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private readonly Dictionary<string, (DateTime Written, long Length)> _looked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _settled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends as soon as everything that lies in the folder, and can be taken, has been dropped.</summary>
    public Task CaughtUp => _caughtUp.Task;

    /// <summary>Watches until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await TryLookAsync(cancellationToken);
                await Task.Delay(Interval, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task TryLookAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            await LookAsync(cancellationToken);
            _told.Remove(folder);
        }
        catch (Exception e) when (StorageLine.IsOutage(e))
        {
            // Every other file would wait as long for the same answer.
            storage.Away();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Tell(folder, $"the inbox could not be looked through: {FirstLine(e)}");
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var caughtUp = true;
        foreach (var file in InboxFiles.In(folder))
        {
            caughtUp &= await TryTakeAsync(file, cancellationToken);
        }

        if (caughtUp)
        {
            _caughtUp.TrySetResult();
        }
    }

    /// <returns>False when the file may be taken at the next look.</returns>
    private async Task<bool> TryTakeAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var path = file.FullName;
        var name = InboxFiles.NameOf(folder, file);
        if (InboxFiles.TryRefuse(name, out var why))
        {
            Tell(path, $"{name} is not taken: {why}");
            return true;
        }

        try
        {
            var now = (file.LastWriteTimeUtc, file.Length);
            if (!_looked.TryGetValue(path, out var before) || before != now)
            {
                _looked[path] = now;
                _settled.Remove(path);
                return false;
            }

            if (!_settled.Contains(path))
            {
                await DropAsync(name, path, cancellationToken);
                _settled.Add(path);
                _told.Remove(path);
                storage.Answers();
            }

            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.Md5Mismatch)
        {
            // It was written to while it was read: the next look finds it changed.
        }
        catch (FileNotFoundException) when (file.LinkTarget is { } target)
        {
            Tell(path, $"{name} is not taken: it is a link to {target}, which is not there");
            return true;
        }
        catch (FileNotFoundException)
        {
            // Moved away since the folder was listed.
        }
        catch (RequestFailedException e) when (!StorageLine.IsOutage(e))
        {
            Tell(path, $"{name} could not be taken yet: storage refused it ({e.ErrorCode ?? "status " + e.Status})");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Tell(path, $"{name} could not be taken yet: {FirstLine(e)}");
        }

        _looked.Remove(path);
        return false;
    }

    private void Tell(string path, string sentence)
    {
        if (!_told.TryGetValue(path, out var before) || before != sentence)
        {
            _told[path] = sentence;
            problem(OneLine.Of(sentence));
        }
    }

    private static string FirstLine(Exception e) => e.Message.Split('\r', '\n')[0];

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
}
