using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Digest.Functions;
using Digest.Functions.Storage;
using Digest.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Digest.Deployment.Tests.Worker;

/// <summary>What every function must keep to so that it works on Azure as it does here, and is as open as it is meant to be.</summary>
public sealed class FunctionShapeTests
{
    /// <summary>Who may call what: a route that is not in this list fails the tests, so that nothing is opened by accident.</summary>
    private static readonly Dictionary<string, AuthorizationLevel> Access = new(StringComparer.Ordinal)
    {
        ["Health"] = AuthorizationLevel.Anonymous,
        ["Subscribe"] = AuthorizationLevel.Anonymous,
        ["Confirm"] = AuthorizationLevel.Anonymous,
        ["Unsubscribe"] = AuthorizationLevel.Anonymous,
        ["MailEvents"] = AuthorizationLevel.Function,
        // Open to the host, closed by EditorGate: a signed-in person has no function key.
        ["EditorEssays"] = AuthorizationLevel.Anonymous,
        ["EditorEssay"] = AuthorizationLevel.Anonymous,
        ["EditorPlaceEssay"] = AuthorizationLevel.Anonymous,
        ["EditorNextIssue"] = AuthorizationLevel.Anonymous,
        ["EditorStatus"] = AuthorizationLevel.Anonymous,
        ["EditorDirectIssue"] = AuthorizationLevel.Anonymous,
    };

    private static readonly MethodInfo[] Functions = [.. typeof(Composition).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)];

    public static TheoryData<string> Names => [.. Functions.Select(NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_is_public_and_its_result_can_be_awaited(string name)
    {
        var method = Functions.Single(m => NameOf(m) == name);
        Assert.True(method.IsPublic && method.DeclaringType!.IsPublic, "The worker calls public methods of public classes.");
        Assert.False(method.ReturnType == typeof(void) && method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null, "async void does not build on Azure.");
        Assert.Equal(typeof(CancellationToken), method.GetParameters()[^1].ParameterType);
    }

    [Fact]
    public void Http_functions_return_a_result_that_is_executed()
    {
        // A plain object or text is an empty 200 on Azure.
        foreach (var method in Functions.Where(m => TriggerOf<HttpTriggerAttribute>(m) is not null))
        {
            Assert.True(method.ReturnType == typeof(Task<IResult>) || method.ReturnType == typeof(IResult), NameOf(method));
        }
    }

    [Fact]
    public void Every_route_is_as_open_as_the_list_says_and_no_other_route_exists()
    {
        foreach (var method in Functions)
        {
            if (TriggerOf<HttpTriggerAttribute>(method) is { } trigger)
            {
                Assert.True(Access.TryGetValue(NameOf(method), out var level), $"{NameOf(method)} is not in the list of who may call what.");
                Assert.Equal(level, trigger.AuthLevel);
                Assert.NotNull(trigger.Route);
                Assert.NotEmpty(trigger.Methods ?? []);
            }
        }
    }

    [Fact]
    public void Queues_and_containers_of_triggers_are_made_by_the_infrastructure()
    {
        foreach (var method in Functions)
        {
            if (TriggerOf<QueueTriggerAttribute>(method) is { } queue)
            {
                Assert.Contains(queue.QueueName, StorageNames.Queues);
            }

            if (TriggerOf<BlobTriggerAttribute>(method) is { } blob)
            {
                Assert.Contains(blob.BlobPath.Split('/')[0], StorageNames.Containers);
            }
        }
    }

    [Fact]
    public void The_hosts_limits_are_those_that_the_code_counts_on()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("src", "Functions", "host.json")));
        var extensions = host.RootElement.GetProperty("extensions");
        Assert.Equal("2.0", host.RootElement.GetProperty("version").GetString());
        Assert.Equal("api", extensions.GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.Equal("base64", extensions.GetProperty("queues").GetProperty("messageEncoding").GetString());
        Assert.Equal(5, extensions.GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
        Assert.Equal(5, extensions.GetProperty("blobs").GetProperty("poisonBlobThreshold").GetInt32());
        var limit = TimeSpan.Parse(host.RootElement.GetProperty("functionTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        var delivery = new Core.Deliveries.DeliveryOptions();
        var smtp = new Digest.Functions.Mail.SmtpOptions();
        Assert.True(limit > delivery.PassTimeLimit + Digest.Functions.Mail.ThrottledMailSender.LongestWait + (2 * smtp.Timeout), "A pass over a shard, and a last mail that waited for its turn and was tried twice, must end before the host ends the function.");
    }

    private static string NameOf(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static T? TriggerOf<T>(MethodInfo method)
        where T : Attribute =>
        method.GetParameters().Select(p => p.GetCustomAttribute<T>()).FirstOrDefault(a => a is not null);
}
