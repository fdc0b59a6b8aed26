using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Workflows;
using Digest.Functions.Storage;
using Digest.Testing;
using Xunit;

namespace Digest.Functions.Tests.Workflows;

/// <summary>Drops that call themselves drafts: nothing of them reaches a reader before an editor says so.</summary>
public sealed class DraftTests(AzuriteFixture fixture) : IAsyncLifetime
{
    private const string Essay = "---\ntitle: A Title of an Essay\n---\n\nThe first paragraph says that 3,000 people came to the square, and that nobody had expected them.\n";

    private static readonly string Draft = Essay.Replace("\n---\n", "\ndraft: true\n---\n", StringComparison.Ordinal);

    private readonly string _name = AzuriteFixture.Prefix() + "/drop.md";
    private BlobServiceClient _blobs = null!;
    private BlobEssayStore _essays = null!;

    private string Id => EssayId.FromSourceName(_name);

    public async ValueTask InitializeAsync()
    {
        _blobs = new BlobServiceClient(fixture.ConnectionString);
        await StorageSetup.EnsureAsync(_blobs, new QueueServiceClient(fixture.ConnectionString), CancellationToken.None);
        _essays = new BlobEssayStore(_blobs);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_draft_is_held_from_its_first_moment_and_waits_when_it_is_released()
    {
        Assert.Equal(IngestOutcome.Stored, await DropAsync(Draft));
        Assert.Equal(EssayPlacement.Held, (await EntryAsync()).Placement);
        Assert.Empty(IssueSelection.Waiting([await EntryAsync()]));
        Assert.Equal("Its front matter calls it a draft, so no issue carries it until an editor releases it.", await WhyAsync());

        await _essays.PlaceAsync(Id, EssayPlacement.Normal, default);
        Assert.Null(await WhyAsync());
        Assert.Equal(IngestOutcome.Stored, await DropAsync(Draft.Replace("3,000", "8,000", StringComparison.Ordinal)));
        Assert.Single(IssueSelection.Waiting([await EntryAsync()]));
    }

    [Fact]
    public async Task What_was_no_draft_and_becomes_one_is_held_and_only_an_editor_releases_it()
    {
        await DropAsync(Essay);
        await _essays.PlaceAsync(Id, EssayPlacement.Pinned, default);
        await DropAsync(Draft);
        Assert.Equal((EssayPlacement.Held, 1), ((await EntryAsync()).Placement, (await EntryAsync()).Revision));
        await DropAsync(Essay);
        Assert.Equal(EssayPlacement.Held, (await EntryAsync()).Placement);
        Assert.Null(await WhyAsync());
    }

    [Fact]
    public async Task A_withdrawn_essay_stays_withdrawn()
    {
        await DropAsync(Essay);
        await _essays.PlaceAsync(Id, EssayPlacement.Withdrawn, default);
        await DropAsync(Draft);
        Assert.Equal(EssayPlacement.Withdrawn, (await EntryAsync()).Placement);
    }

    [Fact]
    public async Task A_draft_of_an_essay_that_readers_have_does_not_replace_it()
    {
        await DropAsync(Essay);
        await _essays.MarkIssuedAsync(Id, "2026-W47", 1, default);
        var before = await EntryAsync();
        Assert.Equal(IngestOutcome.Rejected, await DropAsync(Draft.Replace("3,000", "8,000", StringComparison.Ordinal)));
        Assert.Equal(before, await EntryAsync());
        Assert.Equal(ProblemCodes.Draft, (await _essays.FindProblemAsync(_name, default))?.Problem.Code);
        Assert.Equal(IngestOutcome.Stored, await DropAsync(Essay.Replace("3,000", "8,000", StringComparison.Ordinal)));
        Assert.Null(await _essays.FindProblemAsync(_name, default));
    }

    private async Task<EssayEntry> EntryAsync() => (await _essays.FindEntryAsync(Id, default))!;

    private async Task<string?> WhyAsync() => HeldDraft.Why(await EntryAsync(), await _essays.FindAsync(Id, default));

    private async Task<IngestOutcome> DropAsync(string text)
    {
        await _blobs.GetBlobContainerClient(StorageNames.Incoming).GetBlobClient(_name).UploadAsync(BinaryData.FromString(text), overwrite: true);
        return await new IngestEssay(new BlobInbox(_blobs), _essays, new EssayReader(RuleSet.Default), new DecodingOptions(), TimeProvider.System).RunAsync(_name, default);
    }
}
