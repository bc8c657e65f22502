using Npgsql;

namespace LeadHeat.Tests.AppHost;

/// <summary>Rows that nobody else can change until this is disposed: what the app wants of them takes as long as a test needs.</summary>
internal sealed class HeldRow : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private HeldRow(NpgsqlDataSource source, NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (_source, _connection, _transaction) = (source, connection, transaction);

    /// <summary>Locks what the query finds, which ends in "for update".</summary>
    public static async Task<HeldRow> TakeAsync(RunningApp app, string query)
    {
        var source = NpgsqlDataSource.Create(app.ConnectionString("leadsdb"));
        var connection = await source.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(query, connection, transaction);
        Assert.NotNull(await command.ExecuteScalarAsync());
        return new HeldRow(source, connection, transaction);
    }

    /// <summary>Waits until somebody waits for it.</summary>
    public async Task UntilAwaitedAsync()
    {
        await using var command = _source.CreateCommand($"select exists (select from pg_stat_activity where {_connection.ProcessID} = any (pg_blocking_pids(pid)))");
        await Eventually.TrueAsync(async () => (bool)(await command.ExecuteScalarAsync())!, TimeSpan.FromSeconds(60), () => "nobody waits for the rows.");
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
        await _source.DisposeAsync();
    }
}
