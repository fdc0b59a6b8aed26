using Digest.Core.Decoding;

namespace Digest.Cli.Extraction;

/// <summary>Essay files on disk, as the content steps want them.</summary>
internal static class EssayFiles
{
    /// <summary>The files themselves and all files in the folders, by name; hidden files are left out of folders.</summary>
    /// <exception cref="FileNotFoundException">A path is neither a file nor a folder.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                files.AddRange(Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                    .Where(f => !Path.GetRelativePath(path, f).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.')))
                    .Order(StringComparer.Ordinal));
            }
            else if (File.Exists(path))
            {
                files.Add(path);
            }
            else
            {
                throw new FileNotFoundException($"There is no file or folder {path}.", path);
            }
        }

        return files;
    }

    /// <summary>Reads a file as a drop; the file name is the drop's name.</summary>
    public static RawEssay Read(string path) => new(
        Path.GetFileName(path), File.ReadAllBytes(path), ContentType: null, new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero));
}
