using LeadHeat.Api.Data;
using LeadHeat.Core.Facts;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Leads;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.People;

/// <summary>By what people are known: read from what leads, sessions and forms say, and kept where it can be looked up.</summary>
internal sealed class PersonKeys(TimeProvider clock)
{
    // Longer than any of these keys is, and short enough for an index.
    private const int Longest = 256;
    private const int FewestDigits = 7;

    /// <summary>Brings the keys of these people up to date, in the caller's transaction.</summary>
    /// <param name="people">Of those who were united: who stayed.</param>
    public async Task RefreshAsync(NpgsqlConnection connection, Guid[] people, CancellationToken cancellationToken)
    {
        var found = await DeriveAsync(connection, people, cancellationToken);
        // The same key from several places is known by the best of them.
        Found[] keys = [.. found
            .GroupBy(each => (each.ContactId, each.Key.Kind, each.Key.Value))
            .Select(same => same.OrderByDescending(each => each.Key.Trust).ThenBy(each => each.LeadId is null).ThenByDescending(each => each.Key.Source)
                .ThenBy(each => each.LeadId).First())];
        var contacts = Array.ConvertAll(keys, key => key.ContactId);
        var (kinds, values) = (Array.ConvertAll(keys, key => Words.Of(key.Key.Kind)), Array.ConvertAll(keys, key => key.Key.Value));
        await using var batch = connection.CreateBatch();
        batch.Then(PersonKeySql.Forget, Sql.Of(people), Sql.Of(contacts), Sql.Of(kinds), Sql.Of(values));
        batch.Then(
            PersonKeySql.Learn, Sql.Of(contacts), Sql.Of(kinds), Sql.Of(values), Sql.Of(Array.ConvertAll(keys, key => key.Key.Matching)),
            Sql.Of(Array.ConvertAll(keys, key => Words.Of(key.Key.Source))), Sql.Of(Array.ConvertAll(keys, key => key.Key.Trust == KeyTrust.Proven)), Sql.Of(Array.ConvertAll(keys, key => key.LeadId ?? Guid.Empty)),
            Sql.Of(clock.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<Found>> DeriveAsync(NpgsqlConnection connection, Guid[] people, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(PersonKeySql.Derive, Sql.Of(people));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<Found> found = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.TextOrNull(2) is { Length: > 0 and <= Longest } text && KeyOf(reader.GetString(1), text, reader.GetString(3), reader.GetString(4)) is { } key)
                found.Add(new(reader.GetGuid(0), key, reader.ValueOrNull<Guid>(5)));
        }

        return found;
    }

    private static IdentityKey? KeyOf(string what, string text, string setBy, string leadSource) => what switch
    {
        "email" => text.Contains('@', StringComparison.Ordinal) ? new(KeyKind.Email, text.Trim().ToLowerInvariant(), SourceOf(setBy, leadSource)) : null,
        "phone" => text.Count(char.IsAsciiDigit) >= FewestDigits ? new(KeyKind.Phone, text, SourceOf(setBy, leadSource)) : null,
        "number" => new(KeyKind.Phone, "+" + text, KeySource.Whatsapp),
        "user" => new(KeyKind.Whatsapp, text, KeySource.Whatsapp),
        // number:5511… or user:IN.1234…; what links two accounts is WhatsApp's word, whatever the key is.
        "linked" => new(KeyKind.Whatsapp, text, KeySource.Whatsapp),
        "leadgen" => new(KeyKind.Leadgen, text, KeySource.LeadAds),
        _ => new(KeyKind.Visitor, text, KeySource.Browser),
    };

    private static KeySource SourceOf(string setBy, string leadSource) => Words.TryParse<FactSource>(setBy, out var by)
        ? by switch
        {
            FactSource.Person => KeySource.Team,
            FactSource.Import => KeySource.Import,
            FactSource.Channel => KeySource.Whatsapp,
            FactSource.Form => leadSource == Words.Of(LeadSource.LeadAds) ? KeySource.LeadAds : KeySource.WebForm,
            _ => KeySource.Chat,
        }
        // Of a contact whose leads do not say where they have it from.
        : KeySource.Chat;

    private readonly record struct Found(Guid ContactId, IdentityKey Key, Guid? LeadId);
}
