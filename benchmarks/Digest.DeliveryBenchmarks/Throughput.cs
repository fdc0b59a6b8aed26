using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Digest.Core.Deliveries;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Mail;
using Digest.Functions.Mail;
using Digest.Testing.Smtp;

namespace Digest.DeliveryBenchmarks;

/// <summary>Mails a second into a local sink, by number of connections, beside what the sink takes from a client that only writes bytes.</summary>
internal static class Throughput
{
    private static readonly string Paragraph = string.Concat(Enumerable.Repeat("A sentence about nothing in particular, as long as most of them are. ", 200));

    public static async Task RunAsync()
    {
        Console.WriteLine("connections  SmtpClientSender/s  sink/s (raw, pipelined)");
        foreach (var connections in new[] { 1, 2, 5, 10, 20, 40 })
        {
            var sent = await SenderAsync(connections, messages: Math.Min(1_500, 60 * connections));
            var raw = await RawAsync(connections, messages: 6_000);
            Console.WriteLine($"{connections,11}  {sent,18:0}  {raw,8:0}");
        }
    }

    private static async Task<double> SenderAsync(int connections, int messages)
    {
        await using var server = new ScriptedSmtpServer();
        using var sender = new SmtpClientSender(new SmtpOptions { Port = server.Port, Connections = connections }, TimeProvider.System);
        var template = new MailTemplate("2026-W47", "Throughput", Paragraph, $"<p>{Paragraph}</p>", DateTimeOffset.UnixEpoch);
        await SendAllAsync(sender, template, connections, connections);
        var watch = Stopwatch.StartNew();
        await SendAllAsync(sender, template, messages, connections);
        return messages / watch.Elapsed.TotalSeconds;
    }

    private static Task SendAllAsync(SmtpClientSender sender, MailTemplate template, int messages, int connections) => Parallel.ForEachAsync(
        Enumerable.Range(0, messages), new ParallelOptions { MaxDegreeOfParallelism = connections }, async (i, token) =>
        {
            using var message = MailComposer.Compose(template, new MailOptions(), $"reader{i}@example.org", new Uri("https://digest.example/u"));
            var outcome = await sender.SendAsync(message, token);
            if (outcome.Result != SendResult.Accepted)
            {
                throw new InvalidOperationException(outcome.Detail);
            }
        });

    private static async Task<double> RawAsync(int connections, int messages)
    {
        await using var server = new ScriptedSmtpServer();
        var body = Encoding.ASCII.GetBytes("Subject: raw\r\n\r\n" + string.Join("\r\n", Convert.ToBase64String(Encoding.ASCII.GetBytes(Paragraph + Paragraph)).Chunk(76).Select(c => new string(c))) + "\r\n.\r\n");
        var envelope = Encoding.ASCII.GetBytes("MAIL FROM:<d@example.org>\r\nRCPT TO:<r@example.org>\r\nDATA\r\n");
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            using var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync(IPAddress.Loopback, server.Port);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII);
            await reader.ReadLineAsync();
            await stream.WriteAsync("EHLO me\r\n"u8.ToArray());
            while (await reader.ReadLineAsync() is { } line && line[3] == '-')
            {
            }

            for (var i = 0; i < messages / connections; i++)
            {
                await stream.WriteAsync(envelope);
                for (var replies = 0; replies < 3; replies++)
                {
                    await reader.ReadLineAsync();
                }

                await stream.WriteAsync(body);
                await reader.ReadLineAsync();
            }
        }));
        return messages / connections * connections / watch.Elapsed.TotalSeconds;
    }
}
