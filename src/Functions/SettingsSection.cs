namespace Digest.Functions;

/// <summary>A section of the settings that the digest reads.</summary>
/// <param name="Name">The section, such as <c>Digest:Issues</c>.</param>
/// <param name="Options">The class whose properties are its settings.</param>
/// <param name="Read">Reads it; throws <see cref="Microsoft.Extensions.Options.OptionsValidationException"/> where a value is none it takes.</param>
public sealed record SettingsSection(string Name, Type Options, Func<IServiceProvider, object> Read);
