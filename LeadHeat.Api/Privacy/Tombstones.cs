using LeadHeat.Api.Data;
using LeadHeat.Core.Channels;
using Npgsql;

namespace LeadHeat.Api.Privacy;

/// <summary>
/// Remembers who was deleted without saying who it was. What was sent before the deletion, and comes again or is imported once more, brings nobody
/// back; what the person sends afterwards does.
/// </summary>
internal sealed class Tombstones(NpgsqlDataSource database, Marks marks)
{
    // Platforms tell the second: within it the ids decide. $1 marks, $2 sent at.
    private const string Covers = "select exists (select from tombstones where mark = any($1) and date_trunc('second', at) > $2)";

    // $1 marks.
    private const string Known = "select mark, at from tombstones where mark = any($1)";

    private const string Any = "select exists (select from tombstones)";

    // $1 marks, $2 contact, $3 now.
    public const string Set = """
        insert into tombstones (mark, contact_id, at) select mark, $2, $3 from unnest($1) mark
        on conflict (mark) do update set at = excluded.at, contact_id = excluded.contact_id
        """;

    /// <summary>Who is not brought back by it: whom the clock let go cannot be restored.</summary>
    public static readonly Guid Nobody = Guid.Empty;

    // $1 contact.
    public const string Lift = "delete from tombstones where contact_id = $1";

    /// <summary>Whether this event was taken from somebody who was deleted since.</summary>
    public async Task<bool> KnowsAsync(InboundChannel channel, string externalId, CancellationToken cancellationToken)
    {
        var known = await MarksOfAsync([Marks.Event(channel, externalId)], cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await CoversAsync(connection, known, DateTimeOffset.UnixEpoch, cancellationToken);
    }

    /// <summary>What <see cref="CoversAsync"/> asks by. Made before a connection is taken: who holds one must not wait for another.</summary>
    public ValueTask<byte[][]> MarksOfAsync(IEnumerable<string> known, CancellationToken cancellationToken) => marks.OfAsync(known, cancellationToken);

    /// <summary>Whether somebody who is known by one of these was deleted after that time.</summary>
    public static async Task<bool> CoversAsync(NpgsqlConnection connection, byte[][] known, DateTimeOffset sentAt, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Covers, connection) { Parameters = { Sql.Of(known), Sql.Of(sentAt) } };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Which of these are known by the address or number of somebody who was deleted, by their lines; and when that was.</summary>
    public async Task<Dictionary<int, DateTimeOffset>> FindAsync(
        NpgsqlConnection connection, IEnumerable<(int Line, string? Email, string? Phone)> rows, CancellationToken cancellationToken)
    {
        Dictionary<int, DateTimeOffset> found = [];
        await using (var any = new NpgsqlCommand(Any, connection))
        {
            if (await any.ExecuteScalarAsync(cancellationToken) is not true)
                return found;
        }

        List<(int Line, byte[] Mark)> all = [];
        foreach (var (line, email, phone) in rows)
        {
            foreach (var mark in await marks.OfAsync(KeysOf(email, phone), cancellationToken))
                all.Add((line, mark));
        }

        await using var command = new NpgsqlCommand(Known, connection) { Parameters = { Sql.Of([.. all.Select(each => each.Mark)]) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        Dictionary<string, DateTimeOffset> known = [];
        while (await reader.ReadAsync(cancellationToken))
            known.Add(Convert.ToHexString(reader.GetFieldValue<byte[]>(0)), reader.Time(1));
        // Of an address and a number of two who were deleted the later one decides.
        foreach (var (line, mark) in all)
        {
            if (known.TryGetValue(Convert.ToHexString(mark), out var at) && (!found.TryGetValue(line, out var other) || other < at))
                found[line] = at;
        }

        return found;
    }

    public static IEnumerable<string> KeysOf(string? email, string? phone)
    {
        if (email is not null)
            yield return Marks.Email(email);
        if (phone is not null)
            yield return Marks.Phone(phone);
    }
}
