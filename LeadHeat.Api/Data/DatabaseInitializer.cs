using LeadHeat.Api.Access;
using LeadHeat.Api.Privacy;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace LeadHeat.Api.Data;

/// <summary>Before anything is served: waits for Postgres, migrates, and creates the first admin.</summary>
internal sealed partial class DatabaseInitializer(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DatabaseInitializer> logger)
    : IHostedLifecycleService
{
    // Any number does that nothing else in the database locks by.
    private const long StartLock = 4_715_202_611;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    // Another Api may be migrating, and a migration of large tables takes its time.
    private static readonly TimeSpan LongestStatement = TimeSpan.FromMinutes(30);

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

    // Several Apis may start at once: the first one does it, and the others find it done.
    private async Task InitializeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LeadsDb>();
        db.Database.SetCommandTimeout(LongestStatement);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_lock({StartLock})", cancellationToken);
        try
        {
            await db.Database.MigrateAsync(cancellationToken);
            await scope.ServiceProvider.GetRequiredService<FirstAdmin>().CreateAsync(cancellationToken);
            scope.ServiceProvider.GetRequiredService<IKeyManager>().EnsureKey(clock.GetUtcNow());
            scope.ServiceProvider.GetRequiredService<SealedFields>().EnsureKey();
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({StartLock})", CancellationToken.None);
        }
    }

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
