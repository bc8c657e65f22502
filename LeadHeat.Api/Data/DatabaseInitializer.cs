using LeadHeat.Api.Access;
using LeadHeat.Api.Privacy;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace LeadHeat.Api.Data;

/// <summary>Before anything is served: waits for Postgres, migrates, and creates the first admin.</summary>
internal sealed partial class DatabaseInitializer(Schema schema, WrittenTimes written, TimeProvider clock, ILogger<DatabaseInitializer> logger)
    : IHostedLifecycleService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                await InitializeAsync(cancellationToken);
                var took = clock.GetElapsedTime(began);
                LogReady(logger, took);
                return;
            }
            catch (Exception failure) when (Outage.Is(failure) && clock.GetElapsedTime(began) < LongestWait)
            {
                LogWaiting(logger, failure.Message);
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }

    private Task InitializeAsync(CancellationToken cancellationToken) => schema.AloneAsync(
        async (services, db) =>
        {
            await Schema.MigrateAsync(db, cancellationToken);
            await written.FollowAsync(db, cancellationToken);
            await services.GetRequiredService<FirstAdmin>().CreateAsync(cancellationToken);
            services.GetRequiredService<IKeyManager>().EnsureKey(clock.GetUtcNow());
            services.GetRequiredService<SealedFields>().EnsureKey();
        },
        cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "The database is ready after {Time}")]
    private static partial void LogReady(ILogger logger, TimeSpan time);

    [LoggerMessage(Level = LogLevel.Information, Message = "Waiting for Postgres: {Reason}")]
    private static partial void LogWaiting(ILogger logger, string reason);
}
