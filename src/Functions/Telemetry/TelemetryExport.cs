using Digest.Core.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Digest.Functions.Telemetry;

/// <summary>
/// Exports activities and metrics to an OpenTelemetry collector: where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one, and
/// not at all elsewhere. Headers, protocol and the like come from the standard's other variables.
/// </summary>
public static class TelemetryExport
{
    /// <summary>The variable that switches the export on (OpenTelemetry specification, OTLP exporter).</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds the export for as long as the host runs.</summary>
    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return string.IsNullOrWhiteSpace(configuration[Endpoint]) ? services : services.AddHostedService<Exporter>();
    }

    private sealed class Exporter : IHostedService, IDisposable
    {
        private TracerProvider? _traces;
        private MeterProvider? _metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var resource = ResourceBuilder.CreateDefault().AddService("digest");
            _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(DigestTelemetry.Name).AddOtlpExporter().Build();
            _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(DigestTelemetry.Name).AddOtlpExporter().Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            _traces?.ForceFlush((int)TimeSpan.FromSeconds(5).TotalMilliseconds);
            _metrics?.ForceFlush((int)TimeSpan.FromSeconds(5).TotalMilliseconds);
            return Task.CompletedTask;
        }

        public void Dispose()
        {
            _traces?.Dispose();
            _metrics?.Dispose();
        }
    }
}
