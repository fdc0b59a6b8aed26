namespace Digest.Cli.Up;
internal static class DemoSubscriber
{
    public const string Address = "reader@example.org";
    public static Task EnsureAsync(IServiceProvider s, CancellationToken c) => Task.CompletedTask;
}
