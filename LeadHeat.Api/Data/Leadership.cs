using Npgsql;

namespace LeadHeat.Api.Data;

/// <summary>
/// Of several Apis one does a job: whoever holds its advisory lock. It is the connection's, so it falls with the process.
/// What is done under it has to bear a second one for a moment all the same: a connection may be lost before that is noticed.
/// </summary>
internal sealed class Leadership(NpgsqlDataSource database, long key) : IAsyncDisposable
{
    private NpgsqlConnection? _connection;

    /// <summary>Whether this process leads now.</summary>
    public async Task<bool> HoldAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_connection is not null)
            {
                await using var alive = new NpgsqlCommand("select 1", _connection);
                await alive.ExecuteScalarAsync(cancellationToken);
                return true;
            }

            var connection = await database.OpenConnectionAsync(cancellationToken);
            await using var take = new NpgsqlCommand("select pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = key } } };
            if (await take.ExecuteScalarAsync(cancellationToken) is true)
            {
                _connection = connection;
                return true;
            }

            await connection.DisposeAsync();
            return false;
        }
        catch (NpgsqlException)
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _connection, null) is not { } connection)
            return;
        // Given back to the pool it is cleaned of its locks.
        await connection.DisposeAsync();
    }
}
