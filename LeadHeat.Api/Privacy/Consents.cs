using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Core.Live;
using LeadHeat.Core.Privacy;
using Npgsql;

namespace LeadHeat.Api.Privacy;

/// <summary>What somebody agreed to or took back, on its way into the ledger.</summary>
/// <param name="ExternalId">What it came with: the same twice is one line.</param>
/// <param name="RecordedBy">Who of the team noted it; null where the person did it.</param>
internal sealed record NewConsent(string Purpose, bool Granted, string Source, string Words, DateTimeOffset At, string? ExternalId, string? RecordedBy = null);

/// <summary>The consent ledger.</summary>
internal sealed class Consents(NpgsqlDataSource database, LiveEvents live, TimeProvider clock)
{
    /// <summary>Null when there is no such contact.</summary>
    public async Task<ConsentLedger?> ReadAsync(Guid contactId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then("select 1 from contacts where id = $1", Sql.Of(contactId)).Then(ConsentSql.Read, Sql.Of(contactId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var lines = await reader.NextListAsync(Line, cancellationToken);
        return new(lines, [.. lines.GroupBy(line => line.Purpose).Where(of => !of.First().Granted).Select(of => of.Key).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Null when there is no such contact.</summary>
    public async Task<ConsentLine?> AddAsync(Guid contactId, NewConsent consent, CancellationToken cancellationToken)
    {
        ConsentLine? added = null;
        await using (var batch = database.CreateBatch())
        {
            batch.ThenConsent(contactId, consent, clock.GetUtcNow()).Then(ConsentSql.LeadsOf, Sql.Of(contactId));
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            if (!await reader.ReadAsync(cancellationToken))
                return null;
            added = Line(reader);
            foreach (var (leadId, conversationId) in await reader.NextListAsync(row => (row.GetGuid(0), row.ValueOrNull<Guid>(1)), cancellationToken))
                live.Publish(LiveEventKind.LeadChanged, leadId, conversationId);
        }

        return added;
    }

    /// <summary>Whose session it is. Not known: there is no such session; no contact: nothing was written in it yet.</summary>
    public async Task<(bool IsKnown, Guid? ContactId)> ContactOfAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(ConsentSql.ContactOfSession, Sql.Of(sessionId));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (true, reader.ValueOrNull<Guid>(0)) : (false, null);
    }

    private static ConsentLine Line(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetBoolean(2), row.GetString(3), row.GetString(4), row.Time(5), row.TextOrNull(6));
}

internal static class ConsentRows
{
    public static NpgsqlBatch ThenConsent(this NpgsqlBatch batch, Guid contactId, NewConsent consent, DateTimeOffset now) => batch.Then(
        ConsentSql.Add, Sql.Of(Guid.CreateVersion7(now)), Sql.Of(contactId), Sql.Of(consent.Purpose), Sql.Of(consent.Granted), Sql.Of(consent.Source),
        Sql.Of(consent.Words), Sql.Of(consent.ExternalId), Sql.Of(consent.RecordedBy), Sql.Of(consent.At));
}
