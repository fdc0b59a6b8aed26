using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Digest.Core.Deliveries;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Subscribers;
using Digest.Core.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace Digest.Cli.Commands;

/// <summary><c>digest subscribers add|import|list|lift|export|erase</c>: who gets the digest.</summary>
internal static class SubscribersCommand
{
    // More lines than this are no help on a screen; the count says how many there are.
    private const int MostShown = 100;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Makes the command.</summary>
    public static Command Create() => new("subscribers", "Shows and changes who gets the digest.") { Add(), Import(), List(), Lift(), Export(), Erase() };

    private static Option<string?> ConsentSource() => new("--consent-source")
    {
        Description = "Where the readers agreed to get the digest, such as \"conference desk, May 2026\". Kept with each of them.",
    };

    private static Command Add()
    {
        var address = new Argument<string>("address") { Description = "Email address." };
        var source = ConsentSource();
        var command = new Command("add", "Adds one subscriber who has agreed to it.") { address, source };
        command.SetAction((parsed, token) => WithAddressAsync(
            parsed, address,
            (services, email, cancel) => ImportAsync(
                services, new StringReader("email\n" + email.Written), parsed.GetValue(source) ?? "added by an editor", parsed.InvocationConfiguration, cancel),
            token));
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV file with a column \"email\", and if you have them \"consent source\" and \"consent date\"." };
        file.AcceptExistingOnly();
        var source = ConsentSource();
        var command = new Command("import", "Adds the subscribers of a list. Who left or bounced stays out; running it again is harmless.") { file, source };
        command.SetAction((parsed, token) => LocalServices.RunAsync(
            async (services, cancel) =>
            {
                using var reader = new StreamReader(parsed.GetRequiredValue(file).FullName, detectEncodingFromByteOrderMarks: true);
                return await ImportAsync(services, reader, parsed.GetValue(source), parsed.InvocationConfiguration, cancel);
            },
            token));
        return command;
    }

    private static async Task<int> ImportAsync(
        IServiceProvider services, TextReader list, string? source, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var result = await services.GetRequiredService<ImportSubscribers>().RunAsync(list, source, progress: null, cancellationToken);
        foreach (var line in result.Invalid.Take(MostShown))
        {
            await console.Error.WriteLineAsync($"line {line.Line}: {line.Problem}");
        }

        if (result.Invalid.Count > MostShown)
        {
            await console.Error.WriteLineAsync($"… and {result.Invalid.Count - MostShown} more.");
        }

        await console.Output.WriteLineAsync(
            $"{Amount.Of(result.Lines, "line")}: {result.Added} added, {result.Known} known, {result.Left} {(result.Left == 1 ? "has" : "have")} left, {result.Suppressed} suppressed, "
            + $"{result.Duplicates} repeated, {result.Invalid.Count} can't be used.");
        return result.Invalid.Count == 0 ? 0 : 1;
    }

    private static Command List()
    {
        var state = new Option<SubscriberState?>("--state") { Description = "Only those who are pending, active, unsubscribed or suppressed." };
        var command = new Command("list", "Lists subscribers: address, state, since when, and why.") { state };
        command.SetAction((parsed, token) => LocalServices.RunAsync(
            async (services, cancel) =>
            {
                var store = services.GetRequiredService<ISubscriberStore>();
                var wanted = parsed.GetValue(state);
                var output = parsed.InvocationConfiguration.Output;
                for (var shard = 0; shard < DeliveryTask.ShardCount; shard++)
                {
                    foreach (var subscriber in (await store.ReadShardAsync(shard, cancel)).Values.Where(s => wanted is null || s.State == wanted))
                    {
                        await output.WriteLineAsync(string.Create(
                            CultureInfo.InvariantCulture,
                            $"{subscriber.Address}\t{subscriber.State.ToString().ToLowerInvariant()}\t{subscriber.StateChanged:yyyy-MM-dd}\t{Why(subscriber)}"));
                    }
                }

                return 0;
            },
            token));
        return command;
    }

    private static Command Lift()
    {
        var address = new Argument<string>("address") { Description = "Email address." };
        var reason = new Option<string>("--reason") { Description = "Why, such as \"wrote to us from this address on 3 May\". Kept with the subscriber.", Required = true };
        var by = new Option<string>("--by") { Description = "Who lifts it.", DefaultValueFactory = _ => Environment.UserName };
        var command = new Command("lift", "Lifts a suppression: after a bounce they get the digest again, after a complaint they may subscribe again.") { address, reason, by };
        command.SetAction((parsed, token) => WithAddressAsync(parsed, address, async (services, email, cancel) =>
        {
            var result = await services.GetRequiredService<LiftSuppression>().RunAsync(email, parsed.GetRequiredValue(reason), parsed.GetRequiredValue(by), cancel);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(result switch
            {
                LiftResult.Active => "Lifted. They get the digest again.",
                LiftResult.MaySubscribe => "Lifted. They may subscribe again; nothing is sent before they do.",
                _ => "Nothing suppresses this address.",
            });
            return result == LiftResult.NotSuppressed ? 1 : 0;
        }, token));
        return command;
    }

    private static Command Export()
    {
        var address = new Argument<string>("address") { Description = "Email address." };
        var command = new Command("export", "Writes all that is kept of a subscriber, as JSON.") { address };
        command.SetAction((parsed, token) => WithAddressAsync(parsed, address, async (services, email, cancel) =>
        {
            var export = await services.GetRequiredService<ExportSubscriber>().RunAsync(email, cancel);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(export, Json));
            return export is { Subscriber: null, Erased: null, Deliveries.Count: 0 } ? 1 : 0;
        }, token));
        return command;
    }

    private static Command Erase()
    {
        var address = new Argument<string>("address") { Description = "Email address." };
        var command = new Command("erase", "Erases a subscriber. A keyed hash is kept, so that no list brings them back; they may subscribe again, except after a complaint.") { address };
        command.SetAction((parsed, token) => WithAddressAsync(parsed, address, async (services, email, cancel) =>
        {
            var existed = await services.GetRequiredService<EraseSubscriber>().RunAsync(email, cancel);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(existed ? "Erased." : "There is no such subscriber.");
            return existed ? 0 : 1;
        }, token));
        return command;
    }

    /// <summary>Runs a command on the address that was typed, if it is one.</summary>
    internal static async Task<int> WithAddressAsync(
        ParseResult parsed, Argument<string> argument, Func<IServiceProvider, EmailAddress, CancellationToken, Task<int>> run,
        CancellationToken cancellationToken)
    {
        if (EmailAddress.TryParse(parsed.GetRequiredValue(argument), out var address, out var problem))
        {
            return await LocalServices.RunAsync((services, cancel) => run(services, address, cancel), cancellationToken);
        }

        await parsed.InvocationConfiguration.Error.WriteLineAsync(problem);
        return 2;
    }

    private static string Why(Subscriber subscriber) => subscriber switch
    {
        { Suppression: { } suppression } => $"{suppression.Cause}: {suppression.Detail}",
        { LeftBy: { } by } => "by " + by,
        _ => subscriber.Consent.Source,
    };
}
