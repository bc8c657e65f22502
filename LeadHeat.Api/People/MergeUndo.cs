using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Live;
using Npgsql;

namespace LeadHeat.Api.People;

/// <summary>
/// Takes a merge apart again, whole or field by field: everybody has what they had, and what was learned since with the leads that
/// are theirs. Where a field was changed in between the later change stands, and that is said.
/// </summary>
internal sealed class MergeUndo(NpgsqlDataSource database, PersonKeys keys, LiveEvents live, TimeProvider clock)
{
    /// <summary>False when there is no such merge. What is undone already stays so.</summary>
    /// <param name="fields">Only these; all when null. What was rejected is proposed again.</param>
    /// <exception cref="RuleViolation">It was not decided yet.</exception>
    /// <exception cref="FieldRefused">The merge has no such field.</exception>
    public async Task<bool> UndoAsync(Guid mergeId, IReadOnlyList<string>? fields, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Merges.LockAsync(connection, cancellationToken);
        if (await FoundMerge.ReadAsync(connection, mergeId, cancellationToken) is not { } merge)
            return false;
        if (merge.State == MergeState.Proposed)
            throw new RuleViolation("They were never united: there is nothing to undo.");
        if (merge.State == MergeState.Rejected)
            return await ProposeAgainAsync(connection, transaction, merge, cancellationToken);
        var parting = await ReadAsync(connection, merge, fields, cancellationToken);
        if (parting.Fields.Count == 0)
            return true;
        var now = clock.GetUtcNow();
        await using (var batch = connection.CreateBatch())
        {
            parting.AddTo(batch, mergeId, now);
            batch.Then(UndoSql.End, Sql.Of(mergeId), Sql.Of(now), Sql.Of(actor.Name), Sql.Of(actor.Id));
            batch.Then(MergeSql.Check, Sql.Of([parting.Kept.Id, parting.Other.Id]));
            batch.ThenTell(parting.Leads, parting.Words, actor, now);
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await keys.RefreshAsync(connection, [parting.Kept.Id, parting.Other.Id], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var lead in parting.Leads)
            live.Publish(LiveEventKind.LeadChanged, lead);
        live.Publish(LiveEventKind.MergesChanged);
        return true;
    }

    private async Task<bool> ProposeAgainAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, FoundMerge merge, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        if (await batch.Then(UndoSql.ProposeAgain, Sql.Of(merge.Id)).ExecuteNonQueryAsync(cancellationToken) == 0)
            throw new RuleViolation("One of them has been united with somebody else since.");
        await transaction.CommitAsync(cancellationToken);
        live.Publish(LiveEventKind.MergesChanged);
        return true;
    }

    private static async Task<Parting> ReadAsync(
        NpgsqlConnection connection, FoundMerge merge, IReadOnlyList<string>? asked, CancellationToken cancellationToken)
    {
        var (kept, since, fields) = await StoredAsync(connection, merge, cancellationToken);
        if (asked?.FirstOrDefault(name => fields.TrueForAll(field => field.Field != name)) is { } unknown)
            throw new FieldRefused("fields", $"This merge has no field '{unknown}'.");
        if (kept == merge.Other)
            throw new RuleViolation("They have been united the other way round since. Undo that first.");
        var chosen = fields.FindAll(field => field.UndoneAt is null && asked?.Contains(field.Field) != false);
        var (leads, people) = await MergingPerson.LockAsync(connection, [kept, merge.Other], cancellationToken);
        await using var batch = connection.CreateBatch();
        batch.Then(UndoSql.Later, Sql.Of([kept, merge.Other]), Sql.Of(since));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        List<LaterFact> later = [];
        while (await reader.ReadAsync(cancellationToken))
            later.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2)));
        return new(people[kept], people[merge.Other], chosen, fields, leads, later);
    }

    // Whoever stayed may have been united with somebody else since: then that one has what is given back.
    private static async Task<(Guid Kept, DateTimeOffset Since, List<MergeField> Fields)> StoredAsync(
        NpgsqlConnection connection, FoundMerge merge, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(MergeSql.Root, Sql.Of(merge.Survivor)).Then(UndoSql.DecidedAt, Sql.Of(merge.Id)).Then(UndoSql.Fields, Sql.Of(merge.Id));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var kept = reader.GetGuid(0);
        var since = (await reader.NextListAsync(row => row.Time(0), cancellationToken))[0];
        return (kept, since, await reader.NextListAsync(MergeRows.ReadField, cancellationToken));
    }
}
