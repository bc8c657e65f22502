using LeadHeat.Api.Data;
using LeadHeat.Core.Channels;
using Npgsql;

namespace LeadHeat.Api.Privacy;

/// <summary>All ids of a person's rows, and all by which the person is known.</summary>
/// <param name="Known">As <see cref="Marks"/> names them.</param>
/// <param name="Since">Nothing of the person is older.</param>
internal sealed record PersonIds(string Name, IReadOnlyDictionary<PersonSet, Guid[]> Ids, IReadOnlyList<string> Known, PersonWords Words, DateTimeOffset Since)
{
    public Guid[] Contacts => Ids[PersonSet.Contacts];

    public Guid[] Leads => Ids[PersonSet.Leads];

    /// <summary>Meta's ids of the forms that the person filled in there.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>Addresses and numbers that others have too, and of which nothing proves that they are this person's. They are not among the words.</summary>
    public IReadOnlyList<string> OfOthers { get; init; } = [];

    /// <summary>The contact with those who were united with it. Null when there is no such contact.</summary>
    public static async Task<PersonIds?> FindAsync(NpgsqlConnection connection, Guid contactId, CancellationToken cancellationToken)
    {
        var ids = await ContactsAsync(connection, PersonIdSql.Whole, Sql.Of(contactId), cancellationToken);
        return ids.Length == 0 ? null : await FindAsync(connection, ids, cancellationToken);
    }

    /// <summary>These, and those who were united with them.</summary>
    public static Task<Guid[]> UnitedAsync(NpgsqlConnection connection, Guid[] contacts, CancellationToken cancellationToken) =>
        ContactsAsync(connection, PersonIdSql.United, Sql.Of(contacts), cancellationToken);

    /// <summary>Exactly these contacts; the first one's name counts.</summary>
    public static async Task<PersonIds> FindAsync(NpgsqlConnection connection, Guid[] contacts, CancellationToken cancellationToken)
    {
        List<(string? Name, string? Email, string? Phone, DateTimeOffset At, bool IsEmailOfOthers, bool IsPhoneOfOthers)> people;
        List<(string Channel, string Key)> identities;
        List<string> forms;
        Dictionary<PersonSet, Guid[]> ids = new() { [PersonSet.Contacts] = contacts };
        await using (var batch = connection.CreateBatch())
        {
            batch.Then(PersonIdSql.People, Sql.Of(contacts));
            foreach (var (_, sql) in PersonIdSql.Sets)
                batch.Then(sql, Sql.Of(contacts));
            batch.Then(PersonIdSql.Identities, Sql.Of(contacts)).Then(PersonIdSql.Forms, Sql.Of(contacts));
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            people = [];
            while (await reader.ReadAsync(cancellationToken))
                people.Add((reader.TextOrNull(0), reader.TextOrNull(1), reader.TextOrNull(2), reader.Time(3), reader.GetBoolean(4), reader.GetBoolean(5)));
            foreach (var (set, _) in PersonIdSql.Sets)
                ids[set] = [.. await reader.NextListAsync(row => row.GetGuid(0), cancellationToken)];
            identities = await reader.NextListAsync(row => (row.GetString(0), row.GetString(1)), cancellationToken);
            forms = await reader.NextListAsync(row => row.GetString(0), cancellationToken);
        }

        var events = await EventsAsync(connection, ids[PersonSet.Leads], identities, cancellationToken);
        ids[PersonSet.Inbound] = [.. events.Select(each => each.Id)];
        forms = [.. forms.Union(events.Where(each => each.Channel == InboundChannel.LeadAds).Select(each => each.ExternalId))];
        string[] emails = [.. people.Where(person => !person.IsEmailOfOthers).Select(person => person.Email).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] phones = [.. people.Where(person => !person.IsPhoneOfOthers).Select(person => person.Phone).OfType<string>().Distinct(StringComparer.Ordinal)];
        return new(
            people.Select(person => person.Name).OfType<string>().FirstOrDefault() ?? "Visitor", ids,
            [
                .. emails.Select(Marks.Email), .. phones.Select(Marks.Phone), .. identities.Select(each => Marks.Identity(each.Channel, each.Key)),
                .. events.Select(each => Marks.Event(each.Channel, each.ExternalId)), .. forms.Select(Marks.Form),
            ],
            new(emails, phones, [.. identities.Select(each => PartyOf(each.Key))], [.. events.Select(each => each.ExternalId)]),
            people.Select(person => person.At).Concat(events.Select(each => each.At)).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Min())
        {
            Forms = forms,
            OfOthers = [.. people.SelectMany(person => (string?[])[person.IsEmailOfOthers ? person.Email : null, person.IsPhoneOfOthers ? person.Phone : null]).OfType<string>()],
        };
    }

    private static async Task<Guid[]> ContactsAsync(NpgsqlConnection connection, string sql, NpgsqlParameter contacts, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { contacts } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<Guid> ids = [];
        while (await reader.ReadAsync(cancellationToken))
            ids.Add(reader.GetGuid(0));
        return [.. ids];
    }

    private static async Task<List<(Guid Id, InboundChannel Channel, string ExternalId, DateTimeOffset At)>> EventsAsync(
        NpgsqlConnection connection, Guid[] leads, List<(string Channel, string Key)> identities, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(
            PersonIdSql.Events, Sql.Of(leads), Sql.Of([.. identities.Select(each => each.Channel)]), Sql.Of([.. identities.Select(each => PartyOf(each.Key))]));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<(Guid, InboundChannel, string, DateTimeOffset)> events = [];
        while (await reader.ReadAsync(cancellationToken))
            events.Add((reader.GetGuid(0), reader.Word<InboundChannel>(1), reader.GetString(2), reader.Time(3)));
        return events;
    }

    // "number:971501234567" is 971501234567 in what the platform sends.
    private static string PartyOf(string key) => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
