using System.Text;
using Azure.Storage.Blobs;
using Digest.Core.Ports;
using Digest.Functions.Storage;
using Digest.Testing;
using Xunit;

namespace Digest.Functions.Tests.Storage;

public sealed class BlobSiteTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private BlobContainerClient _container = null!;
    private BlobSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _container = new BlobContainerClient(azurite.ConnectionString, AzuriteFixture.Prefix());
        await _container.CreateAsync();
        _site = new BlobSite(_container);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_file_with_the_same_bytes_is_not_written_and_keeps_its_ETag()
    {
        Assert.True(await _site.PublishAsync(File("one"), default));
        var before = (await _container.GetBlobClient("feed.xml").GetPropertiesAsync()).Value;
        Assert.False(await _site.PublishAsync(File("one"), default));
        var after = (await _container.GetBlobClient("feed.xml").GetPropertiesAsync()).Value;
        Assert.Equal((before.ETag, before.LastModified), (after.ETag, after.LastModified));
        Assert.Equal(("application/rss+xml; charset=utf-8", "public, max-age=300"), (after.ContentType, after.CacheControl));
    }

    [Fact]
    public async Task Other_bytes_or_another_type_are_written()
    {
        await _site.PublishAsync(File("one"), default);
        Assert.True(await _site.PublishAsync(File("two"), default));
        Assert.True(await _site.PublishAsync(File("two") with { CacheControl = "no-cache" }, default));
        Assert.Equal("two", Encoding.UTF8.GetString((await _site.ReadAsync("feed.xml", default))!.Value.Span));
        Assert.Null(await _site.ReadAsync("missing.html", default));
    }

    [Fact]
    public async Task Many_writers_at_once_end_with_one_of_their_files_whole()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => _site.PublishAsync(File(new string((char)('a' + i), 10_000)), default)));
        var bytes = (await _site.ReadAsync("feed.xml", default))!.Value;
        Assert.Equal(10_000, bytes.Length);
        Assert.Single(bytes.ToArray().Distinct());
    }

    private static SiteFile File(string content) => new("feed.xml", "application/rss+xml; charset=utf-8", Encoding.UTF8.GetBytes(content));
}
