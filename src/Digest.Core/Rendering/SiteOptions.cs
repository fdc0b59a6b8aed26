using System.ComponentModel.DataAnnotations;

namespace Digest.Core.Rendering;

/// <summary>The publication and where its site stands: section <c>Digest:Site</c>.</summary>
public sealed record SiteOptions : IValidatableObject
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Digest:Site";

    /// <summary>Address of the site's root. Mails and feeds carry it for good: choose it once.</summary>
    [Required]
    public Uri BaseUrl { get; init; } = new("http://127.0.0.1:7080/");

    /// <summary>Name of the publication.</summary>
    [Required, StringLength(80, MinimumLength = 1)]
    public string Title { get; init; } = "The Weekly Digest";

    /// <summary>What it is, in one sentence.</summary>
    [Required, StringLength(300, MinimumLength = 1)]
    public string Description { get; init; } = "Essays worth your time, once a week.";

    /// <summary>BCP 47 tag of the language the publication itself speaks.</summary>
    [Required, RegularExpression("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", ErrorMessage = "Digest:Site:Language must be a language tag such as en or en-GB.")]
    public string Language { get; init; } = "en";

    /// <summary>Where the subscribe form posts to; null for <c>api/subscribe</c> below <see cref="BaseUrl"/>.</summary>
    public Uri? SubscribeUrl { get; init; }

    /// <summary>
    /// Https address of a square image of the publication (png, at most 144 pixels wide for RSS), or null. Feeds and shared
    /// links show it; an essay's own pictures are not kept.
    /// </summary>
    public Uri? Image { get; init; }

    /// <summary>WebSub hub that the feeds announce and that is told of every change: https, or this machine; null for none.</summary>
    public Uri? WebSubHub { get; init; }

    /// <summary>Most entries of a feed.</summary>
    [Range(5, 100)]
    public int FeedEntries { get; init; } = 30;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (WebSubHub is { } hub && !(hub.IsAbsoluteUri && (hub.Scheme == Uri.UriSchemeHttps || (hub.Scheme == Uri.UriSchemeHttp && hub.IsLoopback))))
        {
            yield return new ValidationResult($"Digest:Site:WebSubHub \"{hub}\" must be an https address.", [nameof(WebSubHub)]);
        }

        if (Image is { } image && !(image.IsAbsoluteUri && (image.Scheme == Uri.UriSchemeHttps || (image.Scheme == Uri.UriSchemeHttp && image.IsLoopback))))
        {
            yield return new ValidationResult($"Digest:Site:Image \"{image}\" must be an https address.", [nameof(Image)]);
        }
    }
}
