using LeadHeat.Api.Data;
using LeadHeat.Core.Channels;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Inbound;

/// <summary>All names of those who sent something: what it says itself, and what the platform has called them in other messages.</summary>
internal sealed class SenderNames([FromKeyedServices(Database.Repeatables)] NpgsqlDataSource database, TimeProvider clock)
{
    // Of each name the first that is not done decides: what waits has all others of its name behind it. $1 channels, $2 names, $3 now.
    private const string Find = """
        with given as (select g.channel, g.name from unnest($1::text[], $2::text[]) as g (channel, name)),
        known as (
            select channel, name, name as other from given
            union
            select g.channel, g.name, substr(o.key, strpos(o.key, ':') + 1)
            from given g cross join lateral (values ('number:' || g.name), ('user:' || g.name)) k (key)
            join channel_identities i on i.channel = g.channel and i.key = k.key
            join channel_identities o on o.session_id = i.session_id and o.channel = i.channel)
        select k.channel, k.name, k.other, case when w.next_at > $3 then w.id end, w.next_at
        from known k left join lateral (
            select e.id, e.next_at from inbound e where e.channel = k.channel and e.contact = k.other and e.state = 'pending' order by e.id limit 1) w on true
        """;

    /// <param name="partiesOf">By what an event itself names its sender.</param>
    public async Task<IReadOnlyList<NamedEvent>> OfAsync(
        IReadOnlyList<PendingEvent> events, Func<PendingEvent, IEnumerable<string>> partiesOf, CancellationToken cancellationToken)
    {
        var said = events.Select(each => (Event: each, Names: partiesOf(each).Where(name => name.Length > 0).Distinct().ToArray())).ToArray();
        var known = await FindAsync([.. said.SelectMany(one => one.Names.Select(name => (one.Event.Channel, name))).Distinct()], cancellationToken);
        return [.. said.Select(one => Named(one.Event, [.. one.Names.SelectMany(name => known[(one.Event.Channel, name)])]))];
    }

    private static NamedEvent Named(PendingEvent pending, Known[] known)
    {
        var before = known.Where(each => each.Waiting is { } id && InOrder(id).SequenceCompareTo(InOrder(pending.Id)) < 0).Select(each => each.Until);
        return new(pending, [.. known.Select(each => each.Name).Distinct()], before.Max());
    }

    // As Postgres compares ids.
    private static ReadOnlySpan<byte> InOrder(Guid id) => id.ToByteArray(bigEndian: true);

    private async Task<ILookup<(InboundChannel, string), Known>> FindAsync(IReadOnlyList<(InboundChannel Channel, string Name)> names, CancellationToken cancellationToken)
    {
        List<((InboundChannel, string) Of, Known Known)> found = [];
        if (names.Count > 0)
        {
            await using var batch = database.CreateBatch();
            batch.Then(
                Find, Sql.Of([.. names.Select(each => Words.Of(each.Channel))]), Sql.Of([.. names.Select(each => each.Name)]), Sql.Of(clock.GetUtcNow()));
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                found.Add(((reader.Word<InboundChannel>(0), reader.GetString(1)), new(reader.GetString(2), reader.ValueOrNull<Guid>(3), reader.ValueOrNull<DateTimeOffset>(4))));
        }

        return found.ToLookup(each => each.Of, each => each.Known);
    }

    /// <param name="Waiting">What waits for its next try under the name.</param>
    private sealed record Known(string Name, Guid? Waiting, DateTimeOffset? Until);
}

/// <summary>An event with all names of its sender.</summary>
/// <param name="HeldUntil">When something is due again that came before it, under whichever name; null when nothing waits.</param>
internal sealed record NamedEvent(PendingEvent Event, IReadOnlyList<string> Names, DateTimeOffset? HeldUntil);
