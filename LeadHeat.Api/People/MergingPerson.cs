using LeadHeat.Api.Data;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.People;

/// <summary>A contact under lock, while it is united with another one or parted from it.</summary>
internal sealed record MergingPerson(
    Guid Id, string? Name, string? Email, string? Phone, IReadOnlyList<ConsentView> Consents, DateTimeOffset CreatedAt, Guid? MergedInto)
{
    /// <summary>From <see cref="MergeSql.LockContacts"/>.</summary>
    public static MergingPerson Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3), row.Json(4, LeadHeatJson.Default.IReadOnlyListConsentView), row.Time(5),
        row.ValueOrNull<Guid>(6));

    /// <summary>Locks leads, then contacts, as turns do.</summary>
    public static async Task<(List<(Guid Id, Guid ContactId)> Leads, Dictionary<Guid, MergingPerson> People)> LockAsync(
        NpgsqlConnection connection, Guid[] contacts, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(MergeSql.LockLeads, Sql.Of(contacts)).Then(MergeSql.LockContacts, Sql.Of(contacts));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<(Guid, Guid)> leads = [];
        while (await reader.ReadAsync(cancellationToken))
            leads.Add((reader.GetGuid(0), reader.GetGuid(1)));
        var people = await reader.NextListAsync(Read, cancellationToken);
        return (leads, people.ToDictionary(person => person.Id));
    }
}
