using System.Text.Json.Nodes;
using LeadHeat.Api.Access;
using LeadHeat.Api.Data;
using Npgsql;
using NpgsqlTypes;

namespace LeadHeat.Api.Audit;

/// <summary>Something that was done.</summary>
/// <param name="Action">What, as <c>lead.changed</c>.</param>
/// <param name="SubjectKind">What kind of thing it was done to.</param>
/// <param name="SubjectId">Which one.</param>
internal sealed record AuditEntry(string Action, string? SubjectKind = null, string? SubjectId = null)
{
    public AuditEntry(string action, string subjectKind, Guid subjectId) : this(action, subjectKind, subjectId.ToString())
    {
    }

    /// <summary>Ids and words of closed lists alone; nothing that somebody wrote or is called.</summary>
    public JsonObject? Before { get; init; }

    public JsonObject? After { get; init; }
}

internal static class AuditSql
{
    private const string Insert = """
        insert into audit_log (id, at, actor_kind, actor_id, action, subject_kind, subject_id, before, after) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    /// <summary>Writes what is done in the transaction that does it.</summary>
    public static NpgsqlBatch ThenAudit(this NpgsqlBatch batch, Actor actor, AuditEntry entry, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return batch.Then(
            Insert, Sql.Of(Guid.CreateVersion7(now)), Sql.Of(now), Sql.Of(KindOf(actor)), Sql.Of(actor.Id ?? actor.KeyId), Sql.Of(entry.Action),
            Sql.Of(entry.SubjectKind), Sql.Of(entry.SubjectId), Json(entry.Before), Json(entry.After));
    }

    public static string KindOf(Actor actor) => actor.KeyId is not null ? "key" : actor.Id is not null ? "user" : "machine";

    private static NpgsqlParameter Json(JsonObject? value) =>
        value is null ? Sql.NoJson() : new NpgsqlParameter<string> { TypedValue = value.ToJsonString(), NpgsqlDbType = NpgsqlDbType.Jsonb };
}
