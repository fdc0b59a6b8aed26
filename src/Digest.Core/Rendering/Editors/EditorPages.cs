using Digest.Core.Deliveries;
using Digest.Core.Essays;
using Digest.Core.Rendering.Checking;
using Digest.Core.Workflows;
using Microsoft.AspNetCore.Components;

namespace Digest.Core.Rendering.Editors;

/// <summary>The pages for editors: same look as the site, no script. What they show is what the commands show.</summary>
public sealed class EditorPages(SiteOptions site)
{
    /// <summary>What an editor may do with an essay's place: the word in the route, the place, the button.</summary>
    public static IReadOnlyList<(string Verb, EssayPlacement Placement, string Words)> Places { get; } =
    [
        ("pin", EssayPlacement.Pinned, "Put it first"),
        ("hold", EssayPlacement.Held, "Hold it back"),
        ("withdraw", EssayPlacement.Withdrawn, "Take it back for good"),
        ("release", EssayPlacement.Normal, "Let it take its turn"),
    ];

    /// <summary>Where a form stands on the page of its essay: see <see cref="BackTo"/>.</summary>
    public const string FromEssay = "essay";

    /// <summary>Where a form stands on the page of the next issue: see <see cref="BackTo"/>.</summary>
    public const string FromNextIssue = "next";

    /// <summary>The page that an editor comes back to who gave an essay its place, relative to the address that was posted to.</summary>
    /// <param name="from">What the form's address says of the page it stands on; the list of the essays for anything unknown.</param>
    /// <param name="essayId">Id of the essay.</param>
    public static string BackTo(string? from, string essayId) => from switch
    {
        FromEssay => "../" + essayId,
        FromNextIssue => "../../issues/next",
        _ => "../../essays",
    };

    /// <summary>The places that make sense for an essay as it stands.</summary>
    /// <param name="placement">Its present place.</param>
    /// <param name="issued">True when an issue has carried it.</param>
    public static IEnumerable<(string Verb, EssayPlacement Placement, string Words)> PlacesFor(EssayPlacement placement, bool issued) =>
        Places.Where(p => placement == EssayPlacement.Withdrawn ? p.Placement == EssayPlacement.Normal
            : issued ? p.Placement == EssayPlacement.Withdrawn
            : p.Placement != placement && p.Placement != EssayPlacement.Withdrawn);

    /// <summary>The essays stored last, and the drops that can't be used.</summary>
    public Task<string> EssaysAsync(InboxReview review) => RenderAsync<EssaysPage>((nameof(EssaysPage.Review), review));

    /// <summary>What was kept and stripped of one essay, and why.</summary>
    /// <param name="record">The essay.</param>
    /// <param name="entry">Where it stands; null when it is gone.</param>
    /// <param name="twin">The essay that is carried in its place, or null.</param>
    public Task<string> EssayAsync(EssayRecord record, EssayEntry? entry, EssayTwin? twin = null) => RenderAsync<EssayDecisionsPage>(
        (nameof(EssayDecisionsPage.Record), record), (nameof(EssayDecisionsPage.Entry), entry), (nameof(EssayDecisionsPage.Twin), twin));

    /// <summary>The next issue, with everything that was checked.</summary>
    public Task<string> NextIssueAsync(IssuePreview preview) => RenderAsync<NextIssuePage>((nameof(NextIssuePage.Preview), preview));

    /// <summary>How an issue's delivery stands.</summary>
    public Task<string> StatusAsync(DeliveryReport report) => RenderAsync<StatusPage>((nameof(StatusPage.Report), report));

    /// <summary>One sentence, and perhaps where to sign in.</summary>
    public Task<string> MessageAsync(string heading, string message, string? signIn = null) => RenderAsync<MessagePage>(
        (nameof(MessagePage.Heading), heading), (nameof(MessagePage.Message), message), (nameof(MessagePage.SignIn), signIn));

    /// <summary>Why something can't be done, for an editor who may go on elsewhere.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="root">The way from the page's address to the editors' routes: empty, or <c>../</c> for each level.</param>
    public Task<string> FailedAsync(string message, string root) => RenderAsync<FailedPage>((nameof(FailedPage.Message), message), (nameof(FailedPage.Root), root));

    /// <summary>Where an essay stands, in a word.</summary>
    /// <param name="entry">The essay.</param>
    /// <param name="twin">The essay that is carried in its place, or null.</param>
    public static string PlaceOf(EssayEntry entry, EssayTwin? twin = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry switch
        {
            { IssueId: { } issue } when twin is not null => "left out of issue " + issue,
            _ when twin is not null => "left out",
            { IssueId: { } issue, Placement: EssayPlacement.Withdrawn } => "withdrawn from issue " + issue,
            { Placement: EssayPlacement.Withdrawn } => "withdrawn",
            { IssueId: { } issue } => "in issue " + issue,
            { Placement: EssayPlacement.Pinned } => "pinned",
            { Placement: EssayPlacement.Held } => "held",
            _ => "waiting",
        };
    }

    /// <summary>Heading of the drops that can't be used, with how many of them are shown.</summary>
    public static string ProblemsHeading(int shown, int inAll) => ListLength.Heading("Can't be used", "newest", shown, inAll);

    private Task<string> RenderAsync<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent =>
        ComponentRenderer.RenderAsync<T>(parameters.Append(("Site", site)).ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal));
}
