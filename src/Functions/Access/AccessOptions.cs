using System.ComponentModel.DataAnnotations;

namespace Digest.Functions.Access;

/// <summary>Who may use the editors' routes: section <c>Digest:Access</c>. With nothing set nobody may.</summary>
public sealed class AccessOptions : IValidatableObject
{
    /// <summary>
    /// True where App Service authentication stands in front of the app: it takes <c>X-MS-CLIENT-PRINCIPAL</c> out of what
    /// comes from outside and puts its own in. Anywhere else whoever sends the header would be whom they like.
    /// </summary>
    public bool TrustPlatformPrincipal { get; set; }

    /// <summary>Editors, by the object id of their Entra account (which never changes) or their sign-in name.</summary>
    public List<string> Editors { get; init; } = [];

    /// <summary>App role of the Entra registration whose members are editors; null for none.</summary>
    public string? EditorRole { get; set; }

    /// <summary>Lets whoever sits at this machine be the editor. On the storage emulator only.</summary>
    public bool LocalEditor { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Editors.Exists(string.IsNullOrWhiteSpace) || EditorRole is { } role && string.IsNullOrWhiteSpace(role))
        {
            yield return new ValidationResult("Digest:Access:Editors and Digest:Access:EditorRole must not be empty where they are set.");
        }
    }
}
