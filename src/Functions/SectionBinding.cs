using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Digest.Functions;

/// <summary>Fills options from their section; text that is none of what a setting takes is told like any other wrong value.</summary>
/// <param name="configuration">All settings.</param>
/// <param name="section">Section, such as <c>Digest:Issues</c>.</param>
internal sealed class SectionBinding<T>(IConfiguration configuration, string section) : IConfigureOptions<T>
    where T : class
{
    /// <inheritdoc/>
    /// <exception cref="OptionsValidationException">Names the setting, its text and what it takes.</exception>
    public void Configure(T options)
    {
        try
        {
            configuration.GetSection(section).Bind(options);
        }
        catch (InvalidOperationException e)
        {
            throw new OptionsValidationException(section, typeof(T), [e.Message]);
        }
    }
}
