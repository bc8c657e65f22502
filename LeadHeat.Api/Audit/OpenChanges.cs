using System.Text.Json.Nodes;
using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using Npgsql;

namespace LeadHeat.Api.Audit;

/// <summary>
/// Changes that are being made. Each is written down before it begins and taken out by what writes its line, so a change whose process ended in between is
/// found here: it gets a line too, which says that nobody knows whether it was done.
/// </summary>
internal sealed class OpenChanges(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Insert = "insert into open_changes (id, at, actor_kind, actor_id, action, subject_kind, subject_id) values ($1, $2, $3, $4, $5, $6, $7)";
    private const string Delete = "delete from open_changes where id = $1";

    // Of two Apis that do this at once the second finds none.
    private const string Report = """
        with left_open as (delete from open_changes where at < $1 returning *)
        insert into audit_log (id, at, actor_kind, actor_id, action, subject_kind, subject_id, after)
        select id, at, actor_kind, actor_id, action, subject_kind, subject_id, '{"outcome": "unknown"}' from left_open
        """;

    /// <summary>Nothing is changed before this is stored.</summary>
    public async Task<Guid> BeginAsync(Actor actor, AuditEntry entry, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await using var batch = database.CreateBatch();
        // The database's log is one file in the order of the commits: whatever disk has the change has this, which stands before it.
        batch.Then(Sql.NeedNotLast).Then(
            Insert, Sql.Of(id), Sql.Of(now), Sql.Of(AuditSql.KindOf(actor)), Sql.Of(actor.Id ?? actor.KeyId), Sql.Of(entry.Action), Sql.Of(entry.SubjectKind), Sql.Of(entry.SubjectId));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return id;
    }

    /// <summary>It was made. Not taken back when the caller goes.</summary>
    public async Task DoneAsync(Guid id, Actor actor, AuditEntry entry)
    {
        await using var batch = database.CreateBatch();
        await batch.Then(Delete, Sql.Of(id)).ThenAudit(actor, entry, clock).ExecuteNonQueryAsync();
    }

    /// <summary>It failed on the way: what was stored until then is.</summary>
    public Task FailedAsync(Guid id, Actor actor, AuditEntry entry) => DoneAsync(id, actor, entry with { After = new JsonObject { ["outcome"] = "unknown" } });

    /// <summary>It was refused.</summary>
    public async Task DropAsync(Guid id)
    {
        await using var batch = database.CreateBatch();
        await batch.Then(Sql.NeedNotLast).Then(Delete, Sql.Of(id)).ExecuteNonQueryAsync();
    }

    /// <summary>Writes a line for each that is open for longer than any request takes.</summary>
    public async Task<int> ReportAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        return await batch.Then(Report, Sql.Of(clock.GetUtcNow() - longest)).ExecuteNonQueryAsync(cancellationToken);
    }
}
