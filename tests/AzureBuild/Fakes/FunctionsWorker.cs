// The builder of the Functions worker, as far as Program.cs uses it. The triggers come from the stand-ins of src/Functions.

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

public static class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => throw new NotSupportedException();
}

public sealed class FunctionsApplicationBuilder : IHostApplicationBuilder
{
    public IConfigurationManager Configuration => throw new NotSupportedException();

    public IHostEnvironment Environment => throw new NotSupportedException();

    public ILoggingBuilder Logging => throw new NotSupportedException();

    public IMetricsBuilder Metrics => throw new NotSupportedException();

    public IDictionary<object, object> Properties => throw new NotSupportedException();

    public IServiceCollection Services => throw new NotSupportedException();

    public IHost Build() => throw new NotSupportedException();

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => throw new NotSupportedException();
}

public static class FunctionsApplicationBuilderExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) => builder;
}
