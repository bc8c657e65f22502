using LeadHeat.Core.Turns;
using LeadHeat.Core.Wire;
using LeadHeat.ServiceDefaults;
using LeadHeat.Worker.Agent;

namespace LeadHeat.Worker.Jobs;

internal static class JobServices
{
    private const string Api = "api";

    /// <summary>The way to the Api: one client for all turns, known to it by the service key.</summary>
    public static void AddApi(this IHostApplicationBuilder builder)
    {
        var key = builder.Configuration["Access:ServiceKey"] is { Length: > 0 } given
            ? given : throw new InvalidOperationException("Set Access__ServiceKey: the key that the Api knows its workers by.");
        builder.Services.AddHttpClient(Api, http =>
            {
                http.BaseAddress = new Uri("http://api");
                http.DefaultRequestHeaders.Add(Routes.ApiKeyHeader, key);
            })
            .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        builder.Services.AddSingleton(services => new LeadHeatClient(services.GetRequiredService<IHttpClientFactory>().CreateClient(Api)));
    }

    public static void AddJobs(this IHostApplicationBuilder builder)
    {
        var redis = builder.Configuration.GetConnectionString("redis") is { Length: > 0 } given
            ? given : throw new InvalidOperationException("Set ConnectionStrings__redis: where the jobs come from.");
        builder.Services.AddClocks();
        builder.Services.AddSingleton(new RedisServer(redis));
        builder.Services.AddSingleton(WorkerName.From(builder.Configuration));
        builder.Services.AddSingleton<RedisJobs>();
        builder.Services.AddSingleton<ITurnEvents, RedisTurnEvents>();
        builder.Services.AddSingleton<RunningTurns>();
        builder.Services.AddSingleton<TurnClaims>();
        builder.Services.AddSingleton<TurnRunner>();
        builder.Services.AddHealthChecks().AddCheck<RedisHealth>("redis");

        builder.Services.AddHostedService<WarmUp>();
        // They stop in the reverse order: leases are kept until the pump has finished what it has in hand.
        builder.Services.AddHostedService<LeaseKeeper>();
        builder.Services.AddHostedService<QueueDepth>();
        builder.Services.AddHostedService<JobPump>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TurnLimits.Time + TurnLimits.Lease);
    }
}
