using Azure;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Functions.Storage;

namespace Digest.Cli.Doctor;

/// <summary>Whether storage answers, has the containers and queues, and lets us do what the digest does.</summary>
internal sealed class StorageReach(BlobServiceClient blobs, QueueServiceClient queues)
{
    /// <summary>Looks at everything; writes nothing but one empty blob, which it takes away again.</summary>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        try
        {
            foreach (var name in StorageNames.Containers)
            {
                findings.AddRange(await ContainerAsync(name, cancellationToken));
            }

            findings.Add(await WriteAsync(cancellationToken));
            foreach (var name in StorageNames.Queues)
            {
                findings.AddRange(await QueueAsync(name, cancellationToken));
            }
        }
        catch (Exception e) when (e is AggregateException or RequestFailedException or AuthenticationFailedException)
        {
            findings.Add(Finding.Fail("Storage", e is AuthenticationFailedException
                ? "Nobody is signed in. Run `az login`, or set AzureWebJobsStorage to a connection string."
                : $"{blobs.Uri.Host} does not answer. Start the emulator with `digest up`, or set AzureWebJobsStorage or AzureWebJobsStorage__blobServiceUri to the storage you mean."));
        }

        return findings.All(f => f.Verdict == Verdict.Ok)
            ? [Finding.Ok("Storage", $"{blobs.AccountName} answers: {StorageNames.Containers.Count} containers, {StorageNames.Queues.Count} queues, readable and writable.")]
            : [.. findings.Where(f => f.Verdict != Verdict.Ok)];
    }

    private async Task<IReadOnlyList<Finding>> ContainerAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await blobs.GetBlobContainerClient(name).GetPropertiesAsync(cancellationToken: cancellationToken);
            return [];
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return [Finding.Fail("Container " + name, name == StorageNames.Web
                ? "The static website is off. Switch it on: infra/hooks/postprovision does."
                : "It does not exist. Run `azd provision`; on this machine `digest up` makes it.")];
        }
        catch (RequestFailedException e) when (e.Status == 403)
        {
            return [Finding.Warn("Container " + name, "You may not read it. The app needs the role Storage Blob Data Owner on the account; editors need this container only for some commands.")];
        }
    }

    private async Task<Finding> WriteAsync(CancellationToken cancellationToken)
    {
        var probe = blobs.GetBlobContainerClient(StorageNames.Problems).GetBlobClient(".doctor");
        try
        {
            await probe.UploadAsync(BinaryData.Empty, overwrite: true, cancellationToken);
            await probe.DeleteIfExistsAsync(cancellationToken: cancellationToken);
            return Finding.Ok("Storage", "writable");
        }
        catch (RequestFailedException e) when (e.Status is 403 or 404)
        {
            return Finding.Warn("Storage", "You may not write essays and problems. That is as it should be for editors; the app needs the role Storage Blob Data Owner.");
        }
    }

    private async Task<IReadOnlyList<Finding>> QueueAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var found = new List<Finding>();
            await queues.GetQueueClient(name).GetPropertiesAsync(cancellationToken);
            var poison = name.EndsWith("-poison", StringComparison.Ordinal) ? name : name + "-poison";
            if (await queues.GetQueueClient(poison).ExistsAsync(cancellationToken)
                && (await queues.GetQueueClient(poison).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount is > 0 and var count)
            {
                found.Add(Finding.Warn("Queue " + poison, $"{count} messages failed for good. docs/operations.md says how to read them."));
            }

            return found;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return [Finding.Fail("Queue " + name, "It does not exist. Run `azd provision`; on this machine `digest up` makes it.")];
        }
        catch (RequestFailedException e) when (e.Status == 403)
        {
            return [Finding.Warn("Queue " + name, "You may not read it. The app needs the role Storage Queue Data Contributor.")];
        }
    }
}
