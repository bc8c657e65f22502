using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace LeadHeat.ServiceDefaults;

public static class Defaults
{
    internal const string HealthPath = "/health";
    internal const string AlivePath = "/alive";

    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder) where TBuilder : IHostApplicationBuilder
    {
        builder.AddSecretFiles();
        builder.AddJsonLogs();
        builder.AddTelemetry();
        builder.Logging.AddRedaction();
        builder.Services.AddServiceKeeper();
        builder.AddServiceCalls();
        builder.AddTrustedProxies();
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), ["alive"]);
        return builder;
    }

    /// <summary>/alive: the process answers. /health: it also has what it needs, by every registered check. Both are open.</summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        Open(app.MapHealthChecks(HealthPath, new HealthCheckOptions { ResponseWriter = WriteAsync }));
        Open(app.MapHealthChecks(AlivePath, new HealthCheckOptions { Predicate = check => check.Tags.Contains("alive") }));
        return app;
    }

    private static void Open(IEndpointConventionBuilder endpoint) => endpoint.AllowAnonymous().DisableHttpMetrics().ShortCircuit();

    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsync(string.Join('\n', report.Entries
            .Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .Select(entry => $"{entry.Key}: {entry.Value.Description ?? entry.Value.Status.ToString()}")
            .Prepend(report.Status.ToString())));
}
