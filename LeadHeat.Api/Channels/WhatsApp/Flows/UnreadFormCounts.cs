using LeadHeat.Api.Data;
using LeadHeat.Core.Channels.Flows;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Channels.WhatsApp.Flows;

/// <summary>How often a form's question came that Meta has signed and our key does not open.</summary>
internal sealed partial class UnreadFormCounts(NpgsqlDataSource database, FlowKeys keys, TimeProvider clock, ILogger<UnreadFormCounts> logger)
{
    private const int Days = 7;

    // $1 now, $2 why.
    private const string Count = """
        insert into unread_forms (day, why, count, latest_at) values ($1::timestamptz::date, $2, 1, $1)
        on conflict (day, why) do update set count = unread_forms.count + 1, latest_at = excluded.latest_at
        """;

    // $1 first day.
    private const string List = "select why, sum(count)::int, max(latest_at) from unread_forms where day >= $1::timestamptz::date group by why order by why";

    public async Task AddAsync(UnreadBecause why, CancellationToken cancellationToken)
    {
        LogUnread(logger, why);
        try
        {
            await using var batch = database.CreateBatch();
            batch.Then(Count, Sql.Of(clock.GetUtcNow()), Sql.Of(Words.Of(why)));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (NpgsqlException failure) when (Outage.Is(failure))
        {
            // The phone is told to fetch the key again, whether it is counted or not.
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
