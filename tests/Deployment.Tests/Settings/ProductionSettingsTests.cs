using System.Text.RegularExpressions;
using Digest.Core.Subscribers;
using Digest.Functions;
using Digest.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Digest.Deployment.Tests.Settings;

/// <summary>What an app says at its start on real storage, and on the emulator.</summary>
public sealed partial class ProductionSettingsTests
{
    private static readonly Dictionary<string, string?> RealStorage = new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage:blobServiceUri"] = "https://example.blob.core.windows.net",
        ["AzureWebJobsStorage:queueServiceUri"] = "https://example.queue.core.windows.net",
    };

    private static readonly Dictionary<string, string?> Sender = new(StringComparer.Ordinal)
    {
        ["Digest:Mail:FromAddress"] = "digest@example.org",
        ["Digest:Mail:ListId"] = "weekly.digest.example.org",
        ["Digest:Mail:PostalAddress"] = "1 Long Street, 12345 Town",
        ["Digest:Site:BaseUrl"] = "https://digest.example.org/",
        ["Digest:Smtp:Host"] = "smtp.example.net",
        ["Digest:Tokens:Keys:k1"] = TokenOptions.NewKey(),
    };

    [Fact]
    public void On_real_storage_an_app_that_was_told_nothing_names_every_setting_that_is_required()
    {
        var required = RequiredRow().Matches(File.ReadAllText(Repository.PathOf("docs", "operations.md"))).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(6, required.Count);
        var problems = string.Join('\n', Start(RealStorage));
        Assert.All(required, setting => Assert.Contains(setting, problems, StringComparison.Ordinal));
    }

    [Fact]
    public void On_real_storage_an_app_that_knows_its_sender_starts() => Assert.Empty(Start(RealStorage, Sender));

    [Fact]
    public void On_the_emulator_every_setting_has_a_default() =>
        Assert.Empty(Start(new Dictionary<string, string?>(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true" }));

    [Theory]
    [InlineData("Digest:Site:BaseUrl", "http://digest.example.org/")]
    [InlineData("Digest:Site:BaseUrl", "digest.example.org")]
    [InlineData("Digest:Site:SubscribeUrl", "http://digest.example.org/api/subscribe")]
    [InlineData("Digest:Site:SubscribeUrl", "/api/subscribe")]
    [InlineData("Digest:Subscriptions:FunctionsUrl", "http://digest.example.org/api/")]
    [InlineData("Digest:Subscriptions:FunctionsUrl", "digest.example.org/api")]
    [InlineData("Digest:Subscriptions:TrustedProxies", "0")]
    [InlineData("Digest:Smtp:Host", "localhost")]
    [InlineData("Digest:Mail:FromAddress", "nobody")]
    [InlineData("Digest:Issues:Schedule", "every friday")]
    [InlineData("Digest:Issues:TimeZone", "Europe/Atlantis")]
    [InlineData("Digest:Delivery:ClaimSize", "0")]
    [InlineData("Digest:Issues:MaxEssays", "0")]
    [InlineData("Digest:Site:Title", "")]
    [InlineData("Digest:Access:LocalEditor", "true")]
    [InlineData("Digest:Access:EditorRole", " ")]
    [InlineData("Digest:Delivery:MaxRefusedShare", "0")]
    public void A_wrong_value_is_named(string setting, string value)
    {
        var problem = Assert.Single(Start(RealStorage, Sender, new Dictionary<string, string?>(StringComparer.Ordinal) { [setting] = value }));
        Assert.Contains(setting, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("DataAnnotation", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_does_not_travel_in_the_clear()
    {
        var login = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Digest:Smtp:UserName"] = "digest", ["Digest:Smtp:Password"] = "x" };
        Assert.Contains("Digest:Smtp:Security", Assert.Single(Start(RealStorage, Sender, login)), StringComparison.Ordinal);
    }

    private static List<string> Start(params Dictionary<string, string?>[] settings)
    {
        var configuration = new ConfigurationBuilder();
        foreach (var part in settings)
        {
            configuration.AddInMemoryCollection(part);
        }

        var built = configuration.Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(built).AddLogging().AddDigest(built).BuildServiceProvider();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
        catch (AggregateException e)
        {
            return [.. e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures)];
        }
    }

    [GeneratedRegex(@"(?m)^\| `(Digest:[A-Za-z:]+)` \| required \|")]
    private static partial Regex RequiredRow();
}
