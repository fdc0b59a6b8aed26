using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Workflows;
using Microsoft.Extensions.Logging.Abstractions;

namespace Digest.Testing.InMemory;

/// <summary>The workflow AssembleDigest with everything it stands on in memory, and a clock to turn.</summary>
public sealed class Newsroom
{
    public Newsroom(DateTimeOffset now, IssueOptions? options = null, SiteOptions? site = null)
    {
        Clock = new FixedClock(now);
        Options = options ?? new IssueOptions { Schedule = "0 7 * * 5", TimeZone = "Europe/Berlin" };
        SiteOptions = site ?? new SiteOptions { BaseUrl = new Uri("https://digest.example.org/"), Title = "The Long View" };
        Essays = new InMemoryEssayStore(Interruption, Operations);
        Issues = new InMemoryIssueStore(Interruption, Operations);
        Site = new InMemorySite(Interruption, Operations);
        Queue = new InMemoryDeliveryQueue(Interruption);
    }

    public FixedClock Clock { get; }

    public IssueOptions Options { get; }

    public SiteOptions SiteOptions { get; }

    public MailOptions Mail { get; } = new() { FromAddress = "digest@example.org", FromName = "The Long View", ListId = "weekly.example.org" };

    public Interruption Interruption { get; } = new();

    public StorageOperations Operations { get; } = new();

    public InMemoryFeedHub Hub { get; } = new();

    public InMemoryEssayStore Essays { get; }

    public InMemoryIssueStore Issues { get; }

    public InMemorySite Site { get; }

    public InMemoryDeliveryQueue Queue { get; }

    public IssueSchedule Schedule => IssueSchedule.Parse(Options.Schedule, Options.TimeZone);

    public IssueArchive Archive => new(Issues, Essays, NullLogger<IssueArchive>.Instance);

    /// <summary>Drops an essay, or drops it again when <paramref name="revision"/> is above 1.</summary>
    public EssayRecord Drop(string name, string? text = null, int revision = 1)
    {
        var record = SampleEssays.Record(name, SampleEssays.Named(text ?? $"On {name}"), Clock.GetUtcNow(), revision);
        Essays.Put(record);
        return record;
    }

    public Task<AssembleResult> RunAsync(AssembleRequest request = AssembleRequest.WhenDue) =>
        Workflow(Issues, Clock).RunAsync(request, CancellationToken.None);

    /// <summary>The workflow as a process would build it: nothing is kept between runs but what is stored.</summary>
    public AssembleDigest Workflow(IIssueStore issues, TimeProvider clock)
    {
        var archive = new IssueArchive(issues, Essays, NullLogger<IssueArchive>.Instance);
        var publication = Publication(issues);
        var finish = new FinishIssue(Essays, issues, archive, publication, Queue, SiteOptions, Mail);
        var gather = new GatherMaterial(Essays, issues, archive, Schedule, Options);
        return new AssembleDigest(Essays, issues, gather, finish, publication, Schedule, Options, clock);
    }

    /// <summary>The step that writes the site.</summary>
    public PublishSite Publication(IIssueStore issues)
    {
        var archive = new IssueArchive(issues, Essays, NullLogger<IssueArchive>.Instance);
        return new PublishSite(Essays, archive, new SiteFiles(issues, archive, SiteOptions, Mail), Site, Hub, SiteOptions);
    }

    /// <summary>Issues as they would be made now.</summary>
    public PreviewIssue Previews => new(
        Issues, new GatherMaterial(Essays, Issues, Archive, Schedule, Options), Archive, Schedule, Options, SiteOptions, Mail, Clock);

    /// <summary>Gives an essay its place.</summary>
    public Task<PlacedEssay?> PlaceAsync(string name, EssayPlacement placement) =>
        new PlaceEssay(Essays, Issues, Publication(Issues)).RunAsync(EssayId.FromSourceName(name), placement, CancellationToken.None);

    /// <summary>Finds essays that are left out because another one is the same.</summary>
    public FindTwins Twins => new(new GatherMaterial(Essays, Issues, Archive, Schedule, Options), Essays, Issues);

    public Task<List<IssueDecision>> DecisionsAsync() =>
        Issues.ListDecisionsAsync(Clock.GetUtcNow(), CancellationToken.None).ToListAsync().AsTask();

    public async Task<EssayEntry> EntryAsync(string name) =>
        (await Essays.FindEntryAsync(EssayId.FromSourceName(name), CancellationToken.None))!;
}
