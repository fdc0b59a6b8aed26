namespace Digest.Testing;

/// <summary>Finds files of the source tree from wherever the tests run.</summary>
public static class Repository
{
    /// <summary>The folder that holds DigestPipeline.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DigestPipeline.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("DigestPipeline.sln was not found above " + AppContext.BaseDirectory);
    }
}
