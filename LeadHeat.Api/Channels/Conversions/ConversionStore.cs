using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Channels.Conversions;

/// <summary>An event to send.</summary>
internal sealed record DueConversion(
    Guid LeadId, LeadStatus Stage, string LeadgenId, DateTimeOffset At, int Attempts, string? Email, string? Phone, bool HasConsent, string DatasetId,
    string? TestCode);

/// <summary>What Meta is told became of its leads; rows come of a trigger.</summary>
internal sealed class ConversionStore(NpgsqlDataSource database, LiveEvents live, TimeProvider clock)
{
    private const int MostAtOnce = 50;

    private const string Settings = "select is_on, dataset_id, consent, test_code from conversion_feedback";

    private const string Latest = """
        select e.lead_id, l.name, e.stage, e.state, e.failure, e.attempts, e.at, e.sent_at
        from conversion_events e join leads l on l.id = e.lead_id order by e.at desc limit 50
        """;

    // $1 on, $2 dataset, $3 consent, $4 test code, $5 now, $6 who.
    private const string Set = """
        insert into conversion_feedback (is_on, dataset_id, consent, test_code, changed_at, changed_by) values ($1, $2, $3, $4, $5, $6)
        on conflict (singleton) do update set is_on = $1, dataset_id = $2, consent = $3, test_code = $4, changed_at = $5, changed_by = $6
        """;

    // A lead's earlier stage first. $1 now, $2 most.
    private const string Due = """
        select e.lead_id, e.stage, e.leadgen_id, e.at, e.attempts, k.email, k.phone,
               coalesce((
                   select c.granted from consents c
                   where c.contact_id in (select k.id union all select o.id from contacts o where o.merged_into = k.id) and c.purpose = f.consent
                   order by c.at desc, c.id desc limit 1), false),
               f.dataset_id, f.test_code
        from conversion_events e
        join conversion_feedback f on f.is_on
        join leads l on l.id = e.lead_id
        join contacts k on k.id = l.contact_id
        where e.state = 'queued' and e.next_at <= $1 and not exists (
            select from conversion_events b where b.lead_id = e.lead_id and b.state = 'queued' and b.at < e.at)
        order by e.at limit $2
        """;

    // $1 lead, $2 stage, $3 state, $4 failure, $5 attempts, $6 next try, $7 sent at.
    private const string End = """
        update conversion_events set state = $3, failure = $4, attempts = $5, next_at = $6, sent_at = $7 where lead_id = $1 and stage = $2 and state = 'queued'
        """;

    // $1 lead or null for all, $2 now.
    private const string Again = """
        update conversion_events set state = 'queued', failure = null, attempts = 0, next_at = $2 where state = 'failed' and ($1::uuid is null or lead_id = $1)
        """;

    /// <summary>Sends again what failed, of one lead or of all; how many stages they are.</summary>
    public async Task<int> SendAgainAsync(Guid? leadId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Again, Sql.Of(leadId), Sql.Of(clock.GetUtcNow()));
        var count = await batch.ExecuteNonQueryAsync(cancellationToken);
        live.Publish(LiveEventKind.InboundChanged);
        return count;
    }

    public async Task<ConversionFeedback> ReadAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Settings).Then(Latest);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var settings = await reader.ReadAsync(cancellationToken)
            ? new ConversionSettings(reader.GetBoolean(0), reader.GetString(1), reader.GetString(2), reader.TextOrNull(3))
            : new ConversionSettings(false, "", "");
        var latest = await reader.NextListAsync(
            row => new ConversionEvent(
                row.GetGuid(0), row.GetString(1), row.Word<LeadStatus>(2), row.Word<ConversionState>(3), row.TextOrNull(4), row.GetInt32(5), row.Time(6),
                row.ValueOrNull<DateTimeOffset>(7)),
            cancellationToken);
        return new(settings, latest);
    }

    /// <exception cref="FieldRefused">It is to be on and does not say for whom.</exception>
    public async Task SetAsync(ConversionSettings settings, Guid? by, CancellationToken cancellationToken)
    {
        if (settings is { IsOn: true, DatasetId.Length: 0 })
            throw new FieldRefused("datasetId", "Write the number of Meta's dataset.");
        if (settings.IsOn && string.IsNullOrWhiteSpace(settings.Consent))
            throw new FieldRefused("consent", "Say which consent means that Meta may be told: without it nobody has agreed.");
        await using var batch = database.CreateBatch();
        batch.Then(
            Set, Sql.Of(settings.IsOn), Sql.Of(settings.DatasetId), Sql.Of(settings.Consent.Trim()),
            Sql.Of(string.IsNullOrWhiteSpace(settings.TestCode) ? null : settings.TestCode.Trim()), Sql.Of(clock.GetUtcNow()), Sql.Of(by));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        live.Publish(LiveEventKind.InboundChanged);
    }

    public async Task<IReadOnlyList<DueConversion>> TakeAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(Due, Sql.Of(clock.GetUtcNow()), Sql.Of(MostAtOnce));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<DueConversion> due = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            due.Add(new(
                reader.GetGuid(0), reader.Word<LeadStatus>(1), reader.GetString(2), reader.Time(3), reader.GetInt32(4), reader.TextOrNull(5),
                reader.TextOrNull(6), reader.GetBoolean(7), reader.GetString(8), reader.TextOrNull(9)));
        }

        return due;
    }

    /// <param name="retryIn">Of what stays queued.</param>
    public async Task EndAsync(DueConversion due, ConversionState state, string? failure, TimeSpan retryIn, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.Then(
            End, Sql.Of(due.LeadId), Sql.Of(Words.Of(due.Stage)), Sql.Of(Words.Of(state)), Sql.Of(failure), Sql.Of(due.Attempts + 1), Sql.Of(now + retryIn),
            Sql.Of(state == ConversionState.Sent ? now : null));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        live.Publish(LiveEventKind.InboundChanged);
    }
}
