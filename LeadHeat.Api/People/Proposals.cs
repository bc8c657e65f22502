using LeadHeat.Api.Data;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.People;

/// <summary>Compares people of whom something was learned with those who share a key, and proposes whom to unite.</summary>
internal sealed class Proposals(NpgsqlDataSource database, PersonKeys keys, TimeProvider clock)
{
    private const int MostAtOnce = 100;

    /// <summary>Works off a part of what waits; how many checks that were. Crashes lose nothing: it is one transaction.</summary>
    public async Task<int> FindAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (checks, people) = await TakeAsync(connection, cancellationToken);
        if (checks.Length == 0)
            return 0;
        await keys.RefreshAsync(connection, people, cancellationToken);
        await ProposeAsync(connection, people, cancellationToken);
        await using (var done = connection.CreateBatch())
            await done.Then(ProposalSql.Checked, Sql.Of(checks)).ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return checks.Length;
    }

    /// <summary>Those that are certain and wait to be done.</summary>
    public async Task<IReadOnlyList<Guid>> CertainAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.Then(ProposalSql.Certain);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<Guid> found = [];
        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetGuid(0));
        return found;
    }

    private static async Task<(long[] Checks, Guid[] People)> TakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        List<long> checks = [];
        HashSet<Guid> contacts = [];
        await using (var take = connection.CreateBatch())
        {
            take.Then(ProposalSql.Lock).Then(ProposalSql.Take, Sql.Of(MostAtOnce));
            await using var reader = await take.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                checks.Add(reader.GetInt64(0));
                contacts.Add(reader.GetGuid(1));
            }
        }

        if (checks.Count == 0)
            return ([], []);
        await using var roots = connection.CreateBatch();
        roots.Then(ProposalSql.Roots, Sql.Of([.. contacts]));
        await using var rows = await roots.ExecuteReaderAsync(cancellationToken);
        List<Guid> people = [];
        while (await rows.ReadAsync(cancellationToken))
            people.Add(rows.GetGuid(0));
        return ([.. checks], [.. people]);
    }

    private async Task ProposeAsync(NpgsqlConnection connection, Guid[] people, CancellationToken cancellationToken)
    {
        var pairs = await PairsAsync(connection, people, cancellationToken);
        var persons = await PersonsAsync(connection, [.. pairs.SelectMany(pair => (Guid[])[pair.Left, pair.Right]).Distinct()], cancellationToken);
        List<(Guid Left, Guid Right, IdentityMatch Match)> found = [];
        foreach (var (left, right) in pairs)
        {
            if (persons.TryGetValue(left, out var one) && persons.TryGetValue(right, out var other) && IdentityRules.Judge(one, other) is { } match)
                found.Add((left, right, match));
        }

        var now = clock.GetUtcNow();
        await using var batch = connection.CreateBatch();
        batch.Then(
            ProposalSql.Drop, Sql.Of(people), Sql.Of([.. found.Select(each => each.Left)]), Sql.Of([.. found.Select(each => each.Right)]));
        foreach (var (left, right, match) in found)
        {
            batch.Then(
                ProposalSql.Propose, Sql.Of(Guid.CreateVersion7(now)), Sql.Of(left), Sql.Of(right), Sql.Of(match.Confidence),
                Sql.Json(match.Reasons, LeadHeatJson.Default.IReadOnlyListMatchReason), Sql.Of(match.IsCertain), Sql.Of(now));
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<HashSet<(Guid Left, Guid Right)>> PairsAsync(NpgsqlConnection connection, Guid[] people, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(ProposalSql.Candidates, Sql.Of(people), Sql.Of(IdentityRules.MostWithOneKey + 1));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        Dictionary<(Guid, string, string), HashSet<Guid>> sharing = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = (reader.GetGuid(0), reader.GetString(1), reader.GetString(2));
            if (!sharing.TryGetValue(key, out var others))
                sharing[key] = others = [];
            others.Add(reader.GetGuid(3));
        }

        return [.. sharing.Where(key => key.Value.Count <= IdentityRules.MostWithOneKey).SelectMany(key => key.Value.Select(other => Pair(key.Key.Item1, other)))];
    }

    /// <summary>Two people in the order in which they are stored: as Postgres compares ids.</summary>
    public static (Guid Left, Guid Right) Pair(Guid one, Guid other) =>
        string.CompareOrdinal(one.ToString("N"), other.ToString("N")) < 0 ? (one, other) : (other, one);

    private static async Task<Dictionary<Guid, Person>> PersonsAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(ProposalSql.Persons, Sql.Of(ids)).Then(ProposalSql.KeysOf, Sql.Of(ids));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        Dictionary<Guid, string?> names = [];
        while (await reader.ReadAsync(cancellationToken))
            names[reader.GetGuid(0)] = reader.TextOrNull(1);
        var all = await reader.NextListAsync(
            row => (row.GetGuid(0), Key: new IdentityKey(row.Word<KeyKind>(1), row.GetString(2), row.Word<KeySource>(3))), cancellationToken);
        var byContact = all.ToLookup(each => each.Item1, each => each.Key);
        return names.ToDictionary(name => name.Key, name => new Person(name.Key, name.Value, [.. byContact[name.Key]]));
    }
}
