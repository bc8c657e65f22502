using LeadHeat.Api.Data;
using LeadHeat.Core.Channels.Flows;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Channels.WhatsApp.Flows;

/// <summary>How often a form's question came that Meta has signed and that we cannot read, until one comes that we can.</summary>
internal sealed partial class UnreadFormCounts(NpgsqlDataSource database, FlowKeys keys, TimeProvider clock, ILogger<UnreadFormCounts> logger)
{
    private const int Days = 7;

    // $1 now, $2 why.
    private const string Count = """
        insert into unread_forms (day, why, count, latest_at) values ($1::timestamptz::date, $2, 1, $1)
        on conflict (day, why) do update
        set count = case when unread_forms.over_at is null then unread_forms.count + 1 else 1 end, latest_at = excluded.latest_at, over_at = null
        """;

    // What was read was encrypted for our key: Meta has the right one. $1 now, $2 what is over then.
    private const string End = "update unread_forms set over_at = $1 where over_at is null and why = any($2)";

    private static readonly string[] s_ofKeys = [Words.Of(UnreadBecause.NoKey), Words.Of(UnreadBecause.OtherKey)];

    // $1 first day.
    private const string List = "select why, sum(count)::int, max(latest_at) from unread_forms where day >= $1::timestamptz::date and over_at is null group by why order by why";

    public Task AddAsync(UnreadBecause why, CancellationToken cancellationToken)
    {
        LogUnread(logger, why);
        return TryAsync(Count, Sql.Of(Words.Of(why)), cancellationToken);
    }

    /// <summary>One could be read: what was wrong with the key is put right.</summary>
    public Task EndAsync(CancellationToken cancellationToken) => TryAsync(End, Sql.Of(s_ofKeys), cancellationToken);

    // The phone is answered, whether it is counted or not.
    private async Task TryAsync(string sql, NpgsqlParameter parameter, CancellationToken cancellationToken)
    {
        try
        {
            await using var batch = database.CreateBatch();
            batch.Then(sql, Sql.Of(clock.GetUtcNow()), parameter);
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (NpgsqlException failure) when (Outage.Is(failure))
        {
            LogUncounted(logger, failure.Message);
        }
    }

    public async Task<IReadOnlyList<UnreadForms>> ListAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(List, Sql.Of(clock.GetUtcNow().AddDays(1 - Days)));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<UnreadForms> found = [];
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new(reader.Word<UnreadBecause>(0), reader.GetInt32(1), reader.Time(2), keys.PublicKey));
        return found;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A form on WhatsApp asked what cannot be read: {Why}")]
    private static partial void LogUnread(ILogger logger, UnreadBecause why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A form's question that cannot be read was not counted: {Reason}")]
    private static partial void LogUncounted(ILogger logger, string reason);
}
