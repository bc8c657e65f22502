using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LeadHeat.Worker.Jobs;

/// <summary>A worker is of use while it can get jobs.</summary>
internal sealed class RedisHealth(RedisServer redis) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(redis.IsConnected ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Redis cannot be reached."));
}
