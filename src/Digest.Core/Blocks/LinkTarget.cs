namespace Digest.Core.Blocks;

/// <summary>Decides which addresses of an essay may become links.</summary>
public static class LinkTarget
{
    private const int MaxLength = 2_000;

    /// <summary>The address as an absolute one of an allowed scheme (http, https, mailto), or null.</summary>
    /// <param name="target">The address as it stands in the essay.</param>
    /// <param name="page">Address of the page it stands in, or null where that is not known.</param>
    public static string? Allow(string? target, Uri? page)
    {
        if (string.IsNullOrWhiteSpace(target) || target.Length > MaxLength)
        {
            return null;
        }

        // Browsers skip controls and white space inside a scheme ("java\tscript:"); an address that has any is no address.
        var trimmed = target.Trim();
        if (trimmed.Any(char.IsControl)
            || !Uri.TryCreate(trimmed, UriKind.RelativeOrAbsolute, out var uri))
        {
            return null;
        }

        // On Unix a path such as "/about" parses as an absolute file address.
        if (!uri.IsAbsoluteUri || (uri.IsFile && !trimmed.StartsWith("file:", StringComparison.OrdinalIgnoreCase)))
        {
            if (page is null || !Uri.TryCreate(page, trimmed, out uri))
            {
                return null;
            }
        }

        var allowed = uri.Scheme is "http" or "https" ? uri.Host.Length > 0 && uri.UserInfo.Length == 0 : uri.Scheme == "mailto";
        return allowed ? uri.AbsoluteUri : null;
    }
}
