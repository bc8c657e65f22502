using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LeadHeat.Api.Data;

/// <summary>The tables of this version: made by whoever owns the database, which is the Api itself where its role may, or this command before it starts.</summary>
internal sealed partial class Schema(IServiceScopeFactory scopes, ILogger<Schema> logger)
{
    /// <summary>The command's name; after it the role that the Api will serve with, if it is another one.</summary>
    public const string Verb = "migrate";

    // Any number does that nothing else in the database locks by.
    private const long StartLock = 4_715_202_611;

    // Another Api may be migrating, and a migration of large tables takes its time.
    private static readonly TimeSpan LongestStatement = TimeSpan.FromMinutes(30);

    /// <summary>Makes what is missing; false: why not is logged.</summary>
    public async Task<bool> RunAsync(string? role, CancellationToken cancellationToken)
    {
        try
        {
            await AloneAsync(
                async (_, db) =>
                {
                    await MigrateAsync(db, cancellationToken);
                    if (role is not null)
                        await ServiceGrants.GiveAsync((NpgsqlConnection)db.Database.GetDbConnection(), role, cancellationToken);
                },
                cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
        {
            LogFailed(logger, failure.Message);
            return false;
        }
    }

    /// <summary>Several processes may start at once: the first one does it, and the others find it done.</summary>
    public async Task AloneAsync(Func<IServiceProvider, LeadsDb, Task> act, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LeadsDb>();
        db.Database.SetCommandTimeout(LongestStatement);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_lock({StartLock})", cancellationToken);
        try
        {
            await act(scope.ServiceProvider, db);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({StartLock})", CancellationToken.None);
        }
    }

    // Migrating locks the list of what was migrated, which a role that owns nothing may only read.
    public static async Task MigrateAsync(LeadsDb db, CancellationToken cancellationToken)
    {
        var missing = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (missing.Count == 0)
            return;
        try
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new InvalidOperationException(
                $"The database is older than this version ({missing[0]} is missing), and this role may not change it. Run 'LeadHeat.Api {Verb} <this role>' as its owner first: docs/operations.md, Roles of the database.",
                refused);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database could not be brought up to date: {Why}")]
    private static partial void LogFailed(ILogger logger, string why);
}
