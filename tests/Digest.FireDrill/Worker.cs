using Azure.Storage.Queues;
using Digest.Core.Deliveries;
using Digest.Core.Workflows;
using Digest.Functions;
using Digest.Functions.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.FireDrill;

/// <summary>
/// The delivering process: what the Functions host does for DeliverDigest, reduced to the queue. Messages come back when
/// this process dies, and after five tries they are gone, as on the poison queue.
/// </summary>
internal static class Worker
{
    private const int Shards = 8;
    private const int MostTries = 5;
    private static readonly TimeSpan Invisible = TimeSpan.FromSeconds(6);

    public static async Task RunAsync()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration).AddLogging().AddDigest(configuration).BuildServiceProvider();
        var queue = services.GetRequiredService<QueueServiceClient>().GetQueueClient(StorageNames.DeliveryQueue);
        var workflow = services.GetRequiredService<DeliverDigest>();
        await Task.WhenAll(Enumerable.Range(0, Shards).Select(_ => ListenAsync(queue, workflow)));
    }

    // Until killed.
    private static async Task ListenAsync(QueueClient queue, DeliverDigest workflow)
    {
        while (true)
        {
            var message = (await queue.ReceiveMessageAsync(Invisible)).Value;
            if (message is null)
            {
                await Task.Delay(100);
                continue;
            }

            if (message.DequeueCount <= MostTries)
            {
                try
                {
                    await workflow.RunAsync(message.Body.ToObjectFromJson<DeliveryTask>(System.Text.Json.JsonSerializerOptions.Web)!, CancellationToken.None);
                }
                catch (Exception e) when (e is Azure.RequestFailedException or Core.Ports.LeaseLostException or AggregateException)
                {
                    Console.Error.WriteLine(e.Message);
                    continue;
                }
            }

            try
            {
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            }
            catch (Azure.RequestFailedException e) when (e.Status == 404)
            {
                // It took longer than the message was invisible, and somebody else has it now.
            }
        }
    }
}
