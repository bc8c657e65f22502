using LeadHeat.Api.Data;
using LeadHeat.Api.Inbound;
using LeadHeat.Api.Live;
using LeadHeat.Api.Privacy;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Channels.LeadAds;

/// <summary>Comparisons with Meta: asked for, under way, and what came of them.</summary>
internal sealed class ReconciliationStore(NpgsqlDataSource database, Tombstones tombstones, InboundSignal signal, LiveEvents live, TimeProvider clock)
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

    // A lead counts, and not that something came: what waits, failed or was not understood is none yet. An event without words is of somebody who was
    // deleted. $1 ids, $2 their marks, $3 channel.
    private const string Stand = """
        select given.id,
            case when exists (select from lead_form_leads f where f.leadgen_id = given.id) then 'here'
                 when exists (select from tombstones t where t.mark = given.mark) or octet_length(i.body) = 0 then 'erased'
                 when i.state = 'pending' then 'waiting'
                 when i.state in ('quarantined', 'dead') then 'stuck'
                 when i.state = 'done' then 'lost'
                 else 'missing' end
        from unnest($1, $2) with ordinality as given (id, mark, place)
        left join inbound i on i.channel = $3 and i.external_id = given.id
        order by given.place
        """;

    // $1 ids, $2 channel, $3 now.
    private const string Reopen = """
        update inbound set state = 'pending', attempts = 0, failure = null, next_at = $3 where channel = $2 and external_id = any($1) and state = 'done'
        """;

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

    /// <summary>What is found so far; whoever was deleted since it was found is not named.</summary>
    public async Task NoteAsync(
        Guid id, ReconciliationState state, string? failure, IReadOnlyList<ReconciledForm> forms, CancellationToken cancellationToken)
    {
        string[] named = [.. forms.SelectMany(form => form.Missing).Distinct(StringComparer.Ordinal)];
        var marks = await MarksOfAsync(named, cancellationToken);
        await using var batch = database.CreateBatch();
        batch.Then(
            Note, Sql.Of(id), Sql.Of(Words.Of(state)), Sql.Of(failure), Sql.Json(forms, LeadHeatJson.Default.IReadOnlyListReconciledForm),
            Sql.Of(state == ReconciliationState.Running ? null : clock.GetUtcNow()))
            .Then(ReportScrub.ForgetDeleted, Sql.Of(id), Sql.Of(named), Sql.Of(marks));
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

    /// <summary>What became of each of the leads here, in their order.</summary>
    public async Task<IReadOnlyList<(string Id, LeadStanding Standing)>> StandingsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var marks = await MarksOfAsync(ids, cancellationToken);
        await using var batch = database.CreateBatch();
        batch.Then(Stand, Sql.Of([.. ids]), Sql.Of(marks), Sql.Of(Words.Of(InboundChannel.LeadAds)));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<(string, LeadStanding)> standings = [];
        while (await reader.ReadAsync(cancellationToken))
            standings.Add((reader.GetString(0), reader.Word<LeadStanding>(1)));
        return standings;
    }

    /// <summary>Handles again what was handled once and has no lead any more, though nobody deleted the person.</summary>
    public async Task ReopenAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Reopen, Sql.Of([.. ids]), Sql.Of(Words.Of(InboundChannel.LeadAds)), Sql.Of(clock.GetUtcNow()));
        if (await batch.ExecuteNonQueryAsync(cancellationToken) > 0)
            signal.Raise();
    }

    private ValueTask<byte[][]> MarksOfAsync(IEnumerable<string> ids, CancellationToken cancellationToken) =>
        tombstones.MarksOfAsync(ids.Select(Marks.Form), cancellationToken);

    private static async Task<IReadOnlyList<string>> ReadTextsAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<string> texts = [];
        while (await reader.ReadAsync(cancellationToken))
            texts.Add(reader.GetString(0));
        return texts;
    }
}

/// <summary>What became here of a lead that Meta has.</summary>
internal enum LeadStanding
{
    /// <summary>It is a lead.</summary>
    Here,

    /// <summary>The person was deleted since.</summary>
    Erased,

    /// <summary>It came and is not handled yet.</summary>
    Waiting,

    /// <summary>It came and could not be handled.</summary>
    Stuck,

    /// <summary>It was handled and is no lead any more.</summary>
    Lost,

    /// <summary>It never came.</summary>
    Missing,
}
