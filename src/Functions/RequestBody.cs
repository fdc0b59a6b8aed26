using Microsoft.AspNetCore.Http;

namespace Digest.Functions;

/// <summary>Bodies of requests from strangers.</summary>
internal static class RequestBody
{
    /// <summary>Reads a body whole.</summary>
    /// <param name="request">The request.</param>
    /// <param name="most">Most bytes that are read.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The bytes, or null when there are more than <paramref name="most"/>.</returns>
    public static async Task<byte[]?> ReadBodyAsync(this HttpRequest request, int most, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > most)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
