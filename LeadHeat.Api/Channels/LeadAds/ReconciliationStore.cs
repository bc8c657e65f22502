using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Channels.LeadAds;

/// <summary>Comparisons with Meta: asked for, under way, and what came of them.</summary>
internal sealed class ReconciliationStore(NpgsqlDataSource database, LiveEvents live, TimeProvider clock)
{
    private const string Columns = "id, state, failure, requested_at, finished_at, forms";

    private const string Latest = $"select {Columns} from reconciliations order by requested_at desc limit 1";

    // One at a time. $1 id, $2 who, $3 now.
    private const string Ask = """
        insert into reconciliations (id, state, requested_by, requested_at) values ($1, 'waiting', $2, $3)
        on conflict ((true)) where state in ('waiting', 'running') do nothing
        """;

    // One that was under way when its process died begins anew.
    private const string Take = """
        update reconciliations set state = 'running', failure = null, forms = '[]' where state in ('waiting', 'running') returning id
        """;

    // $1 id, $2 state, $3 failure, $4 forms, $5 finished at.
    private const string Note = "update reconciliations set state = $2, failure = $3, forms = $4, finished_at = $5 where id = $1";

    public async Task<Reconciliation?> FindLatestAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Latest);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(
                reader.GetGuid(0), reader.Word<ReconciliationState>(1), reader.TextOrNull(2), reader.Time(3), reader.ValueOrNull<DateTimeOffset>(4),
                reader.Json(5, LeadHeatJson.Default.IReadOnlyListReconciledForm))
            : null;
    }

    /// <param name="by">Null: nobody, it is time.</param>
    public async Task AskAsync(Guid? by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.Then(Ask, Sql.Of(Guid.CreateVersion7(now)), Sql.Of(by), Sql.Of(now));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        live.Publish(LiveEventKind.InboundChanged);
    }

    /// <summary>The one to do now; null when there is none.</summary>
    public async Task<Guid?> TakeAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Take);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? reader.GetGuid(0) : null;
    }

    public async Task NoteAsync(
        Guid id, ReconciliationState state, string? failure, IReadOnlyList<ReconciledForm> forms, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(
            Note, Sql.Of(id), Sql.Of(Words.Of(state)), Sql.Of(failure), Sql.Json(forms, LeadHeatJson.Default.IReadOnlyListReconciledForm),
            Sql.Of(state == ReconciliationState.Running ? null : clock.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        live.Publish(LiveEventKind.InboundChanged);
    }

    /// <summary>Forms that leads came from.</summary>
    public async Task<IReadOnlyList<string>> FormsAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("select id from lead_forms where id <> '' order by created_at desc, id");
        return await ReadTextsAsync(batch, cancellationToken);
    }

    /// <summary>Those of the ids that never came, in their order.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(
            """
            select given.id from unnest($1) with ordinality as given (id, place)
            where not exists (select from inbound i where i.channel = $2 and i.external_id = given.id)
            order by given.place
            """,
            Sql.Of([.. ids]), Sql.Of(Words.Of(InboundChannel.LeadAds)));
        return await ReadTextsAsync(batch, cancellationToken);
    }

    private static async Task<IReadOnlyList<string>> ReadTextsAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<string> texts = [];
        while (await reader.ReadAsync(cancellationToken))
            texts.Add(reader.GetString(0));
        return texts;
    }
}
