using Npgsql;

namespace LeadHeat.Api.Data;

/// <summary>
/// Of several Apis one does a job: whoever holds its advisory lock. It is the connection's, so it falls with the process.
/// What is done under it has to bear a second one for a moment all the same: a connection may be lost before that is noticed.
/// </summary>
/// <param name="leaders">Connections that end when they are disposed of, and their locks with them.</param>
internal sealed class Leadership(NpgsqlDataSource leaders, long key) : IAsyncDisposable
{
    private NpgsqlConnection? _connection;
    private bool _leads;

    /// <summary>Whether this process leads now.</summary>
    public async Task<bool> HoldAsync(CancellationToken cancellationToken)
    {
        try
        {
            _connection ??= await leaders.OpenConnectionAsync(cancellationToken);
            // Who leads asks only whether the connection is alive.
            await using var command = _leads
                ? new NpgsqlCommand("select true", _connection)
                : new NpgsqlCommand("select pg_try_advisory_lock($1)", _connection) { Parameters = { new() { Value = key } } };
            return _leads = await command.ExecuteScalarAsync(cancellationToken) is true;
        }
        catch (NpgsqlException)
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _leads = false;
        if (Interlocked.Exchange(ref _connection, null) is { } connection)
            await connection.DisposeAsync();
    }
}
