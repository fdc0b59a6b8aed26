using System.IO.Compression;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Digest.Cli.Host;

/// <summary>
/// Serves the public site out of <c>$web</c> as a static website does: index documents, a 404 page, ETag and
/// Last-Modified, 304, HEAD; and gzip for text, whose ETag is told apart and still answered with 304.
/// </summary>
internal sealed class StaticSite(BlobContainerClient web)
{
    private const string GzipSuffix = "-gzip";

    /// <summary>Answers a GET or HEAD.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.TrimStart('/');
        var name = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
        if (await FindAsync(name, context.RequestAborted) is { } file)
        {
            await AnswerAsync(context, file);
        }
        else if (!path.EndsWith('/') && await web.GetBlobClient(path + "/index.html").ExistsAsync(context.RequestAborted))
        {
            context.Response.Redirect("/" + path + "/", permanent: false);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            if (await FindAsync("404.html", context.RequestAborted) is { } notFound)
            {
                context.Response.ContentType = notFound.Details.ContentType;
                await WriteAsync(context, notFound.Content.ToMemory());
            }
        }
    }

    private async Task<BlobDownloadResult?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await web.GetBlobClient(name).DownloadContentAsync(cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 400)
        {
            return null;
        }
    }

    private static async Task AnswerAsync(HttpContext context, BlobDownloadResult file)
    {
        var (request, response) = (context.Request, context.Response);
        var details = file.Details;
        var zip = IsText(details.ContentType) && AcceptsGzip(request);
        var tag = details.ETag.ToString("G").Trim('"');
        response.Headers.ETag = zip ? $"\"{tag}{GzipSuffix}\"" : $"\"{tag}\"";
        response.Headers.LastModified = HeaderUtilities.FormatDate(details.LastModified);
        // Elsewhere a page may be five minutes old. Who waits here for an issue just made would take an old one for a failure;
        // asking again costs a 304.
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        if (IsUnchanged(request, tag, details.LastModified))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = details.ContentType;
        if (zip)
        {
            response.Headers.ContentEncoding = "gzip";
        }

        await WriteAsync(context, zip ? Gzip(file.Content.ToMemory()) : file.Content.ToMemory());
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    /// <summary>RFC 9110 section 13: If-None-Match goes before If-Modified-Since; both forms of the entity's tag are known.</summary>
    private static bool IsUnchanged(HttpRequest request, string tag, DateTimeOffset lastModified)
    {
        var headers = request.GetTypedHeaders();
        if (headers.IfNoneMatch is { Count: > 0 } tags)
        {
            return tags.Any(t => t.Tag == "*" || t.Tag.Equals($"\"{tag}\"", StringComparison.Ordinal) || t.Tag.Equals($"\"{tag}{GzipSuffix}\"", StringComparison.Ordinal));
        }

        return headers.IfModifiedSince is { } since && lastModified.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }

    private static bool AcceptsGzip(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && e.Quality is null or > 0);

    private static bool IsText(string? contentType) =>
        contentType is not null
        && (contentType.StartsWith("text/", StringComparison.Ordinal)
            || contentType.Contains("xml", StringComparison.Ordinal)
            || contentType.Contains("json", StringComparison.Ordinal));

    private static byte[] Gzip(ReadOnlyMemory<byte> bytes)
    {
        using var buffer = new MemoryStream();
        using (var zip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(bytes.Span);
        }

        return buffer.ToArray();
    }
}
