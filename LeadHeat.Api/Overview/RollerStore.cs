using LeadHeat.Api.Data;
using Npgsql;

namespace LeadHeat.Api.Overview;

/// <summary>Counts leads anew: out of the cells that they were counted in, into those where they belong.</summary>
internal static class RollerStore
{
    /// <summary>Within the transaction that holds the roller's lock.</summary>
    public static async Task CountAsync(NpgsqlConnection connection, Guid[] leads, string zone, CancellationToken cancellationToken)
    {
        await using var create = new NpgsqlCommand(RollerSql.Staging, connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
        await using var batch = connection.CreateBatch();
        batch.Then(RollerSql.NewRules, Sql.Of(leads)).Then(LeadCells.Stage, Sql.Of(leads), Sql.Of(zone)).Then(RollerSql.NewSlices)
            .Then(RollerSql.Changes, Sql.Of(leads)).Then(RollerSql.Days).Then(RollerSql.Months).Then(RollerSql.EmptyDays).Then(RollerSql.EmptyMonths)
            .Then(RollerSql.Counted, Sql.Of(leads)).Then(RollerSql.Drop, Sql.Of(leads)).Then(RollerSql.Store).Then(RollerSql.Noted, Sql.Of(leads));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Forgets all counts; the roller makes them again from the leads.</summary>
    public static async Task RebuildAsync(NpgsqlDataSource database, string zone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = connection.CreateBatch();
        batch.Then(RollerSql.WaitForLock).Then(RollerSql.Begin, Sql.Of(zone), Sql.Of(now)).Then(RollerSql.Forget).Then(RollerSql.BeginAgain, Sql.Of(zone), Sql.Of(now));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
