using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Digest.Core.Boilerplate;
using Digest.Core.Decoding;
using Digest.Core.Deliveries;
using Digest.Core.Essays;
using Digest.Core.Issues;
using Digest.Core.Ports;
using Digest.Core.Rendering;
using Digest.Core.Rendering.Editors;
using Digest.Core.Rendering.Mail;
using Digest.Core.Rendering.Site;
using Digest.Core.Subscribers;
using Digest.Core.Workflows;
using Digest.Functions.Access;
using Digest.Functions.Feeds;
using Digest.Functions.Mail;
using Digest.Functions.Storage;
using Digest.Functions.Telemetry;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Digest.Functions;

/// <summary>The one composition root: the Functions app on Azure and the local host run exactly these services.</summary>
public static class Composition
{
    /// <summary>Name of the storage connection, as the Functions host knows it.</summary>
    public const string StorageConnection = "AzureWebJobsStorage";

    /// <summary>Adds everything that functions and commands need.</summary>
    /// <param name="services">The collection to add to.</param>
    /// <param name="configuration">
    /// Settings: section <c>Digest</c>, and <c>AzureWebJobsStorage</c> as a connection string or, with an identity,
    /// <c>AzureWebJobsStorage:blobServiceUri</c> and <c>AzureWebJobsStorage:queueServiceUri</c>.
    /// </param>
    /// <exception cref="OptionsValidationException">No storage is named, or not properly.</exception>
    public static IServiceCollection AddDigest(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        var storage = StorageSettings.Read(configuration);
        services.AddSingleton(_ => storage.Blobs(Credential(configuration)));
        services.AddSingleton(_ => storage.Queues(Credential(configuration)));
        AddEssays(services);
        AddIssues(services);
        AddDelivery(services, configuration);
        AddEditors(services);
        services.AddSingleton<MetricLog>();
        services.AddProductionRules(storage.IsEmulator);
        services.AddSingleton<IStartupFilter, SecurityHeaders>();
        return services;
    }

    private static void AddEssays(IServiceCollection services)
    {
        services.AddValidated<DecodingOptions>("Digest:Decoding");
        services.AddSingleton(provider => new EssayReader(RuleSet.Default, new DocumentDecoder(provider.GetRequiredService<DecodingOptions>())));
        services.AddSingleton<IInbox, BlobInbox>();
        services.AddSingleton<IEssayStore, BlobEssayStore>();
        services.AddSingleton<Core.Workflows.IngestEssay>();
        services.AddSingleton<Core.Workflows.ExplainRejectedDrop>();
        services.AddSingleton<Core.Workflows.SweepInbox>();
    }

