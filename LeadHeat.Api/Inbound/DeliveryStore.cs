using LeadHeat.Api.Data;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Inbound;

/// <summary>A delivery as it is kept.</summary>
/// <param name="Body">Encrypted.</param>
/// <param name="SignedBy">Where it is signed, a mark of the secret.</param>
internal sealed record NewDelivery(
    Guid Id, InboundChannel Channel, Dictionary<string, string> Headers, byte[] Body, DateTimeOffset At, DeliveryVerdict Verdict, string? SignedBy);

/// <summary>Where deliveries are written, on connections of their own: platforms wait for it. Those that come together are one insert.</summary>
internal sealed class DeliveryStore : IHostedService
{
    // Each may have 4 MB.
    private const int MostTogether = 16;

    // On busy processors an insert may take ten times as long as another: what comes meanwhile does not wait for it as well.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(4);

    // $1 ids, $2 channels, $3 headers, $4 bodies, $5 times, $6 verdicts, $7 marks of secrets.
    private const string Store = """
        insert into deliveries (id, channel, headers, body, received_at, verdict, signed_by)
        select * from unnest($1::uuid[], $2::text[], $3::jsonb[], $4::bytea[], $5::timestamptz[], $6::text[], $7::text[])
        """;

    private readonly NpgsqlDataSource _intake;
    private readonly InboundSignal _signal;
    private readonly GroupCommit<NewDelivery, Guid> _groups;

    public DeliveryStore([FromKeyedServices(Database.Intake)] NpgsqlDataSource intake, InboundSignal signal, TimeProvider clock)
    {
        (_intake, _signal) = (intake, signal);
        _groups = new(MostTogether, StoreAsync, clock, Patience);
    }

    /// <summary>Prepares the insert on each connection, so that nobody waits for one to be opened.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var connections = new NpgsqlConnectionStringBuilder(_intake.ConnectionString).MaxPoolSize;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            await using var connection = await _intake.OpenConnectionAsync(cancellationToken);
            await using var batch = connection.CreateBatch();
            await AddStore(batch, []).PrepareAsync(cancellationToken);
        }));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task AddAsync(NewDelivery delivery)
    {
        await _groups.StoreAsync(delivery);
        _signal.Raise();
    }

    private async Task<IReadOnlyList<Guid>> StoreAsync(IReadOnlyList<NewDelivery> deliveries)
    {
        await using var batch = _intake.CreateBatch();
        await AddStore(batch, deliveries).ExecuteNonQueryAsync();
        return [.. deliveries.Select(delivery => delivery.Id)];
    }

    private static NpgsqlBatch AddStore(NpgsqlBatch batch, IReadOnlyList<NewDelivery> all) => batch.Then(
        Store, Sql.Column(all, NpgsqlDbType.Uuid, one => one.Id), Sql.Column(all, NpgsqlDbType.Text, one => Words.Of(one.Channel)),
        Sql.JsonColumn(all, InboundJson.Default.DictionaryStringString, one => one.Headers), Sql.Column(all, NpgsqlDbType.Bytea, one => one.Body),
        Sql.Column(all, NpgsqlDbType.TimestampTz, one => one.At), Sql.Column(all, NpgsqlDbType.Text, one => Words.Of(one.Verdict)), Sql.Column(all, NpgsqlDbType.Text, one => one.SignedBy));
}
