using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Playbooks;
using LeadHeat.Core.Scoring;
using LeadHeat.Core.Wire;
using Npgsql;

namespace LeadHeat.Api.Scoring;

/// <summary>Lets a card judge from a time on, and takes that back. Leads are scored anew by <see cref="Rescoring"/>.</summary>
internal sealed class Publishing(NpgsqlDataSource database, Cards cards, ActiveCards active, PlaybookLibrary playbooks, TimeProvider clock)
{
    /// <summary>False when there is no such version.</summary>
    /// <exception cref="RuleViolation">The lint refuses the card.</exception>
    public async Task<bool> PublishAsync(string name, int version, PublishScorecard wish, Actor actor, CancellationToken cancellationToken)
    {
        if (await cards.FindAsync(name, version, cancellationToken) is not var (card, playbook))
            return false;
        if (!playbooks.TryGet(playbook, out var book))
            throw new RuleViolation($"The playbook '{playbook}' is not installed here.");
        if (ScorecardLint.Check(card, book).FirstOrDefault(finding => finding.Level == LintLevel.Refused) is { } refused)
            throw new RuleViolation($"{refused.Criterion}: {refused.Message}");
        var now = clock.GetUtcNow();
        var from = wish.EffectiveAt?.ToUniversalTime() is { } later && later > now ? later : now;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var batch = connection.CreateBatch())
        {
            batch.Then(CardSql.MarkPublished, Sql.Of(name), Sql.Of(version), Sql.Of(now));
            batch.Then(
                CardSql.Publish, Sql.Of(Guid.CreateVersion7(now)), Sql.Of(playbook), Sql.Of(name), Sql.Of(version), Sql.Of(Words.Of(wish.Role)), Sql.Of(from),
                Sql.Of(actor.Name), Sql.Of(now));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        await active.CatchUpAsync(cancellationToken);
        return true;
    }

    /// <summary>False when there is no such publication.</summary>
    /// <exception cref="RuleViolation">It is the only card that its playbook has, or was taken back before.</exception>
    public async Task<bool> WithdrawAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using (var find = new NpgsqlCommand(CardSql.FindPublication, connection) { Parameters = { Sql.Of(id) } })
        {
            await using var reader = await find.ExecuteReaderAsync(cancellationToken);
            if (!await reader.ReadAsync(cancellationToken))
                return false;
            if (reader.GetBoolean(2))
                throw new RuleViolation("This was taken back before.");
            if (reader.Word<CardRole>(1) == CardRole.Primary && reader.GetInt64(3) == 0)
                throw new RuleViolation("This is the only card that the playbook has. Publish another one instead.");
        }
        await using var batch = connection.CreateBatch();
        batch.Then(CardSql.Withdraw, Sql.Of(id), Sql.Of(clock.GetUtcNow()), Sql.Of(actor.Name));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await active.CatchUpAsync(cancellationToken);
        return true;
    }
}
