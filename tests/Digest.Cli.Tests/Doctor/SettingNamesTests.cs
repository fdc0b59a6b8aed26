using Digest.Cli.Doctor;
using Digest.Functions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Digest.Cli.Tests.Doctor;

public sealed class SettingNamesTests
{
    [Theory]
    [InlineData("Digest:Smpt:Host", "Digest:Smtp:Host")]
    [InlineData("Smpt:Host", "Digest:Smtp:Host")]
    [InlineData("Smtp:Host", "Digest:Smtp:Host")]
    [InlineData("Digset:Site:BaseUrl", "Digest:Site:BaseUrl")]
    [InlineData("Digest:Issues:MaxEsays", "Digest:Issues:MaxEssays")]
    [InlineData("Digest:MaxEsays", "Digest:Issues:MaxEssays")]
    [InlineData("Digest:Delivery:MaxEssays", "Digest:Issues:MaxEssays")]
    [InlineData("digest:smtp:pasword", "Digest:Smtp:Password")]
    [InlineData("Digest:Smtp:Providers:google:Domans:0", "Digest:Smtp:Providers:google:Domains:0")]
    [InlineData("Digest:Smtp:Provider:google:Domains:0", "Digest:Smtp:Providers:google:Domains:0")]
    [InlineData("Digest:Token:Keys:k1", "Digest:Tokens:Keys:k1")]
    [InlineData("Digest:Access:Editor:0", "Digest:Access:Editors:0")]
    [InlineData("AzureWebJobsStorage:blobServiceUrl", "AzureWebJobsStorage:blobServiceUri")]
    public void A_misspelt_name_is_told_with_the_one_that_was_meant(string key, string meant)
    {
        var finding = Assert.Single(Examine((key, "a secret")));
        Assert.Equal((Verdict.Warn, "Settings"), (finding.Verdict, finding.Subject));
        Assert.StartsWith(key + " is no setting", finding.Text, StringComparison.Ordinal);
        Assert.EndsWith($"Did you mean {meant}?", finding.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("a secret", finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Digest:Frobnicate")]
    [InlineData("Digest:Smtp:Host:0")]
    [InlineData("Digest:Weather:Tomorrow")]
    public void A_name_like_no_other_is_told_too(string key) =>
        Assert.StartsWith(key + " is no setting, and nothing reads it.", Assert.Single(Examine((key, "1"))).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("AzureWebJobsStorage")]
    [InlineData("AzureWebJobsStorage:blobServiceUri")]
    [InlineData("AzureWebJobsStorage:queueServiceUri")]
    [InlineData("AzureWebJobsStorage:accountName")]
    [InlineData("AzureWebJobsStorage:credential")]
    [InlineData("AzureWebJobsStorage:clientId")]
    [InlineData("DIGEST:SMTP:HOST")]
    [InlineData("Digest:Smtp:PerSecond")]
    [InlineData("Digest:Smtp:Providers:google:Domains:0")]
    [InlineData("Digest:Smtp:Providers:google:PerSecond")]
    [InlineData("Digest:Smtp:Providers")]
    [InlineData("Digest:Tokens:Keys:k1")]
    [InlineData("Digest:Access:Editors:0")]
    [InlineData("Digest:Site:BaseUrl")]
    [InlineData("Digest:Subscriptions:FunctionsUrl")]
    public void A_known_name_is_not_told(string key) => Assert.Empty(Examine((key, "")));

    [Theory]
    [InlineData("AzureWebJobsFeatureFlags")]
    [InlineData("AzureWebJobsDashboard:x")]
    [InlineData("FUNCTIONS_WORKER_RUNTIME")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("Kestrel:Endpoints:Http:Url")]
    [InlineData("DIGEST_EDITORS")]
    [InlineData("Mail:Host")]
    [InlineData("Git:Image")]
    public void Settings_of_others_are_left_alone(string key) => Assert.Empty(Examine((key, "1")));

    private static List<Finding> Examine(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();
        var storage = new ConfigurationBuilder().AddInMemoryCollection([new(Composition.StorageConnection, "UseDevelopmentStorage=true")]).Build();
        using var services = new ServiceCollection().AddDigest(storage).BuildServiceProvider();
        return [.. new SettingNames(services.GetServices<SettingsSection>()).Examine(configuration)];
    }
}