    private static void AddIssues(IServiceCollection services)
    {
        services.AddValidated<IssueOptions>(IssueOptions.Section);
        services.AddValidated<SiteOptions>(SiteOptions.Section);
        services.AddValidated<MailOptions>(MailOptions.Section);
        services.AddSingleton(p => IssueSchedule.Parse(p.GetRequiredService<IssueOptions>().Schedule, p.GetRequiredService<IssueOptions>().TimeZone));
        services.AddSingleton<IIssueStore>(p => new BlobIssueStore(p.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.Issues)));
        services.AddSingleton<ISite>(p => new BlobSite(p.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.Web)));
        services.AddSingleton<IssueArchive>();
        services.AddSingleton<IFeedHub, WebSubHub>();
        services.AddSingleton<SiteFiles>();
        services.AddSingleton<PublishSite>();
        services.AddSingleton<GatherMaterial>();
        services.AddSingleton<FindTwins>();
        services.AddSingleton<PlaceEssay>();
        services.AddSingleton<FinishIssue>();
        services.AddSingleton<PreviewIssue>();
        services.AddSingleton<Core.Workflows.AssembleDigest>();
    }

    private static void AddDelivery(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidated<DeliveryOptions>("Digest:Delivery");
        services.AddValidated<SmtpOptions>("Digest:Smtp");
        services.AddValidated<TokenOptions>("Digest:Tokens");
        services.AddValidated<SubscriptionOptions>("Digest:Subscriptions");
        services.AddSingleton<SubscriberTokens>();
        services.AddSingleton<SubscriberLinks>();
        services.AddSingleton<ISubscriberStore>(p => new BlobSubscriberStore(
            p.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.Subscribers)));
        services.AddSingleton<IDeliveryLedger>(p => new AppendBlobLedger(
            p.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.Deliveries),
            p.GetRequiredService<DeliveryOptions>().Lease, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IDeliveryQueue>(p => new StorageDeliveryQueue(
            p.GetRequiredService<QueueServiceClient>().GetQueueClient(StorageNames.DeliveryQueue)));
#if AZURE_WORKER
        services.AddSingleton<IMailSender>(p => new ThrottledMailSender(
            new MailKitSender(p.GetRequiredService<SmtpOptions>(), p.GetRequiredService<TimeProvider>(), Credential(configuration)),
            p.GetRequiredService<SmtpOptions>(), p.GetRequiredService<ISendingBudget>(), p.GetRequiredService<TimeProvider>()));
#else
        services.AddSingleton<IMailSender>(p => new ThrottledMailSender(
            new SmtpClientSender(p.GetRequiredService<SmtpOptions>(), p.GetRequiredService<TimeProvider>()),
            p.GetRequiredService<SmtpOptions>(), p.GetRequiredService<ISendingBudget>(), p.GetRequiredService<TimeProvider>()));
#endif
        services.AddSingleton<ISendingBudget>(p => new BlobSendingBudget(
            p.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.Limits)));
        services.AddSingleton<IRateLimits>(p => new BlobRateLimits(
            p.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.Limits)));
        services.AddSingleton<ISubscriptionQueue>(p => new StorageSubscriptionQueue(
            p.GetRequiredService<QueueServiceClient>().GetQueueClient(StorageNames.SubscriptionQueue)));
        services.AddSingleton<SubscriberMails>();
        services.AddSingleton<SubscriptionPages>();
        services.AddSingleton<DirectDelivery>();
        services.AddSingleton<RefusalWatch>();
        services.AddSingleton<FinishDelivery>();
        services.AddSingleton<ISuppressionList>(p => new BlobSuppressionList(
            p.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(StorageNames.Subscribers)));
        services.AddSingleton<ErasedReaders>();
        services.AddSingleton<EraseSubscriber>();
        services.AddSingleton<LiftSuppression>();
        services.AddSingleton<ExportSubscriber>();
        services.AddSingleton<ImportSubscribers>();
        services.AddSingleton<Core.Workflows.Subscribe>();
        services.AddSingleton<Core.Workflows.AnswerSubscription>();
        services.AddSingleton<ConfirmSubscription>();
        services.AddSingleton<Core.Workflows.Unsubscribe>();
        services.AddSingleton<RecordMailEvents>();
        services.AddSingleton<Core.Workflows.DeliverDigest>();
    }

    private static void AddEditors(IServiceCollection services)
    {
        services.AddValidated<AccessOptions>("Digest:Access");
        services.AddSingleton<EditorGate>();
        services.AddSingleton<EditorPages>();
        services.AddSingleton<ReviewInbox>();
        services.AddSingleton<ReviewProblems>();
    }

    /// <summary>True when the configured storage is the emulator: what fits one machine only is allowed there.</summary>
    /// <exception cref="OptionsValidationException">No storage is named, or not properly.</exception>
    public static bool UsesEmulator(IConfiguration configuration) => StorageSettings.Read(configuration).IsEmulator;

    /// <summary>Names of the settings below <see cref="StorageConnection"/>, where it is no connection string.</summary>
    public static IReadOnlyList<string> StorageSettingNames => StorageSettings.Names;

    /// <summary>Options from a section: checked when the app starts, given to whoever asks for the plain type, and told as a section.</summary>
    private static void AddValidated<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddOptions<T>().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<T>>(provider => new SectionBinding<T>(provider.GetRequiredService<IConfiguration>(), section));
        services.AddSingleton<IValidateOptions<T>>(new SectionValidation<T>(section));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
        services.AddSingleton(new SettingsSection(section, typeof(T), provider => provider.GetRequiredService<IOptions<T>>().Value));
    }

    private static DefaultAzureCredential Credential(IConfiguration configuration) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = configuration[$"{StorageConnection}:clientId"] });
}
