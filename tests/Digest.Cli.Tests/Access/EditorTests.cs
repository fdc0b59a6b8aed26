using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Digest.Cli.Commands;
using Digest.Core.Essays;
using Digest.Core.Ports;
using Digest.Core.Workflows;
using Digest.Functions.Storage;
using Digest.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Digest.Cli.Tests.Access;

/// <summary>What an editor does with the pages, from a drop to a held issue.</summary>
public sealed class EditorTests(AzuriteFixture fixture)
{
    private const string Name = "a-harbour.txt";

    [Fact]
    public async Task An_editor_sees_what_was_stripped_holds_an_essay_looks_at_the_next_issue_and_stops_a_delivery()
    {
        await using var app = await RunningApp.StartAsync(fixture, ("Digest:Access:LocalEditor", "true"));
        await DropAsync(app, Name, "A harbour without ships\n\nBy Ada Byron\n\nThe harbour of the town has been empty for 12 years, and nobody knows what to do with its cranes.\n\nTwo plans were made in 2019, and both were given up after a few months of talk.\n\nSign up for our newsletter\n");
        await DropAsync(app, "empty.txt", "   ");
        var id = EssayId.FromSourceName(Name);

        var list = await app.Http.GetFromJsonAsync<JsonElement>("api/editor/essays");
        var line = Assert.Single(list.GetProperty("essays").EnumerateArray());
        Assert.Equal((id, "A harbour without ships"), (line.GetProperty("entry").GetProperty("id").GetString(), line.GetProperty("entry").GetProperty("title").GetString()));
        Assert.NotEqual("", line.GetProperty("summary").GetString());
        var problem = Assert.Single(list.GetProperty("problems").EnumerateArray());
        Assert.Equal("empty.txt", problem.GetProperty("sourceName").GetString());
        Assert.EndsWith(".", problem.GetProperty("problem").GetProperty("message").GetString(), StringComparison.Ordinal);

        var (printed, printedWaiting) = (new StringWriter(), new StringWriter());
        await EssaysCommand.ListAsync(app.App.Services, waiting: false, printed, default);
        Assert.Contains($"waiting               {id}  A harbour without ships", printed.ToString(), StringComparison.Ordinal);
        Assert.Contains($"Can't be used\n  empty.txt: {problem.GetProperty("problem").GetProperty("message").GetString()}", printed.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        await EssaysCommand.ListAsync(app.App.Services, waiting: true, printedWaiting, default);
        Assert.DoesNotContain("empty.txt", printedWaiting.ToString(), StringComparison.Ordinal);

        var page = await PageAsync(app, "api/editor/essays");
        Assert.Contains($"<form method=\"post\" action=\"essays/{id}/hold\">", page, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", WebUtility.HtmlDecode(page), StringComparison.Ordinal);

        var decisions = await PageAsync(app, $"api/editor/essays/{id}");
        Assert.Contains("Sign up for our newsletter", decisions, StringComparison.Ordinal);
        Assert.Contains(" matched “", decisions, StringComparison.Ordinal);
        Assert.Contains($"<form method=\"post\" action=\"../essays/{id}/hold?from=essay\">", decisions, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("api/editor/essays/..%2f..%2fissues")).StatusCode);

        using var held = await PostAsync(app, $"api/editor/essays/{id}/hold", page: true);
        Assert.Equal(HttpStatusCode.SeeOther, held.StatusCode);
        Assert.Equal("/api/editor/essays", new Uri(new Uri(app.Http.BaseAddress!, $"api/editor/essays/{id}/hold"), held.Headers.Location!).AbsolutePath);
        Assert.Equal(EssayPlacement.Held, (await Essays(app).FindEntryAsync(id, default))!.Placement);
        Assert.Empty((await NextAsync(app)).GetProperty("issue").GetProperty("items").EnumerateArray());
        using var pinned = await PostAsync(app, $"api/editor/essays/{id}/pin?from=essay", page: true);
        Assert.Equal("../" + id, pinned.Headers.Location?.OriginalString);
        using var released = await PostAsync(app, $"api/editor/essays/{id}/release");
        Assert.Equal(HttpStatusCode.OK, released.StatusCode);
        Assert.Single((await NextAsync(app)).GetProperty("issue").GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(app, $"api/editor/essays/{id}/burn")).StatusCode);

        using var withdrawn = await PostAsync(app, $"api/editor/essays/{id}/withdraw");
        Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
        Assert.Empty((await NextAsync(app)).GetProperty("issue").GetProperty("items").EnumerateArray());
        using var refused = await PostAsync(app, $"api/editor/essays/{id}/pin");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("It is withdrawn; release it first.", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("message").GetString());
        await ShowsFailureAsync(await PostAsync(app, $"api/editor/essays/{id}/pin", page: true), HttpStatusCode.Conflict, "It is withdrawn; release it first.", "../../essays");
        Assert.Contains("withdrawn", await PageAsync(app, "api/editor/essays"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(app, $"api/editor/essays/{id}/release")).StatusCode);

        Assert.Contains("A harbour without ships", await PageAsync(app, "api/editor/issues/next"), StringComparison.Ordinal);
        using var mail = await app.Http.GetAsync("api/editor/issues/next?show=mail");
        Assert.Contains("sandbox", mail.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("A harbour without ships", await mail.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("api/editor/status")).StatusCode);
        var made = await app.App.Services.GetRequiredService<AssembleDigest>().RunAsync(AssembleRequest.Now, default);
        using var stopped = await PostAsync(app, $"api/editor/issues/{made.IssueId}/hold");
        Assert.Equal(HttpStatusCode.OK, stopped.StatusCode);
        var status = await PageAsync(app, "api/editor/status");
        Assert.Contains("Held: Held by an editor.", status, StringComparison.Ordinal);
        Assert.Contains($"action=\"issues/{made.IssueId}/release\"", status, StringComparison.Ordinal);
        Assert.True((await app.Http.GetFromJsonAsync<JsonElement>("api/editor/status?issue=" + made.IssueId)).GetProperty("control").GetProperty("held").GetBoolean());

        await Ledgers(app).ChangeControlAsync(made.IssueId!, c => c with { RefusalsInDoubt = true }, default);
        using var doubtful = await PostAsync(app, $"api/editor/issues/{made.IssueId}/release");
        Assert.Equal(HttpStatusCode.Conflict, doubtful.StatusCode);
        await ShowsFailureAsync(
            await PostAsync(app, $"api/editor/issues/{made.IssueId}/release", page: true), HttpStatusCode.Conflict, "Many recipients were refused", "../../essays");
        await Ledgers(app).ChangeControlAsync(made.IssueId!, c => c with { RefusalsInDoubt = false }, default);
        await ShowsFailureAsync(await PostAsync(app, "api/editor/essays/0000/hold", page: true), HttpStatusCode.NotFound, "There is no such essay.", "../../essays");
        await ShowsFailureAsync(await PostAsync(app, "api/editor/issues/2020-W01/burn", page: true), HttpStatusCode.NotFound, "Say hold or release.", "../../essays");
        await ShowsFailureAsync(await GetAsync(app, "api/editor/essays/0000"), HttpStatusCode.NotFound, "There is no such essay.", "../essays");
        await ShowsFailureAsync(await GetAsync(app, "api/editor/status?issue=2020-W01/x"), HttpStatusCode.NotFound, "There is no such issue.", "essays");
        using var going = await PostAsync(app, $"api/editor/issues/{made.IssueId}/release");
        Assert.False((await Ledgers(app).ReadControlAsync(made.IssueId!, default)).Held);
    }

