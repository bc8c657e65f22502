using LeadHeat.Api.Channels;
using LeadHeat.Api.Channels.LeadAds;
using LeadHeat.Api.Data;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LeadHeat.Api.Inbound;

/// <summary>
/// Feeds the archive of one database to the door of another: the same deliveries, with what Meta answered then and how forms were mapped,
/// so that the same leads come of it. What is there already stays as it is, so it can be run again.
/// </summary>
internal sealed partial class ArchiveReplay([FromKeyedServices(Database.Imports)] NpgsqlDataSource target, IOptions<MetaOptions> meta, ILogger<ArchiveReplay> logger)
{
    /// <summary>The command's name, before the connection string of where to read.</summary>
    public const string Verb = "replay-archive";

    private const int Patience = 300;

    // Only an Api with a token compares with Meta, and holds the lock for it. $1 lock.
    private const string Connected = """
        select exists (
            select from pg_locks l join pg_database d on d.oid = l.database
            where d.datname = current_database() and l.locktype = 'advisory' and (l.classid::bigint << 32) + l.objid::bigint = $1)
        """;

    // Deliveries last: whoever works them off then finds the rest. That they were taken apart is left out.
    private static readonly (string Table, string Columns)[] Parts =
    [
        ("lead_forms", "id, playbook, questions, mapping, confirmed_at, confirmed_by, created_at"),
        ("web_forms", "name, title, playbook, fields, origins, consent, redirect, is_open, created_at, changed_at, changed_by"),
        ("fetched_forms", "leadgen_id, body, words, fetched_at"),
        ("deliveries", "id, channel, headers, body, received_at, verdict, signed_by"),
    ];

    /// <summary>False: somebody could be written to, or a database is not there. Why is logged.</summary>
    public async Task<bool> RunAsync(string from, CancellationToken cancellationToken)
    {
        try
        {
            return await CopyAsync(from, cancellationToken);
        }
        catch (Exception broken) when (broken is NpgsqlException or ArgumentException)
        {
            LogBroken(logger, broken.Message);
            return false;
        }
    }

    private async Task<bool> CopyAsync(string from, CancellationToken cancellationToken)
    {
        if (meta.Value.AccessToken.Length > 0 || await IsConnectedAsync(cancellationToken))
        {
            LogRefused(logger);
            return false;
        }

        // An archive is large, and whoever copies it is in no hurry.
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(from) { CommandTimeout = Patience, Timeout = Patience });
        foreach (var (table, columns) in Parts)
        {
            var count = await CopyAsync(source, table, columns, cancellationToken);
            LogCopied(logger, count, table);
        }

        return true;
    }

    // Whether an Api runs there that could send.
    private async Task<bool> IsConnectedAsync(CancellationToken cancellationToken)
    {
        await using var command = target.CreateCommand(Connected);
        command.Parameters.Add(Sql.Of(Reconciler.Lock));
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private async Task<int> CopyAsync(NpgsqlDataSource source, string table, string columns, CancellationToken cancellationToken)
    {
        await using var reading = await source.OpenConnectionAsync(cancellationToken);
        await using var writing = await target.OpenConnectionAsync(cancellationToken);
        await using var transaction = await writing.BeginTransactionAsync(cancellationToken);
        await RunAsync(writing, $"create temp table replayed on commit drop as select {columns} from {table} limit 0", cancellationToken);
        await using (var output = await reading.BeginRawBinaryCopyAsync($"copy (select {columns} from {table}) to stdout (format binary)", cancellationToken))
        await using (var input = await writing.BeginRawBinaryCopyAsync($"copy replayed ({columns}) from stdin (format binary)", cancellationToken))
            await output.CopyToAsync(input, cancellationToken);
        var count = await RunAsync(writing, $"insert into {table} ({columns}) select {columns} from replayed order by 1 on conflict do nothing", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return count;
    }

    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Nothing was copied: with Meta__AccessToken people would be written to again. Start the Api of that database, and this, without it")]
    private static partial void LogRefused(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "A database did not answer, or its connection string is none: {Why}. What was copied stays; run it again for the rest")]
    private static partial void LogBroken(ILogger logger, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} new rows of {Table}")]
    private static partial void LogCopied(ILogger logger, int count, string table);
}
