using System.Text.Json;
using LeadHeat.Api.Data;
using LeadHeat.Api.Wire;
using LeadHeat.Core.Access;
using Npgsql;

namespace LeadHeat.Api.Audit;

/// <summary>What is asked of the log.</summary>
internal sealed record AuditQuery(Guid? Actor, string? Action, string? Subject, DateTimeOffset? From, DateTimeOffset? To, Guid? Before, int Limit);

internal sealed class AuditLists(NpgsqlDataSource database)
{
    public const string Order = "audit";

    private const string Uuid = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

    // The name that it has now: the log itself keeps none, so that it says nothing more of who was deleted.
    private const string Subject = """
        case when a.subject_kind in ('lead', 'leads') then (select c.name from leads l join contacts c on c.id = l.contact_id where l.id = s.id)
             when a.subject_kind = 'contacts' then (select c.name from contacts c where c.id = s.id)
             when a.subject_kind = 'user' then (select u.name from users u where u.id = s.id)
             when a.subject_kind = 'key' then (select k.name from api_keys k where k.id = s.id)
             when a.subject_kind = 'team' then (select t.name from teams t where t.id = s.id)
             when a.subject_kind = 'web-forms' then (select f.title from web_forms f where f.name = a.subject_id) end
        """;

    public async Task<AuditPage> ReadAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Select(query));
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        List<AuditRow> rows = [];
        while (await row.ReadAsync(cancellationToken))
            rows.Add(new(
                row.GetGuid(0), row.Time(1), row.GetString(2), row.ValueOrNull<Guid>(3), row.TextOrNull(4), row.GetString(5), row.TextOrNull(6), row.TextOrNull(7),
                Json(row, 8), Json(row, 9), row.TextOrNull(10)));
        if (rows.Count <= query.Limit)
            return new AuditPage(rows, null);
        rows.RemoveAt(query.Limit);
        return new AuditPage(rows, new Cursor(0, rows[^1].Id).Write(Order));
    }

    private static NpgsqlBatchCommand Select(AuditQuery query)
    {
        var parameters = new SqlParameters();
        List<string> conditions = ["true"];
        if (query.Actor is { } actor)
            conditions.Add($"a.actor_id = {parameters.Add(actor)}");
        if (query.Action is { } action)
            conditions.Add($"a.action = {parameters.Add(action)}");
        if (query.Subject is { } subject)
            conditions.Add($"a.subject_id = {parameters.Add(subject)}");
        // Ids rise with time, so a time is a place among them.
        if (query.From is { } from)
            conditions.Add($"a.at >= {parameters.Add(from)}");
        if (query.To is { } to)
            conditions.Add($"a.at < {parameters.Add(to)}");
        if (query.Before is { } before)
            conditions.Add($"a.id < {parameters.Add(before)}");
        return parameters.Command($"""
            select a.id, a.at, a.actor_kind, a.actor_id,
                   case a.actor_kind when 'user' then (select u.name from users u where u.id = a.actor_id)
                                     when 'key' then (select k.name from api_keys k where k.id = a.actor_id) end,
                   a.action, a.subject_kind, a.subject_id, a.before, a.after, {Subject}
            from audit_log a
            cross join lateral (select case when a.subject_id ~ '{Uuid}' then a.subject_id::uuid end as id) s
            where {string.Join(" and ", conditions)} order by a.id desc limit {query.Limit + 1}
            """);
    }

    private static JsonElement? Json(NpgsqlDataReader row, int place)
    {
        if (row.TextOrNull(place) is not { } text)
            return null;
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