    [Fact]
    public async Task A_name_with_a_line_break_is_one_line_of_the_list()
    {
        await using var app = await RunningApp.StartAsync(fixture);
        await DropAsync(app, "blank\n\t1.txt", "   ");
        var printed = new StringWriter();
        await EssaysCommand.ListAsync(app.App.Services, waiting: false, printed, default);
        Assert.Contains("  blank\uFFFD\uFFFD1.txt: ", printed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_site_makes_a_browser_send_changes_nothing()
    {
        await using var app = await RunningApp.StartAsync(fixture, ("Digest:Access:LocalEditor", "true"));
        await DropAsync(app, Name, "A harbour without ships\n\nThe harbour of the town has been empty for 12 years, and nobody knows what to do with its cranes.\n");
        var id = EssayId.FromSourceName(Name);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/editor/essays/{id}/hold") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var response = await app.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(EssayPlacement.Normal, (await Essays(app).FindEntryAsync(id, default))!.Placement);
    }

    private static IEssayStore Essays(RunningApp app) => app.App.Services.GetRequiredService<IEssayStore>();

    private static IDeliveryLedger Ledgers(RunningApp app) => app.App.Services.GetRequiredService<IDeliveryLedger>();

    private static Task<JsonElement> NextAsync(RunningApp app) => app.Http.GetFromJsonAsync<JsonElement>("api/editor/issues/next");

    /// <summary>A page of the editors' kind with the sentence, from which they come back to the list.</summary>
    private static async Task ShowsFailureAsync(HttpResponseMessage response, HttpStatusCode status, string sentence, string wayToList)
    {
        using (response)
        {
            Assert.Equal((status, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
            Assert.Contains("<h1>That did not work</h1>", page, StringComparison.Ordinal);
            Assert.Contains($"<p class=\"note\">{sentence}", page, StringComparison.Ordinal);
            Assert.Contains($"<a href=\"{wayToList}\">Essays</a>", page, StringComparison.Ordinal);
        }
    }

    private static async Task<HttpResponseMessage> GetAsync(RunningApp app, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
        return await app.Http.SendAsync(request);
    }

    private static async Task<string> PageAsync(RunningApp app, string path)
    {
        using var response = await GetAsync(app, path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> PostAsync(RunningApp app, string path, bool page = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Headers = { { "Sec-Fetch-Site", "same-origin" }, { "Accept", page ? "text/html" : "application/json" } } };
        return await app.Http.SendAsync(request);
    }

    private static async Task DropAsync(RunningApp app, string name, string text)
    {
        var container = app.App.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.Incoming);
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);
        await app.App.Services.GetRequiredService<IngestEssay>().RunAsync(name, default);
    }
}
