using System.Diagnostics.CodeAnalysis;

namespace Digest.Cli.Up;

/// <summary>Which files of a folder are essays, and the name each has as a drop.</summary>
internal static class InboxFiles
{
    private const int LongestName = 1024;

    // Hidden files and folders (.git, .Trash-1000) are skipped by default; a folder that may not be read must not stop the others.
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true };

    /// <summary>The essays that lie in a folder and below it; none when there is no such folder.</summary>
    public static IEnumerable<FileInfo> In(string folder) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles("*", Everything).Where(file => IsEssay(file.Name))
        : [];

    /// <summary>Path of a file as a drop: with slashes, and composed letters (NFC), so that é is one name wherever the file was made.</summary>
    public static string NameOf(string folder, FileInfo file)
    {
        var name = Path.GetRelativePath(folder, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
        return name.IsNormalized() ? name : name.Normalize();
    }

    /// <summary>Whether a name can't be that of a drop: storage refuses it, or can't list it any more.</summary>
    /// <param name="name">Path of the file.</param>
    /// <param name="why">One sentence on what to do.</param>
    public static bool TryRefuse(string name, [NotNullWhen(true)] out string? why)
    {
        why = name.Contains('\uFFFD', StringComparison.Ordinal) ? "its name is not UTF-8: rename it"
            : name.Any(char.IsControl) ? "its name has a line break or another control character: rename it"
            : name.Length > LongestName ? $"its path has more than {LongestName} characters: shorten it"
            : name.EndsWith('.') ? "its name ends with a full stop: rename it"
            : null;
        return why is not null;
    }

    /// <summary>What editors, browsers and file managers leave beside the files they write is no essay.</summary>
    private static bool IsEssay(string name) =>
        !name.StartsWith('~')
        && !name.EndsWith('~')
        && !(name.StartsWith('#') && name.EndsWith('#'))
        && name.ToLowerInvariant() is not ("thumbs.db" or "ehthumbs.db" or "desktop.ini" or "icon\r")
        && Path.GetExtension(name).ToLowerInvariant() is not (".tmp" or ".part" or ".crdownload" or ".swp" or ".swo" or ".lock" or ".bak" or ".orig");
}
