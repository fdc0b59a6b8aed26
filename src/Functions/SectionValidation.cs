using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Digest.Functions;

/// <summary>Judges the options of a section by their annotations, in sentences that name the setting as it is written.</summary>
/// <param name="section">Section, such as <c>Digest:Issues</c>.</param>
internal sealed class SectionValidation<T>(string section) : IValidateOptions<T>
    where T : class
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, T options)
    {
        var results = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(results.Select(Say));
    }

    private string Say(ValidationResult result)
    {
        var message = result.ErrorMessage ?? "The value is not valid.";
        return message.Contains(section, StringComparison.Ordinal)
            ? message
            : $"{section}:{string.Join(',', result.MemberNames)}: {message}";
    }
}
