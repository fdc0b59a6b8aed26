// Stand-ins for the Functions worker's public types, for the build that runs without it (see Functions.csproj).
// Same names, same shapes, no behaviour: the local host reads them by reflection as the Functions host reads the real ones.
// Only what this application uses or could reasonably come to use is here.

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function.</summary>
/// <param name="name">The function's name, unique in the app.</param>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    /// <summary>The function's name.</summary>
    public string Name { get; } = name;
}

/// <summary>How the host learns of new blobs.</summary>
public enum BlobTriggerSource
{
    /// <summary>Polling: container scans and storage logs.</summary>
    LogsAndContainerScan,

    /// <summary>Event Grid events; the only source on Flex Consumption.</summary>
    EventGrid,
}

/// <summary>Runs the function for each new or changed blob.</summary>
/// <param name="blobPath">Container and name pattern: <c>incoming/{name}</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobTriggerAttribute(string blobPath) : Attribute
{
    /// <summary>Container and name pattern.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>Name of the storage connection; null for <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }

    /// <summary>How the host learns of new blobs.</summary>
    public BlobTriggerSource Source { get; set; }
}

/// <summary>Reads a blob into a parameter.</summary>
/// <param name="blobPath">Container and name, with the trigger's tokens.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BlobInputAttribute(string blobPath) : Attribute
{
    /// <summary>Container and name.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>Name of the storage connection; null for <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }
}

/// <summary>Writes the function's result to a blob.</summary>
/// <param name="blobPath">Container and name, with the trigger's tokens.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class BlobOutputAttribute(string blobPath) : Attribute
{
    /// <summary>Container and name.</summary>
    public string BlobPath { get; } = blobPath;

    /// <summary>Name of the storage connection; null for <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }
}

/// <summary>Runs the function for each message of a queue.</summary>
/// <param name="queueName">The queue.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    /// <summary>The queue.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>Name of the storage connection; null for <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }
}

/// <summary>Puts the function's result on a queue.</summary>
/// <param name="queueName">The queue.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class QueueOutputAttribute(string queueName) : Attribute
{
    /// <summary>The queue.</summary>
    public string QueueName { get; } = queueName;

    /// <summary>Name of the storage connection; null for <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }
}

/// <summary>Runs the function on a schedule.</summary>
/// <param name="schedule">NCRONTAB expression of six fields, seconds first, in UTC.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>NCRONTAB expression.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Whether the host stores when the timer ran, and notices missed runs. On by default.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs whenever the host starts. Discouraged.</summary>
    public bool RunOnStartup { get; set; }
}

/// <summary>What the timer tells the function.</summary>
public sealed class TimerInfo
{
    /// <summary>When the timer ran and will run, where it is monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>True when this run is later than the schedule asked for.</summary>
    public bool IsPastDue { get; set; }
}

/// <summary>When a timer ran and will run; times are UTC.</summary>
public sealed class ScheduleStatus
{
    /// <summary>The last run.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next run.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this status was written.</summary>
    public DateTime LastUpdated { get; set; }
}

/// <summary>What a caller of an HTTP function must show.</summary>
public enum AuthorizationLevel
{
    /// <summary>Nothing.</summary>
    Anonymous = 0,

    /// <summary>A signed-in user.</summary>
    User = 1,

    /// <summary>A function key.</summary>
    Function = 2,

    /// <summary>A system key.</summary>
    System = 3,

    /// <summary>The master key.</summary>
    Admin = 4,
}

/// <summary>Runs the function for HTTP requests.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute : Attribute
{
    /// <summary>Any method, function key.</summary>
    public HttpTriggerAttribute()
        : this(AuthorizationLevel.Function)
    {
    }

    /// <summary>The given methods, function key.</summary>
    public HttpTriggerAttribute(params string[] methods)
        : this(AuthorizationLevel.Function, methods)
    {
    }

    /// <summary>Any method, the given level.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel)
        : this(authLevel, [])
    {
    }

    /// <summary>The given methods and level.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>What a caller must show.</summary>
    public AuthorizationLevel AuthLevel { get; }

    /// <summary>Methods; empty or null for any.</summary>
    public string[]? Methods { get; }

    /// <summary>Route below the route prefix; null for the function's name.</summary>
    public string? Route { get; set; }
}

/// <summary>One run of a function, as the function sees it.</summary>
public abstract class FunctionContext
{
    /// <summary>Unique id of the run.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Services of the run.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>Cancelled when the host stops.</summary>
    public virtual CancellationToken CancellationToken => CancellationToken.None;
}
