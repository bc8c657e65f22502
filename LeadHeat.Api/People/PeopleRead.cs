using LeadHeat.Api.Data;
using LeadHeat.Api.Leads;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Leads;
using Npgsql;

namespace LeadHeat.Api.People;

/// <summary>People with their keys and leads, as they are shown beside each other.</summary>
internal sealed class PeopleRead
{
    private const int MostLeads = 100;

    // $1 contacts.
    private const string Contacts = "select id, name, email, phone, created_at, merged_into from contacts where id = any($1)";

    // $1 people.
    private const string Keys = """
        select k.contact_id, k.kind, k.value, k.source, k.verified, k.lead_id, k.learned_at from contact_keys k where k.contact_id = any($1)
        order by k.contact_id, k.verified desc, k.kind, k.value
        """;

    // $1 people, $2 most of each.
    private const string LeadsOf = $"""
        select {LeadRows.Columns}, l.contact_id
        from unnest($1) p (id)
        cross join lateral (select * from leads l where l.contact_id = p.id order by l.last_activity_at desc, l.id desc limit $2) l
        order by l.last_activity_at desc, l.id desc
        """;

    private readonly Dictionary<Guid, Contact> _contacts;
    private readonly ILookup<Guid, KeyView> _keys;
    private readonly ILookup<Guid, LeadRow> _leads;

    private PeopleRead(IEnumerable<Contact> contacts, ILookup<Guid, KeyView> keys, ILookup<Guid, LeadRow> leads) =>
        (_contacts, _keys, _leads) = (contacts.ToDictionary(contact => contact.Id), keys, leads);

    public static async Task<PeopleRead> AsOf(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken)
    {
        List<Contact> contacts = [];
        await using (var find = connection.CreateBatch())
        {
            await using var rows = await find.Then(Contacts, Sql.Of(ids)).ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                contacts.Add(new(rows.GetGuid(0), rows.TextOrNull(1), rows.TextOrNull(2), rows.TextOrNull(3), rows.Time(4), rows.ValueOrNull<Guid>(5)));
        }

        Guid[] people = [.. contacts.Select(contact => contact.Person).Distinct()];
        await using var batch = connection.CreateBatch();
        batch.Then(Keys, Sql.Of(people)).Then(LeadsOf, Sql.Of(people), Sql.Of(MostLeads));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<(Guid Person, KeyView Key)> keys = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add((reader.GetGuid(0), new(
                reader.Word<KeyKind>(1), reader.GetString(2), reader.Word<KeySource>(3), reader.GetBoolean(4), reader.ValueOrNull<Guid>(5), reader.Time(6))));
        }

        var leads = await reader.NextListAsync(row => (Person: row.GetGuid(LeadRows.Count), Lead: LeadRows.Read(row)), cancellationToken);
        return new(contacts, keys.ToLookup(key => key.Person, key => key.Key), leads.ToLookup(lead => lead.Person, lead => lead.Lead));
    }

    public Guid Older(Guid one, Guid other) => _contacts[one].CreatedAt <= _contacts[other].CreatedAt ? one : other;

    public bool IsUnited(Guid id) => _contacts[id].MergedInto is not null;

    /// <param name="theirs">Which of the leads of two who are united are this one's; all when null.</param>
    public PersonView View(Guid id, Func<Guid, bool>? theirs, int mostLeads)
    {
        var contact = _contacts[id];
        var keys = _keys[contact.Person].Where(key => theirs is null || (key.LeadId is { } lead ? theirs(lead) : contact.Person == id));
        var leads = _leads[contact.Person].Where(lead => theirs?.Invoke(lead.Id) != false);
        return new(id, contact.Name, contact.Email, contact.Phone, contact.CreatedAt, [.. keys], [.. leads.Take(mostLeads)]);
    }

    private sealed record Contact(Guid Id, string? Name, string? Email, string? Phone, DateTimeOffset CreatedAt, Guid? MergedInto)
    {
        /// <summary>Who has the leads.</summary>
        public Guid Person => MergedInto ?? Id;
    }
}
