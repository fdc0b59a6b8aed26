using Digest.Cli.Tools;

namespace Digest.Cli.Up;

/// <summary>
/// The data folder while <c>digest up</c> runs in it: who holds it owns the servers whose data it has, and nobody else
/// starts, empties or stops them. The lock ends with the process, however that ends.
/// </summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(FileStream held) => _lock = held;

    /// <summary>Makes the folder if there is none, and takes it.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="ToolException">Another run holds it, or nothing can be written there.</exception>
    public static DataFolder Claim(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(path, e);
        }

        try
        {
            return new DataFolder(new FileStream(Path.Combine(path, "up.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw NotWritable(path, e);
        }
        catch (IOException)
        {
            throw new ToolException($"digest up runs in {path} already: use that one, stop it, or name another folder with --data and other ports.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static ToolException NotWritable(string path, Exception e) => new($"{path} can't hold the data: {e.Message} Name another folder with --data.");
}
