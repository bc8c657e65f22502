using System.Text.Json;
using LeadHeat.Api.Data;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.People;

/// <summary>What two people are as one, and what each field was.</summary>
internal sealed record PersonUnion(
    MergingPerson Kept, MergingPerson Other, MergingPerson Merged, Guid[] MovedLeads, IReadOnlyList<MergeField> Fields)
{
    public static async Task<PersonUnion> OfAsync(
        NpgsqlConnection connection, MergingPerson kept, MergingPerson other, IEnumerable<(Guid Id, Guid ContactId)> leads, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(ProposalSql.KeysOf, Sql.Of([kept.Id, other.Id])).Then(MergeSql.Followers, Sql.Of(other.Id));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        Dictionary<(Guid, KeyKind, string), KeyTrust> trusts = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = new IdentityKey(reader.Word<KeyKind>(1), reader.GetString(2), reader.Word<KeySource>(3));
            trusts[(reader.GetGuid(0), key.Kind, key.Value)] = key.Trust;
        }

        var followers = await reader.NextListAsync(row => row.GetGuid(0), cancellationToken);
        KeyTrust TrustOf(MergingPerson person, KeyKind kind, string? value) => value is null ? KeyTrust.Claimed : trusts.GetValueOrDefault((person.Id, kind, value));
        var merged = kept with
        {
            Name = ContactFields.Unite(kept.Name, other.Name),
            Email = ContactFields.Unite(kept.Email, other.Email, TrustOf(kept, KeyKind.Email, kept.Email), TrustOf(other, KeyKind.Email, other.Email)),
            Phone = ContactFields.Unite(kept.Phone, other.Phone, TrustOf(kept, KeyKind.Phone, kept.Phone), TrustOf(other, KeyKind.Phone, other.Phone)),
            Consents = [.. kept.Consents.Concat(other.Consents).Distinct().OrderBy(consent => consent.At)],
        };
        Guid[] moved = [.. leads.Where(lead => lead.ContactId == other.Id).Select(lead => lead.Id)];
        return new(kept, other, merged, moved,
        [
            .. FieldsOf(kept, other, merged), .. Moved(ContactFields.LeadPrefix, moved, kept, other), .. Moved(ContactFields.ContactPrefix, followers, kept, other),
        ]);
    }

    public void AddTo(NpgsqlBatch batch, Guid mergeId, DateTimeOffset now)
    {
        batch.Then(
            MergeSql.Fields, Sql.Of(mergeId), Sql.Of([.. Fields.Select(field => field.Field)]), Sql.Texts([.. Fields.Select(field => field.Kept)]),
            Sql.Texts([.. Fields.Select(field => field.Other)]), Sql.Texts([.. Fields.Select(field => field.Merged)]));
        batch.Then(
            MergeSql.Contact, Sql.Of(Kept.Id), Sql.Of(Merged.Name), Sql.Of(Merged.Email), Sql.Of(Merged.Phone),
            Sql.Json(Merged.Consents, LeadHeatJson.Default.IReadOnlyListConsentView), Sql.Of(now));
        batch.Then(MergeSql.Unite, Sql.Of(Kept.Id), Sql.Of(Other.Id)).Then(MergeSql.MoveLeads, Sql.Of(MovedLeads), Sql.Of(Kept.Id));
    }

    public static string ConsentsText(IReadOnlyList<ConsentView> consents) => JsonSerializer.Serialize(consents, LeadHeatJson.Default.IReadOnlyListConsentView);

    private static IEnumerable<MergeField> FieldsOf(MergingPerson kept, MergingPerson other, MergingPerson merged) =>
    [
        new(ContactFields.Name, kept.Name, other.Name, merged.Name, null, null),
        new(ContactFields.Email, kept.Email, other.Email, merged.Email, null, null),
        new(ContactFields.Phone, kept.Phone, other.Phone, merged.Phone, null, null),
        new(ContactFields.Consents, ConsentsText(kept.Consents), ConsentsText(other.Consents), ConsentsText(merged.Consents), null, null),
    ];

    private static IEnumerable<MergeField> Moved(string prefix, IEnumerable<Guid> ids, MergingPerson kept, MergingPerson other) =>
        ids.Select(id => new MergeField(prefix + id, null, other.Id.ToString(), kept.Id.ToString(), null, null));
}
