using LeadHeat.Api.Data;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.People;

/// <summary>A person with all by which they are known, their leads and their merges.</summary>
internal sealed class ContactDetails(NpgsqlDataSource database)
{
    private const int MostLeads = 100;
    private const int MostMerges = 50;

    private const string Find = "select consents, merged_into from contacts where id = $1";

    public async Task<ContactDetail?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await FindAsync(connection, id, cancellationToken) is not var (consents, mergedInto))
            return null;
        var people = await PeopleRead.AsOf(connection, [id], cancellationToken);
        // Who was united with somebody has left leads and keys to them.
        var person = people.View(id, mergedInto is null ? null : _ => false, MostLeads);
        return new(
            id, person.Name, person.Email, person.Phone, consents, mergedInto, person.Keys, person.Leads,
            await MergeViews.OfContactAsync(connection, id, MostMerges, cancellationToken));
    }

    private static async Task<(IReadOnlyList<ConsentView> Consents, Guid? MergedInto)?> FindAsync(
        NpgsqlConnection connection, Guid id, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(Find, Sql.Of(id));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.Json(0, LeadHeatJson.Default.IReadOnlyListConsentView), reader.ValueOrNull<Guid>(1)) : null;
    }
}
