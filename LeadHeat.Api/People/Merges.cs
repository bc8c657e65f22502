using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Identity;
using LeadHeat.Core.Live;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.People;

/// <summary>
/// Makes one person of two, or decides that they are two. A merge is one transaction: the leads move to whoever stays, the other
/// one's row is kept as it was, and what every field was is written down for the way back.
/// </summary>
internal sealed class Merges(NpgsqlDataSource database, PersonKeys keys, LiveEvents live, TimeProvider clock)
{
    private static readonly MatchReason ByHand = new(MatchReasonKind.ByHand, "Somebody of the team says so", Verified: true);

    /// <summary>Accepts a proposal; what is done already stays done. False when there is no such proposal.</summary>
    /// <exception cref="RuleViolation">It was rejected or undone.</exception>
    public async Task<bool> AcceptAsync(Guid mergeId, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockAsync(connection, cancellationToken);
        if (await FoundMerge.ReadAsync(connection, mergeId, cancellationToken) is not { } merge)
            return false;
        if (merge.State == MergeState.Done)
            return true;
        if (merge.State != MergeState.Proposed)
            throw new RuleViolation($"{merge.DecidedBy} has decided already that they are two people. You can still unite them by hand.");
        var leads = await UniteAsync(connection, merge, stays: null, actor, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Announce(leads);
        return true;
    }

    /// <summary>Unites two by hand; the first one stays. The merge's id; null when there is no such person.</summary>
    /// <exception cref="RuleViolation">They are one already.</exception>
    public async Task<Guid?> MergeAsync(Guid stays, Guid with, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockAsync(connection, cancellationToken);
        if (await RootAsync(connection, stays, cancellationToken) is not { } kept || await RootAsync(connection, with, cancellationToken) is not { } other)
            return null;
        if (kept == other)
            return await BetweenAsync(connection, stays, with, cancellationToken) is { State: MergeState.Done } done ? done.Id : throw new RuleViolation("They are one person already.");
        var mergeId = (await BetweenAsync(connection, kept, other, cancellationToken) is { State: MergeState.Proposed } proposed ? proposed.Id : (Guid?)null)
            ?? await ProposeAsync(connection, kept, other, cancellationToken);
        var merge = (await FoundMerge.ReadAsync(connection, mergeId, cancellationToken))!;
        var leads = await UniteAsync(connection, merge, kept, actor, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Announce(leads);
        return mergeId;
    }

    /// <summary>They are two: it is not proposed again. False when there is no such proposal.</summary>
    /// <exception cref="RuleViolation">It was done meanwhile.</exception>
    public async Task<bool> RejectAsync(Guid mergeId, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockAsync(connection, cancellationToken);
        if (await FoundMerge.ReadAsync(connection, mergeId, cancellationToken) is not { } merge)
            return false;
        if (merge.State == MergeState.Done)
            throw new RuleViolation($"{merge.DecidedBy} has united them already. Undo that instead.");
        if (merge.State != MergeState.Proposed)
            return true;
        await using var batch = connection.CreateBatch();
        ThenDecide(batch, merge.Id, MergeState.Rejected, survivor: null, actor, clock.GetUtcNow());
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        live.Publish(LiveEventKind.MergesChanged);
        return true;
    }

    /// <summary>Nobody else changes who is whom while the caller's transaction lasts.</summary>
    public static async Task LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        await batch.Then(MergeSql.NoImport).Then(ProposalSql.Lock).ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Guid>> UniteAsync(NpgsqlConnection connection, FoundMerge merge, Guid? stays, Actor actor, CancellationToken cancellationToken)
    {
        var (leads, people) = await MergingPerson.LockAsync(connection, [merge.Left, merge.Right], cancellationToken);
        var (left, right) = (people[merge.Left], people[merge.Right]);
        // The older one stays, so that links to it do.
        var (kept, other) = (stays ?? (left.CreatedAt <= right.CreatedAt ? left.Id : right.Id)) == left.Id ? (left, right) : (right, left);
        await keys.RefreshAsync(connection, [kept.Id, other.Id], cancellationToken);
        var union = await PersonUnion.OfAsync(connection, kept, other, leads, cancellationToken);
        var now = clock.GetUtcNow();
        await using (var batch = connection.CreateBatch())
        {
            ThenDecide(batch, merge.Id, MergeState.Done, kept.Id, actor, now);
            union.AddTo(batch, merge.Id, now);
            batch.Then(MergeSql.DropProposals, Sql.Of(other.Id)).Then(MergeSql.Check, Sql.Of([kept.Id]));
            batch.ThenTell([.. leads.Select(lead => lead.Id)], Told(merge), actor, now);
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await keys.RefreshAsync(connection, [kept.Id], cancellationToken);
        return [.. leads.Select(lead => lead.Id)];
    }

    private static string Told(FoundMerge merge) =>
        "Made one person of two: " + string.Join(", ", merge.Reasons.Select(reason => Words.Of(reason.Kind).Replace('_', ' ')).Distinct());

    private static void ThenDecide(NpgsqlBatch batch, Guid mergeId, MergeState state, Guid? survivor, Actor actor, DateTimeOffset now) => batch.Then(
        MergeSql.Decide, Sql.Of(mergeId), Sql.Of(Words.Of(state)), Sql.Of(survivor), Sql.Of(now), Sql.Of(actor.Name), Sql.Of(actor.Id));

    private async Task<Guid> ProposeAsync(NpgsqlConnection connection, Guid kept, Guid other, CancellationToken cancellationToken)
    {
        var ((left, right), now) = (Proposals.Pair(kept, other), clock.GetUtcNow());
        var id = Guid.CreateVersion7(now);
        await using var batch = connection.CreateBatch();
        batch.Then(
            MergeSql.ByHand, Sql.Of(id), Sql.Of(left), Sql.Of(right), Sql.Of(1.0), Sql.Json([ByHand], LeadHeatJson.Default.IReadOnlyListMatchReason), Sql.Of(now));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return id;
    }

    private static async Task<Guid?> RootAsync(NpgsqlConnection connection, Guid contact, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.Then(MergeSql.Root, Sql.Of(contact));
        return await batch.ExecuteScalarAsync(cancellationToken) as Guid?;
    }

    private static async Task<(Guid Id, MergeState State)?> BetweenAsync(NpgsqlConnection connection, Guid one, Guid other, CancellationToken cancellationToken)
    {
        var (left, right) = Proposals.Pair(one, other);
        await using var batch = connection.CreateBatch();
        batch.Then(MergeSql.Between, Sql.Of(left), Sql.Of(right));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetGuid(0), reader.Word<MergeState>(1)) : null;
    }

    private void Announce(IReadOnlyList<Guid> leads)
    {
        foreach (var lead in leads)
            live.Publish(LiveEventKind.LeadChanged, lead);
        live.Publish(LiveEventKind.MergesChanged);
    }
}
