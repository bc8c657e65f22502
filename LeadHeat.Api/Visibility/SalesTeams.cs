using System.Text.Json.Nodes;
using LeadHeat.Api.Access;
using LeadHeat.Api.Audit;
using LeadHeat.Api.Data;
using LeadHeat.Api.Live;
using LeadHeat.Api.Problems;
using LeadHeat.Core.Access;
using LeadHeat.Core.Live;
using Npgsql;

namespace LeadHeat.Api.Visibility;

/// <summary>Teams, their members, and whose a lead is.</summary>
internal sealed class SalesTeams(NpgsqlDataSource database, LiveEvents live, TimeProvider clock)
{
    private const string ListSql = """
        select t.id, t.name, t.playbooks, array(select m.user_id from team_members m where m.team_id = t.id order by 1) from teams t order by lower(t.name)
        """;

    public async Task<IReadOnlyList<SalesTeam>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ListSql);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        List<SalesTeam> teams = [];
        while (await row.ReadAsync(cancellationToken))
            teams.Add(new(row.GetGuid(0), row.GetString(1), row.GetFieldValue<string[]>(2), row.GetFieldValue<Guid[]>(3)));
        return teams;
    }

    /// <summary>A new team, or what an old one is from now on; null when there is no such old one.</summary>
    public async Task<SalesTeam?> SaveAsync(Guid? known, SaveTeam save, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var team = new SalesTeam(known ?? Guid.CreateVersion7(now), save.Name.Trim(), [.. save.Playbooks?.Distinct() ?? []], [.. save.Members?.Distinct() ?? []]);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            if (!await WriteAsync(connection, team, known is null, now, cancellationToken))
                return null;
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new RuleViolation("There is a team of this name already.");
        }
        catch (PostgresException unknown) when (unknown.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new RuleViolation("One of these is no member any more.");
        }

        await using var audit = connection.CreateBatch();
        audit.ThenAudit(actor, new(known is null ? "team.added" : "team.changed", "team", team.Id)
        {
            After = new() { ["members"] = new JsonArray([.. team.Members.Select(id => (JsonNode)id.ToString())]), ["playbooks"] = new JsonArray([.. team.Playbooks.Select(name => (JsonNode)name)]) },
        }, clock);
        await audit.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        // Open event streams begin anew, with what their reader sees now.
        live.Publish(LiveEventKind.AccessChanged);
        return team;
    }

    /// <summary>Its leads belong to no team then; false when there is no such team.</summary>
    public async Task<bool> RemoveAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var remove = connection.CreateBatch();
        remove.Then("delete from teams where id = $1", Sql.Of(id));
        if (await remove.ExecuteNonQueryAsync(cancellationToken) == 0)
            return false;
        await using var audit = connection.CreateBatch();
        await audit.ThenAudit(actor, new("team.removed", "team", id), clock).ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        live.Publish(LiveEventKind.AccessChanged);
        return true;
    }

    /// <summary>False when there is no such lead.</summary>
    public async Task<bool> MoveAsync(Guid lead, Guid? team, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var move = connection.CreateBatch();
        move.Then("with old as (select id, team_id from leads where id = $1 for no key update) update leads l set team_id = $2 from old where l.id = old.id returning old.team_id",
            Sql.Of(lead), Sql.Of(team));
        object? before;
        try
        {
            before = await move.ExecuteScalarAsync(cancellationToken);
        }
        catch (PostgresException unknown) when (unknown.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new RuleViolation("There is no such team.");
        }

        if (before is null)
            return false;
        await using var audit = connection.CreateBatch();
        audit.ThenAudit(actor, new("lead.moved", "lead", lead)
        {
            Before = new() { ["team"] = (before as Guid?)?.ToString() }, After = new() { ["team"] = team?.ToString() },
        }, clock);
        await audit.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        live.Publish(LiveEventKind.LeadChanged, lead);
        return true;
    }

    private static async Task<bool> WriteAsync(NpgsqlConnection connection, SalesTeam team, bool isNew, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var name = connection.CreateBatch();
        name.Then(
            isNew ? "insert into teams (id, name, playbooks, created_at) values ($1, $2, $3, $4)" : "update teams set name = $2, playbooks = $3 where id = $1 and $4 is not null",
            Sql.Of(team.Id), Sql.Of(team.Name), Sql.Of([.. team.Playbooks]), Sql.Of(now));
        if (await name.ExecuteNonQueryAsync(cancellationToken) == 0)
            return false;
        await using var rest = connection.CreateBatch();
        rest.Then("delete from team_members where team_id = $1", Sql.Of(team.Id));
        rest.Then("insert into team_members (team_id, user_id) select $1, m from unnest($2) m", Sql.Of(team.Id), Sql.Of([.. team.Members]));
        // Leads that nobody's team has yet are theirs too.
        rest.Then("update leads set team_id = $1 where team_id is null and playbook = any ($2)", Sql.Of(team.Id), Sql.Of([.. team.Playbooks]));
        await rest.ExecuteNonQueryAsync(cancellationToken);
        return true;
    }
}
