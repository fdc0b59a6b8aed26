using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Digest.Core.Essays;

/// <summary>
/// Ids of essays. An id is made from the path in <c>incoming</c> alone, so that the same path is the same essay for
/// ever: a readable slug of the file name, a hyphen, and 10 hex digits of the SHA-256 of the path. It is safe as a
/// blob name, as a path of the site and as a feed guid: <c>[a-z0-9-]</c>, at most 75 characters.
/// </summary>
public static class EssayId
{
    private const int MaxSlugLength = 64;

    /// <summary>The id of the drop at <paramref name="sourceName"/>.</summary>
    /// <param name="sourceName">Path in <c>incoming</c>; letter case counts, as it does in blob names.</param>
    /// <exception cref="ArgumentException"><paramref name="sourceName"/> is empty.</exception>
    public static string FromSourceName(string sourceName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceName);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sourceName)).AsSpan(0, 5));
        var slug = Slug(sourceName);
        return slug.Length == 0 ? hash : $"{slug}-{hash}";
    }

    /// <summary>True for what has the form of an id: what comes from outside is looked at before it becomes part of a blob's name.</summary>
    public static bool IsValid(string id) =>
        id is { Length: >= 10 and <= MaxSlugLength + 11 } && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string Slug(string sourceName)
    {
        var file = sourceName[(sourceName.LastIndexOf('/') + 1)..];
        var dot = file.LastIndexOf('.');
        var stem = dot > 0 ? file[..dot] : file;
        var slug = new StringBuilder(MaxSlugLength);
        foreach (var c in stem.Normalize(NormalizationForm.FormD))
        {
            if (slug.Length == MaxSlugLength)
            {
                break;
            }

            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString().Trim('-');
    }
}
