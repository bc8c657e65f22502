using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace LeadHeat.ServiceDefaults;

internal static class Telemetry
{
    private const int NewTracesPerSecond = 20;

    private static readonly string[] Sources =
        ["LeadHeat.*", "Microsoft.AspNetCore", "Microsoft.AspNetCore.SignalR.Server", "System.Net.Http", "Npgsql"];

    private static readonly string[] Meters =
    [
        "LeadHeat.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections",
        "System.Net.Http", "System.Runtime", "Npgsql",
    ];

    /// <summary>
    /// Traces, metrics and logs go to the OTLP endpoint that the environment names, in the environment's protocol and under its
    /// service name; without one there is nobody to send to, and nothing is collected.
    /// </summary>
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;

        // Off by default in .NET 10: without it a request's span has no method, path, route or status.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);

        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
            .SetSampler(new ParentBasedSampler(new PacedSampler(NewTracesPerSecond, TimeProvider.System)))
            .AddSource(Sources)
            .AddProcessor(new SpanRedaction())
            .AddOtlpExporter()
            .Build());
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().AddMeter(Meters).AddOtlpExporter().Build());
        builder.Services.AddSingleton<IStartupFilter, RequestSpans>();
        builder.Services.AddHostedService<TelemetryLifetime>();
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeScopes = true;
            logs.IncludeFormattedMessage = true;
            logs.AddOtlpExporter();
        });
    }
}
